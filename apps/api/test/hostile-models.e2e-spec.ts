import { hostileModels } from '@fashen/testing';
import { type Person, startTestApp, type TestApp } from './test-app';

/** The promise is an answer within a second; the rest of the limit is for a loaded machine. */
const LIMIT_MS = 10_000;

describe('a hostile model at the server', () => {
  let server: TestApp;
  let modeler: Person;

  beforeAll(async () => {
    server = await startTestApp({ FASHEN_BODY_KILOBYTES: '4000' });
    modeler = await server.signIn('ren');
  });
  afterAll(() => server.drop());

  it.each(hostileModels)(
    'is refused, publishes nothing and leaves the server answering: $name',
    async ({ xml }) => {
      // when
      const reply = await modeler.post('/api/processes/hostile/publication', { xml, reason: '试一试' });
      // then
      expect(reply.status).toBeGreaterThanOrEqual(400);
      expect(reply.status).toBeLessThan(500);
      expect(globalThis).not.toHaveProperty('hostileModelRan');
      await modeler.get('/api/processes/hostile').expect(404);
      await server.anonymous().get('/health').expect(200);
    },
    LIMIT_MS,
  );
});
