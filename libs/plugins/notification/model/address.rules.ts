/*
 * Which network addresses a webhook may reach. Special ranges: IANA registries for IPv4 (RFC 6890 and later) and IPv6.
 * Anything that is not understood is refused.
 */

type Range = readonly [network: string, bits: number];

const CLOSED_IPV4: readonly Range[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  // Some clouds serve credentials to the machine here.
  ['100.100.100.200', 32],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Within 2000::/3, the only part of IPv6 that is given out to the public. */
const CLOSED_IPV6: readonly Range[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

/** The bytes of an address in its plain form: four numbers, or IPv6. Octal, hexadecimal and shortened IPv4 is not plain. */
export function bytesOf(address: string): readonly number[] | undefined {
  return address.includes(':') ? bytesOfIpv6(address) : bytesOfIpv4(address);
}

/** True when everybody on the internet may be reached there. */
export function isPublicAddress(address: string): boolean {
  const bytes = bytesOf(address);
  if (!bytes) return false;
  if (bytes.length === 4) return !CLOSED_IPV4.some((range) => isWithin(bytes, range));
  const inner = embeddedIpv4(bytes);
  if (inner) return isPublicAddress(inner.join('.'));
  return isWithin(bytes, ['2000::', 3]) && !CLOSED_IPV6.some((range) => isWithin(bytes, range));
}

function bytesOfIpv4(text: string): readonly number[] | undefined {
  const parts = text.split('.');
  const isPlain = parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
  return isPlain ? parts.map(Number) : undefined;
}

function bytesOfIpv6(text: string): readonly number[] | undefined {
  const [head = '', tail, ...more] = withoutDottedEnd(text).split('::');
  if (more.length > 0) return undefined;
  const [left, right] = [groupsOf(head), groupsOf(tail ?? '')];
  const missing = 8 - left.length - right.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...left, ...Array<string>(missing).fill('0'), ...right];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return groups.flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 255]);
}

const groupsOf = (text: string): readonly string[] => (text === '' ? [] : text.split(':'));

/** `::ffff:10.0.0.1` as `::ffff:a00:1`. A dotted end that is not plain stays, and is refused later. */
function withoutDottedEnd(text: string): string {
  const at = text.lastIndexOf(':') + 1;
  const bytes = bytesOfIpv4(text.slice(at));
  if (!bytes) return text;
  const [one = 0, two = 0, three = 0, four = 0] = bytes;
  return `${text.slice(0, at)}${(one * 256 + two).toString(16)}:${(three * 256 + four).toString(16)}`;
}

/** IPv4 inside mapped (`::ffff:0:0/96`) and translated (`64:ff9b::/96`) addresses. */
function embeddedIpv4(bytes: readonly number[]): readonly number[] | undefined {
  const carriers: readonly Range[] = [
    ['::ffff:0:0', 96],
    ['64:ff9b::', 96],
  ];
  return carriers.some((range) => isWithin(bytes, range)) ? bytes.slice(12) : undefined;
}

function isWithin(bytes: readonly number[], [network, bits]: Range): boolean {
  const start = bytesOf(network);
  if (!start || start.length !== bytes.length) return false;
  return start.every((byte, index) => {
    const taken = Math.min(Math.max(bits - index * 8, 0), 8);
    const mask = (0xff << (8 - taken)) & 0xff;
    return (byte & mask) === ((bytes[index] ?? 0) & mask);
  });
}
