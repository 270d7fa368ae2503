import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { breakAt, type Digests, envelopeOf, GENESIS, type RecordBreak, type RecordContent, type RecordRow, sealed } from './chain';

const hex = (algorithm: string, text: string): string =>
  createHash(algorithm)
    .update(Buffer.from([1]))
    .update(text)
    .digest('hex');
const digests: Digests = { sha256: (text) => hex('sha256', text), sm3: (text) => hex('sm3', text) };

const content = (seq: number): RecordContent => ({
  instanceId: 'case-1',
  seq,
  at: 1_790_000_000_000 + seq,
  actorId: seq % 2 === 0 ? 'jia' : 'bing',
  onBehalfOf: null,
  ruleId: null,
  act: 'engine.taskCompleted',
  payload: `{"output":{"comment":"第${seq}步","fine":${seq * 100}}}`,
  before: seq % 3 === 0 ? null : '{"assigneeId":"jia"}',
  after: '{"assigneeId":"bing"}',
  reason: seq % 4 === 0 ? null : `理由${seq}`,
  requestId: `request-${seq}`,
});

const chain = (length: number): RecordRow[] => {
  const rows: RecordRow[] = [];
  for (let seq = 1; seq <= length; seq++) rows.push(sealed(content(seq), rows.at(-1) ?? GENESIS, digests));
  return rows;
};

/** Checks rows as the database would hand them out: in the order of their numbers. */
const firstBreak = (rows: readonly RecordRow[]): RecordBreak | undefined => {
  const stored = [...rows].sort((one, other) => one.seq - other.seq);
  for (const [index, row] of stored.entries()) {
    const broken = breakAt(row, stored[index - 1], digests);
    if (broken) return broken;
  }
  return undefined;
};

const LENGTH = 30;
const intact = chain(LENGTH);
const seqs = fc.integer({ min: 1, max: LENGTH });

/** A way to tamper, and the row that must be named. */
interface Tampering {
  readonly rows: readonly RecordRow[];
  readonly seq: number;
  readonly kinds: readonly string[];
}

const changed = <K extends keyof RecordRow>(seq: number, field: K, value: RecordRow[K]): readonly RecordRow[] =>
  intact.map((row) => (row.seq === seq ? { ...row, [field]: value } : row));

const TEXT_FIELDS = ['payload', 'before', 'after', 'reason', 'act', 'actorId', 'onBehalfOf', 'requestId', 'instanceId'] as const;
const LINK_FIELDS = ['sha256', 'sm3', 'prevSha256', 'prevSm3'] as const;

const change = fc
  .tuple(seqs, fc.constantFrom(...TEXT_FIELDS), fc.string({ unit: 'grapheme' }))
  .filter(([seq, field, text]) => intact[seq - 1]?.[field] !== text)
  .map(([seq, field, text]): Tampering => ({ rows: changed(seq, field, text), seq, kinds: ['changed'] }));

const changeTime = fc
  .tuple(seqs, fc.integer({ min: 1 }))
  .map(([seq, by]): Tampering => ({ rows: changed(seq, 'at', (intact[seq - 1]?.at ?? 0) + by), seq, kinds: ['changed'] }));

const changeLink = fc
  .tuple(seqs, fc.constantFrom(...LINK_FIELDS), fc.integer({ min: 0, max: 63 }))
  .map(([seq, field, place]): Tampering => {
    const before = intact[seq - 1]?.[field] ?? '';
    const digit = before[place] === '0' ? '1' : '0';
    return { rows: changed(seq, field, before.slice(0, place) + digit + before.slice(place + 1)), seq, kinds: ['changed'] };
  });

/** Every row but the last: a cut tail leaves a shorter chain that is whole. */
const remove = fc
  .integer({ min: 1, max: LENGTH - 1 })
  .map((seq): Tampering => ({ rows: intact.filter((row) => row.seq !== seq), seq, kinds: ['gap'] }));

const swap = fc
  .tuple(seqs, seqs)
  .filter(([one, other]) => one !== other)
  .map(([one, other]): Tampering => {
    const other_ = (seq: number): number => (seq === one ? other : seq === other ? one : seq);
    return { rows: intact.map((row) => ({ ...row, seq: other_(row.seq) })), seq: Math.min(one, other), kinds: ['reordered'] };
  });

/** Takes one row out and closes the gap by renumbering all that follow. */
const closeGap = fc.integer({ min: 1, max: LENGTH - 1 }).map((seq): Tampering => ({
  rows: intact.filter((row) => row.seq !== seq).map((row) => (row.seq > seq ? { ...row, seq: row.seq - 1 } : row)),
  seq,
  kinds: ['reordered'],
}));

/** Changes a row and recomputes its own digests: its successor no longer follows. */
const reseal = fc.integer({ min: 1, max: LENGTH - 1 }).map((seq): Tampering => ({
  rows: intact.map((row) => (row.seq === seq ? sealed({ ...content(seq), payload: '{}' }, intact[seq - 2] ?? GENESIS, digests) : row)),
  seq: seq + 1,
  kinds: ['bad-prev'],
}));

describe('the chain of a case', () => {
  it('trusts what nobody touched, from the first row on', () => {
    expect(firstBreak(intact)).toBeUndefined();
    expect(intact[0]).toMatchObject({ seq: 1, prevSha256: '0'.repeat(64), prevSm3: '0'.repeat(64) });
  });

  it('finds each of 200 random tamperings and names the right row', () => {
    fc.assert(
      fc.property(fc.oneof(change, changeTime, changeLink, remove, swap, closeGap, reseal), ({ rows, seq, kinds }) => {
        // when
        const broken = firstBreak(rows);
        // then
        expect(broken?.seq).toBe(seq);
        expect(kinds).toContain(broken?.kind);
      }),
      { numRuns: 200 },
    );
  });

  it('cannot find a cut tail by itself', () => {
    expect(firstBreak(intact.slice(0, -3))).toBeUndefined();
  });

  it('takes text with half characters for changed instead of failing', () => {
    // given
    const rows = changed(5, 'reason', '\ud800');
    // when
    const broken = firstBreak(rows);
    // then
    expect(broken).toEqual({ instanceId: 'case-1', seq: 5, kind: 'changed' });
  });

  it('chains both digests separately over the stored text, byte for byte', () => {
    // given
    const [first, second] = intact;
    // when
    const envelope = envelopeOf(content(2), 'sm3', first?.sm3 ?? '');
    // then
    expect(envelope).toBe(
      `{"act":"engine.taskCompleted","actorId":"jia","after":"{\\"assigneeId\\":\\"bing\\"}","alg":"sm3","at":1790000000002,` +
        `"before":"{\\"assigneeId\\":\\"jia\\"}","instanceId":"case-1","onBehalfOf":null,"payload":"{\\"output\\":{\\"comment\\":\\"第2步\\",\\"fine\\":200}}",` +
        `"prev":"${first?.sm3}","reason":"理由2","requestId":"request-2","seq":2,"v":1}`,
    );
    expect(second?.sm3).toBe(hex('sm3', envelope));
    expect(second?.sha256).toBe(hex('sha256', envelopeOf(content(2), 'sha256', first?.sha256 ?? '')));
  });
});
