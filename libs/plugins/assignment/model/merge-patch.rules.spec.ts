import type { JsonObject } from '@fashen/plugin-api';
import { applyMergePatch } from './merge-patch.rules';

describe('merging output into case data', () => {
  // Cases of RFC 7396, appendix A, that have objects on both sides.
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
  ])('merges %j with %j', (data, patch, expected) => {
    expect(applyMergePatch(data, patch)).toEqual(expected);
  });

  it('keeps a hostile key as plain data', () => {
    // given
    const patch = JSON.parse('{"__proto__":{"polluted":true}}') as JsonObject;
    // when
    const merged = applyMergePatch({}, patch);
    // then
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
    expect('polluted' in {}).toBe(false);
  });
});
