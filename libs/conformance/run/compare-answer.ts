import type { Answer } from '../adapter';
import type { Expectation } from '../conformance-case';
import { dayInChina, differs, missing } from './compare-state';
import { effectText, listText } from './texts';

/** What is wrong with the answer to one operation, in words. */
export function answerDifference(expected: Expectation, answer: Answer): string | undefined {
  switch (answer.kind) {
    case 'unsupported':
      return `not supported: ${answer.why}`;
    case 'refused':
      return refusalDifference(expected, answer);
    case 'done':
      if (expected.refused !== undefined) return `expected a refusal (${classesOf(expected)}), and it was done`;
      return missing('told', expected.told ?? [], answer.told ?? []) ?? effectDifference(expected, answer);
  }
}

/** What is wrong with the answers to acts at the same moment. */
export function raceDifference(winners: readonly number[], answers: readonly Answer[]): string | undefined {
  const unsupported = answers.find((answer) => answer.kind === 'unsupported');
  if (unsupported) return answerDifference({}, unsupported);
  const won = answers.filter((answer) => answer.kind === 'done').length;
  if (!winners.includes(won)) {
    return differs('acts that succeeded at the same moment', winners.join(' or '), `${won} (${listText(answers.map(answerText))})`);
  }
  const wrong = answers.find((answer) => answer.kind === 'refused' && answer.because !== 'CONFLICT');
  return wrong && differs('the losers are refused with', 'CONFLICT', answerText(wrong));
}

/** An answer in words. */
export const answerText = (answer: Answer): string => (answer.kind === 'refused' ? `${answer.because} ${answer.code}` : answer.kind);

function refusalDifference(expected: Expectation, answer: Extract<Answer, { kind: 'refused' }>): string | undefined {
  if (expected.refused === undefined) return `refused: ${answerText(answer)}`;
  if ([expected.refused].flat().includes(answer.because)) return blamedDifference(expected, answer);
  return differs('refused with', classesOf(expected), answerText(answer));
}

function blamedDifference({ blamed = {} }: Expectation, answer: Extract<Answer, { kind: 'refused' }>): string | undefined {
  const { at, ...told } = answer.blamed ?? {};
  const found: NonNullable<Expectation['blamed']> = { ...told, ...(at === undefined ? {} : { day: dayInChina(at) }) };
  const wrong = (['node', 'person', 'day'] as const).find((key) => blamed[key] !== undefined && blamed[key] !== found[key]);
  return wrong && differs(`${wrong} that the refusal tells`, blamed[wrong] ?? '', found[wrong] ?? 'nothing');
}

function effectDifference(expected: Expectation, answer: Extract<Answer, { kind: 'done' }>): string | undefined {
  return missing('effect told', expected.affected ?? [], (answer.affected ?? []).map(effectText));
}

const classesOf = (expected: Expectation): string => [expected.refused ?? []].flat().join(' or ');
