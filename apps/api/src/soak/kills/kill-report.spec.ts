import { tableOf } from './kill-report';

describe('the table of kills', () => {
  it('has a line for each operation and a column for each point', () => {
    const points = new Map([
      ['POST /b', ['before-begin', 'after-work']],
      ['POST /a', ['before-begin', 'before-begin', 'after-record']],
    ]);
    const kills = [
      { operation: 'POST /a', point: 'before-begin', number: 1 },
      { operation: 'POST /a', point: 'before-begin', number: 2 },
      { operation: 'POST /b', point: 'after-work', number: 2 },
    ];
    expect(tableOf({ points, kills, findings: [] })).toEqual([
      'points: 1 before-begin, 2 after-work, 3 after-record',
      'operation   1  2  3',
      'POST /a   2     -',
      'POST /b   -  1   ',
    ]);
  });
});
