import { mappedNames } from './mapped-names';

describe('names a context writes', () => {
  it.each<[string, readonly string[]]>([
    ['= {hearing: hearing}', ['hearing']],
    ['={ discussion: {heads: [1, 2], text: "a, b: {"}, "notes" : f(1, 2) }', ['discussion', 'notes']],
    ['= {}', []],
  ])('are read from %s', (text, names) => {
    expect(mappedNames(text)).toEqual(names);
  });

  it.each(['= context', '= {a: 1}.b', '= {a: 1} + {b: 2}', '= {a: 1, /* b */ c: 2}', '= {1: 2}', '= if x then {a: 1} else {draft: 2}', ''])(
    'are unknown for %s',
    (text) => {
      expect(mappedNames(text)).toBeUndefined();
    },
  );
});
