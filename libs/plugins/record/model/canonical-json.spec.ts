import type { Json } from '@fashen/plugin-api';
import { canonicalJson } from './canonical-json';

describe('canonical JSON', () => {
  it('writes the example of RFC 8785, section 3.2.3, as the RFC does', () => {
    // given
    const value: Json = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '€$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    };
    // when
    const text = canonicalJson(value);
    // then
    expect(text).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('orders keys by UTF-16 code units, not by characters (RFC 8785, section 3.2.3)', () => {
    // given
    const value: Json = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, ö: 7 };
    // when
    const text = canonicalJson(value);
    // then
    expect(text).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}');
  });

  it.each<[number, string]>([
    [0, '0'],
    [-0, '0'],
    [1e21, '1e+21'],
    [Number('123456789012345680000'), '123456789012345680000'],
    [5e-324, '5e-324'],
    [1.7976931348623157e308, '1.7976931348623157e+308'],
    [2 ** 53, '9007199254740992'],
    [0.1 + 0.2, '0.30000000000000004'],
  ])('writes the number %p as ECMAScript does', (value, expected) => {
    expect(canonicalJson(value)).toBe(expected);
  });

  it('gives the same text for the same value however it was built, and leaves out what is undefined', () => {
    // given
    const one: Json = { b: 1, a: { d: [1, { y: 2, x: undefined }], c: '占道' } };
    const other: Json = { a: { c: '占道', d: [1, { y: 2 }] }, b: 1, e: undefined };
    // when
    const texts = [canonicalJson(one), canonicalJson(other)];
    // then
    expect(texts).toEqual(Array(2).fill('{"a":{"c":"占道","d":[1,{"y":2}]},"b":1}'));
  });

  it('does not compose or decompose characters, and keeps rare ones whole', () => {
    expect(canonicalJson(['e\u0301', '\u00e9', '𠮷', '\u2028'])).toBe('["e\u0301","\u00e9","𠮷","\u2028"]');
  });

  it.each([['\ud800'], ['a\udc00b'], ['\ude00\ud83d']])('refuses half characters in text: %j', (text) => {
    expect(() => canonicalJson({ note: text })).toThrow('record.TEXT_NOT_UNICODE');
  });

  it('refuses half characters in keys', () => {
    expect(() => canonicalJson({ ['\ud800']: 1 })).toThrow('record.TEXT_NOT_UNICODE');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -Infinity])('refuses the number %p', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  it('refuses objects that are not plain', () => {
    // given
    const value = { at: new Date(0) } as unknown as Json;
    // when
    const write = (): string => canonicalJson(value);
    // then
    expect(write).toThrow(TypeError);
  });
});
