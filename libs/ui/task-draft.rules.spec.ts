import { draftDifferences, openingDraft, partsThatDiffer } from './task-draft.rules';

const NOON = Date.parse('2026-11-22T12:00:00Z');
const kept = { form: { version: 2, data: { fine: 300 } }, formRevision: 4, formSavedAt: NOON };
const local = (savedAt: string) => ({ savedAt, formVersion: 2, data: { fine: 500 } });

describe('with what a form begins', () => {
  it.each([
    ['nothing', undefined, undefined, undefined],
    ['what the server keeps', kept, undefined, { fine: 300 }],
    ['what was typed here after it', kept, local('2026-11-22T12:00:01Z'), { fine: 500 }],
    ['what the server got after it', kept, local('2026-11-22T11:59:59Z'), { fine: 300 }],
    ['what never left this device', undefined, local('2026-11-22T11:00:00Z'), { fine: 500 }],
    ['nothing of another version of the form', { ...kept, form: { version: 1, data: {} } }, undefined, undefined],
    ['nothing that was thrown away', { formRevision: 5, formSavedAt: NOON }, undefined, undefined],
    [
      'what was typed before it was thrown away elsewhere, no',
      { formRevision: 5, formSavedAt: NOON },
      local('2026-11-22T11:00:00Z'),
      undefined,
    ],
  ])('is %s', (_what, server, device, expected) => {
    expect(openingDraft(server, device, 2)?.data).toEqual(expected);
  });
});

describe('two drafts', () => {
  it.each([
    [{ a: 1 }, { a: 1 }, []],
    [{ a: { b: 'x' } }, { a: { b: 'y' } }, [{ path: 'a.b', mine: 'x', theirs: 'y' }]],
    [{ a: 'x' }, {}, [{ path: 'a', mine: 'x', theirs: '' }]],
    [{}, { a: { b: true } }, [{ path: 'a.b', mine: '', theirs: 'true' }]],
    [{ a: [1] }, { a: [1, 2] }, [{ path: 'a', mine: '[1]', theirs: '[1,2]' }]],
  ])('%j and %j differ in %j', (mine, theirs, expected) => {
    expect(draftDifferences(mine, theirs)).toEqual(expected);
  });
});

describe('two long answers', () => {
  it('are shown around the place where they part', () => {
    const [mine, theirs] = [`${'甲'.repeat(100)}乙${'丙'.repeat(100)}`, `${'甲'.repeat(100)}丁`];
    expect(partsThatDiffer(mine, theirs)).toEqual({
      mine: `…${'甲'.repeat(12)}乙${'丙'.repeat(47)}…`,
      theirs: `…${'甲'.repeat(12)}丁`,
    });
  });

  it.each([
    ['短', '另一个', '短', '另一个'],
    ['', '长'.repeat(61), '', `${'长'.repeat(60)}…`],
    ['头'.repeat(70), '', `${'头'.repeat(60)}…`, ''],
    ['同'.repeat(70), '同'.repeat(71), `…${'同'.repeat(12)}`, `…${'同'.repeat(13)}`],
  ])('%s and %s become %s and %s', (mine, theirs, shown, shownThere) => {
    expect(partsThatDiffer(mine, theirs)).toEqual({ mine: shown, theirs: shownThere });
  });
});
