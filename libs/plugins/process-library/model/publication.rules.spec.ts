import type { DraftView } from '@fashen/plugin-api';
import { publicationRefusal } from './publication.rules';

const draft = (updatedBy: string): DraftView => ({
  key: 'penalty',
  name: '处罚',
  xml: '<drawn/>',
  revision: 3,
  updatedBy,
  updatedAt: new Date(0),
});

describe('four eyes on a publication', () => {
  it.each([
    ['lets a second person publish the saved draft', { publisherId: 'chou', draft: draft('ren') }, undefined],
    ['refuses who saved it last', { publisherId: 'ren', draft: draft('ren') }, 'process-library.SECOND_PERSON_NEEDED'],
    ['refuses what nobody saved', { publisherId: 'chou' }, 'process-library.DRAFT_NOT_SAVED'],
    [
      'refuses what differs from the draft',
      { publisherId: 'chou', draft: { ...draft('ren'), xml: '<other/>' } },
      'process-library.DRAFT_NOT_SAVED',
    ],
  ])('%s', (_name, parts, expected) => {
    expect(publicationRefusal({ key: 'penalty', xml: '<drawn/>', ...parts }, false)?.code).toBe(expected);
  });

  it('lets one person do both where the bureau says so', () => {
    expect(publicationRefusal({ key: 'penalty', xml: '<drawn/>', publisherId: 'ren', draft: draft('ren') }, true)).toBeUndefined();
  });
});
