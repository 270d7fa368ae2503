export default async function tearDown() {
  await globalThis.fashenMariadb?.stop();
}
