import { cellWords, type CellWords } from './cell-words.rules';

const words: CellWords = {
  value: (value) => ({ CITIZEN: '公民', SOLE_TRADER: '个体工商户', REVOKE_LICENCE: '吊销许可证件' })[value] ?? value,
  name: (path) => ({ 'thresholds.fine': '罚款标准' })[path],
  yes: '是',
  no: '否',
  any: '不限',
  not: (inner) => `不是${inner}`,
  between: (from, to) => `${from} 至 ${to}`,
  contains: (value) => `含${value}`,
  or: '或',
};

describe('a cell in plain words', () => {
  it.each([
    ['-', '不限'],
    ['', '不限'],
    ['"CITIZEN"', '公民'],
    ['"CITIZEN","SOLE_TRADER"', '公民或个体工商户'],
    ['"a, b"', 'a, b'],
    ['true', '是'],
    ['>= 20000', '≥ 20,000'],
    ['>= thresholds.fine', '≥ 罚款标准'],
    ['[1000..5000]', '1,000 至 5,000'],
    ['not("CITIZEN")', '不是公民'],
    ['list contains(?, "REVOKE_LICENCE"), list contains(?, "X")', '含吊销许可证件或含X'],
    ['if a then b else c', 'if a then b else c'],
  ])('%s is read as %s', (cell, expected) => {
    expect(cellWords(cell, words)).toBe(expected);
  });
});
