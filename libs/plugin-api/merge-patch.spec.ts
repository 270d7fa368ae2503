import { mergePatch } from './merge-patch';
import type { JsonObject } from './workflow-event';

describe('merging output into case data', () => {
  // Cases of RFC 7396, appendix A, that have objects on both sides; the last is our own.
  it.each<[JsonObject, JsonObject, JsonObject]>([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
    [{ a: { b: 1 } }, { a: undefined }, { a: { b: 1 } }],
  ])('merges %j with %j', (data, patch, expected) => {
    expect(mergePatch(data, patch)).toEqual(expected);
  });

  it('changes neither side', () => {
    // given
    const data: JsonObject = { a: { b: 1 } };
    const patch: JsonObject = { a: { c: { d: null } } };
    // when
    const merged = mergePatch(data, patch);
    // then
    expect(merged).toEqual({ a: { b: 1, c: {} } });
    expect([data, patch]).toEqual([{ a: { b: 1 } }, { a: { c: { d: null } } }]);
  });

  it.each(['{"__proto__":{"approved":true}}', '{"decision":{"__proto__":{"approved":true}}}'])(
    'lets nobody inherit an answer: %s',
    (text) => {
      // when
      const merged = mergePatch({ decision: {} }, JSON.parse(text) as JsonObject);
      // then
      expect(merged).toEqual({ decision: {} });
      expect([merged['approved'], (merged['decision'] as JsonObject)['approved']]).toEqual([undefined, undefined]);
    },
  );

  it.each(['constructor', 'toString'])('takes a key that every object inherits as plain data: %s', (key) => {
    expect(mergePatch({}, { [key]: { a: 1 } })).toEqual({ [key]: { a: 1 } });
  });
});
