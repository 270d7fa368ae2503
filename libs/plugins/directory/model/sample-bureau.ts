import type { NewPerson, NewUnit, UnitChange } from './directory.schema';

/*
 * An invented bureau to try things with. Names are the heavenly stems and earthly branches with "样例" (sample):
 * nobody is called so.
 */

const units: readonly NewUnit[] = [
  { id: 'bureau', name: '样例市城市管理综合行政执法局' },
  { id: 'squad-1', name: '执法一中队', parentId: 'bureau' },
  { id: 'squad-2', name: '执法二中队', parentId: 'bureau' },
  { id: 'legal', name: '法制科', parentId: 'bureau' },
  { id: 'office', name: '办公室', parentId: 'bureau' },
];

const enforcement = (number: string): NewPerson['certificates'] => [
  { kind: 'enforcement', number, validFrom: '2024-01-01', validTo: '2027-12-31' },
];
const profession = (number: string): NewPerson['certificates'] => [{ kind: 'legal-profession', number, validFrom: '2015-03-01' }];

const persons: readonly NewPerson[] = [
  { id: 'jia', name: '甲样例', unitId: 'squad-1', roles: ['handling-officer'], posts: [], certificates: enforcement('样执-0001') },
  { id: 'yi', name: '乙样例', unitId: 'squad-1', roles: ['handling-officer'], posts: [], certificates: enforcement('样执-0002') },
  { id: 'mao', name: '卯样例', unitId: 'squad-2', roles: ['handling-officer'], posts: [], certificates: enforcement('样执-0003') },
  { id: 'xin', name: '辛样例', unitId: 'squad-1', roles: ['unit-head'], posts: ['squad-leader'], certificates: enforcement('样执-0004') },
  { id: 'bing', name: '丙样例', unitId: 'legal', roles: ['legal-reviewer'], posts: [], certificates: profession('样法-0001') },
  { id: 'zi', name: '子样例', unitId: 'legal', roles: ['legal-reviewer'], posts: [], certificates: profession('样法-0002') },
  // New in review since October 2026 and without a qualification: may not review (domain rule, acceptance case 21 b).
  { id: 'geng', name: '庚样例', unitId: 'legal', roles: ['legal-reviewer'], posts: [], certificates: [] },
  {
    id: 'ding',
    name: '丁样例',
    unitId: 'legal',
    roles: ['legal-section-head'],
    posts: ['section-head'],
    certificates: profession('样法-0003'),
  },
  { id: 'wu', name: '戊样例', unitId: 'bureau', roles: ['deputy-head'], posts: ['deputy-head'], certificates: [] },
  { id: 'ji', name: '己样例', unitId: 'bureau', roles: ['chief-head'], posts: ['chief-head'], certificates: [] },
  { id: 'ren', name: '壬样例', unitId: 'legal', roles: ['legal-modeler'], posts: [], certificates: [] },
  { id: 'chou', name: '丑样例', unitId: 'legal', roles: ['legal-modeler'], posts: [], certificates: [] },
  { id: 'gui', name: '癸样例', unitId: 'office', roles: ['disclosure-clerk'], posts: [], certificates: [] },
  { id: 'yin', name: '寅样例', unitId: 'office', roles: ['operator', 'account-admin'], posts: [], certificates: [] },
];

/** Who leads which unit: its head, and the head of the bureau it answers to. The second squad and the office have no head of their own. */
const heads: readonly (Pick<UnitChange, 'headId' | 'leaderId'> & { readonly unitId: string })[] = [
  { unitId: 'bureau', headId: 'ji' },
  { unitId: 'squad-1', headId: 'xin', leaderId: 'wu' },
  { unitId: 'squad-2', leaderId: 'wu' },
  { unitId: 'legal', headId: 'ding', leaderId: 'ji' },
];

/** Units and persons of the sample bureau, parents before children, and who leads them. Login name = person id. */
export const sampleBureau = { units, persons, heads } as const;
