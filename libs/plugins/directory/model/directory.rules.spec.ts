import { roleTable } from './role-table';
import { isInForce, permissionsOf } from './directory.rules';

describe('permissions of roles', () => {
  it('joins the permissions of all roles and names each once', () => {
    expect(permissionsOf(['handling-officer', 'unit-head'])).toEqual([
      'case.readUnit',
      'case.start',
      'case.terminate',
      'process.read',
      'rule.read',
    ]);
  });

  it('gives nothing for a role the table does not know', () => {
    expect(permissionsOf(['emperor', '__proto__'])).toEqual([]);
  });

  it('keeps administrators and operators away from cases', () => {
    const rights = permissionsOf(['operator', 'account-admin']);
    expect(rights.filter((right) => right.startsWith('case.') || right.startsWith('rule.'))).toEqual([]);
  });

  it('names every role once', () => {
    const ids = roleTable.map((role) => role.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a certificate', () => {
  const certificate = { kind: 'enforcement', number: 'x', validFrom: '2024-01-01', validTo: '2027-12-31' } as const;

  it.each([
    ['2023-12-31', false],
    ['2024-01-01', true],
    ['2027-12-31', true],
    ['2028-01-01', false],
  ])('on %s is in force: %s', (day, expected) => {
    expect(isInForce(certificate, day)).toBe(expected);
  });

  it('without a last day stays in force', () => {
    expect(isInForce({ kind: 'legal-profession', number: 'x', validFrom: '2010-01-01' }, '2099-01-01')).toBe(true);
  });
});
