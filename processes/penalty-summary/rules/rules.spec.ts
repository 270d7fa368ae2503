import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserFeel } from '@fashen/feel';
import type { Json, JsonObject } from '@fashen/plugin-api';
import { countPeriod, dayTypeOf, sampleOfficeDays } from '@fashen/plugins/calendar/model';
import { checkDecisions, type CompiledModel, evaluateDecisions } from '@fashen/plugins/decision-rule/model';
import { bundledParameterSets, type ParameterValues, proposal } from '@fashen/plugins/legal-review/model';
import { lastDayOf, limitsAnswer, termsAnswer } from '@fashen/plugins/summary/model';

const PARAMETERS = join(__dirname, '../../penalty-ordinary/rules/parameter-sets.json');
const { sets } = bundledParameterSets.parse(JSON.parse(readFileSync(PARAMETERS, 'utf8')));
const figures: ParameterValues = sets[0]?.values ?? ({} as never);

async function compiled(name: string): Promise<CompiledModel> {
  const { compiled: model, findings } = await checkDecisions(readFileSync(join(__dirname, name), 'utf8'), browserFeel);
  if (!model) throw new Error(JSON.stringify(findings));
  return model;
}

let limits: CompiledModel;
let terms: CompiledModel;

beforeAll(async () => {
  limits = await compiled('summary-limits.dmn');
  terms = await compiled('summary-terms.dmn');
});

const ask = (model: CompiledModel, input: JsonObject): Json =>
  evaluateDecisions(model, { input, now: new Date('2026-11-05T02:00:00Z') }).output;
const draftOf = (draft: JsonObject): JsonObject => proposal.parse({ procedure: 'SUMMARY', kinds: ['FINE'], ...draft });
const judged = (type: string, draft: JsonObject, parameters: ParameterValues = figures): Json =>
  ask(limits, { draft: draftOf(draft), party: { type }, parameters });

describe('limits of the summary procedure', () => {
  it.each<[string, JsonObject, boolean]>([
    ['CITIZEN', { fine: 200 }, true],
    ['CITIZEN', { fine: 201 }, false],
    ['ORGANISATION', { fine: 3_000 }, true],
    ['ORGANISATION', { fine: 3_001 }, false],
    ['SOLE_TRADER', { fine: 3_000 }, false],
    ['CITIZEN', { kinds: ['WARNING'], fine: 0 }, true],
    ['CITIZEN', { kinds: [], fine: 0 }, false],
    ['CITIZEN', { kinds: ['FINE', 'CONFISCATE_GAIN'], fine: 50 }, false],
    ['CITIZEN', { fine: 50, goodsValue: 1 }, false],
    ['CITIZEN', { procedure: 'ORDINARY', fine: 50 }, false],
  ])('for %s with %j allow: %p', (type, draft, allowed) => {
    expect(judged(type, draft)).toMatchObject({ allowed, article: '行政处罚法第五十一条', remedy: 'RECONSIDERATION_FIRST' });
  });

  it('take a sole trader for what the figures of the bureau say', () => {
    expect(judged('SOLE_TRADER', { fine: 3_000 }, { ...figures, soleTraderAs: 'ORGANISATION' })).toMatchObject({ allowed: true });
  });

  it('have the shape the step needs', () => {
    expect(limitsAnswer.safeParse(judged('CITIZEN', { fine: 1 })).success).toBe(true);
  });
});

describe('collection and periods', () => {
  it.each<[JsonObject, string, string, string]>([
    [{ fine: 100 }, 'NONE', 'ON_THE_SPOT', '行政处罚法第六十八条第一项'],
    [{ fine: 101 }, 'NONE', 'BANK', '行政处罚法第六十七条'],
    [{ fine: 101 }, 'HARD', 'ON_THE_SPOT', '行政处罚法第六十八条第二项'],
    [{ fine: 3_000 }, 'REMOTE', 'ON_THE_SPOT', '行政处罚法第六十九条'],
    [{ kinds: ['WARNING'], fine: 0 }, 'NONE', 'NONE', ''],
  ])('of %j with the reason %s: %s', (draft, collectionReason, collection, collectionArticle) => {
    const answer = ask(terms, { draft: draftOf(draft), site: { collectionReason } });
    expect(answer).toMatchObject({ collection, collectionArticle });
  });

  it('lead to days by the rules of the calendar', () => {
    // given
    const answer = termsAnswer.parse(ask(terms, { draft: draftOf({ fine: 50 }), site: { collectionReason: 'NONE' } }));
    const law = dayTypeOf('APL', answer.handIn.days);
    // then
    expect(law).toEqual({ unit: 'workingDays', rule: 'R2' });
    expect(lastDayOf('handIn', '2026-11-05', answer, sampleOfficeDays)).toBe('2026-11-09');
    expect(lastDayOf('pay', '2026-09-18', answer, sampleOfficeDays)).toBe('2026-10-08');
    expect(countPeriod({ start: '2026-11-05', count: 60, unit: 'days', kind: 'party' }, sampleOfficeDays).raw).toBe('2027-01-04');
    expect(answer.report.confidence).toBe('V3');
  });
});
