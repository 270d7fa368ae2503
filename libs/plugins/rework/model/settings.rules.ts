import type { JsonObject, ModelElement, ProcessModel } from '@fashen/plugin-api';
import { isFilledInByEach } from '@fashen/plugins/assignment/model';

/** Moddle type of the settings of a step, and the key under which a model element carries them. */
export const RETURN = 'rework:Return';
/** Moddle type of the settings of a process about withdrawing. */
export const WITHDRAWAL = 'rework:Withdrawal';

/** Values of the settings that are a choice, the default first. */
export const CHOICES = {
  returnBy: ['ANY_SEAT', 'VOTE', 'NOBODY'],
  allowCrossParallel: ['false', 'true'],
  modeChoice: ['NODE_DEFAULT', 'RETURNER_CHOOSES', 'SUBMITTER_CHOOSES'],
  mode: ['STEPWISE', 'DIRECT'],
  afterJoin: ['BRANCH_ONLY', 'ALL', 'EITHER'],
  onNotPassed: ['FLOW_BRANCH', 'END_REJECTED', 'RETURN_TO'],
  takeBack: ['UNTIL_OPENED', 'UNTIL_DECIDED', 'NEVER'],
  statutory: ['false', 'true'],
} as const;

/** Until when the starter may withdraw a case; the default first. */
export const WITHDRAW_UNTIL = ['FIRST_DECIDED', 'FIRST_OPENED', 'NODE', 'NEVER'] as const;

/** How the case goes on after the correction: every step anew, or straight back to whoever returned it. */
export type ReworkMode = (typeof CHOICES.mode)[number];

/** What a step says about returning, rejecting and taking back. */
export interface ReturnSettings {
  readonly returnBy: (typeof CHOICES.returnBy)[number];
  readonly allowCrossParallel: boolean;
  readonly modeChoice: (typeof CHOICES.modeChoice)[number];
  readonly mode: ReworkMode;
  readonly afterJoin: (typeof CHOICES.afterJoin)[number];
  /** Paths of case data that forbid the straight way back once they have changed. */
  readonly material: readonly string[];
  /** Paths of case data without which nobody may be sent here. */
  readonly needs: readonly string[];
  /** How often this step may return a case; absent without limit. */
  readonly maxRounds?: number;
  readonly onNotPassed: (typeof CHOICES.onNotPassed)[number];
  readonly returnTo?: string;
  readonly takeBack: (typeof CHOICES.takeBack)[number];
  readonly isStatutory: boolean;
}

/** What a process says about withdrawing. */
export interface WithdrawalSettings {
  readonly until: (typeof WITHDRAW_UNTIL)[number];
  readonly node?: string;
}

/** Steps that the law demands, whatever their settings say: marked so by other extensions. */
const STATUTORY_EXTENSIONS = ['legal-review:Review', 'legal-review:Signature', 'legal-review:Hearing', 'legal-review:Decision'] as const;

/** Moddle type of the steps of a collective discussion, and those of them at which heads speak. */
const MEETING = 'discussion:Meeting';
const SAID_AT_A_MEETING: readonly string[] = ['view', 'conclude', 'sign'];

/** Settings of a step; the defaults where it says nothing. */
export function returnSettings(model: ProcessModel, nodeId: string): ReturnSettings {
  const element = model.elements.get(nodeId);
  const drawn = element?.extensions[RETURN] ?? {};
  const maxRounds = Number(textOf(drawn, 'maxRounds'));
  const returnTo = textOf(drawn, 'returnTo');
  return {
    returnBy: choiceOf(drawn, 'returnBy'),
    allowCrossParallel: choiceOf(drawn, 'allowCrossParallel') === 'true',
    modeChoice: choiceOf(drawn, 'modeChoice'),
    mode: choiceOf(drawn, 'mode'),
    afterJoin: choiceOf(drawn, 'afterJoin'),
    material: wordsOf(textOf(drawn, 'material')),
    needs: wordsOf(textOf(drawn, 'needs')),
    ...(maxRounds > 0 && { maxRounds }),
    onNotPassed: choiceOf(drawn, 'onNotPassed'),
    ...(returnTo && { returnTo }),
    takeBack: isSaidOnce(element) ? 'NEVER' : choiceOf(drawn, 'takeBack'),
    isStatutory: isStatutory(element),
  };
}

/**
 * True for a step that nobody takes back by oneself: one that several have filled in, where the last of them would take back what all have
 * said; and what was said at a meeting, which is kept and not said twice.
 */
function isSaidOnce(element: ModelElement | undefined): boolean {
  const meeting = textOf(element?.extensions[MEETING] ?? {}, 'step');
  return isFilledInByEach(element) || SAID_AT_A_MEETING.includes(meeting);
}

/** Settings of a process about withdrawing. */
export function withdrawalSettings(model: ProcessModel): WithdrawalSettings {
  const drawn = model.elements.get(model.processId)?.extensions[WITHDRAWAL] ?? {};
  const node = textOf(drawn, 'node');
  return { until: valueOf(WITHDRAW_UNTIL, textOf(drawn, 'until')), ...(node && { node }) };
}

/** True for a step that must never be left out. */
export function isStatutory(element: ModelElement | undefined): boolean {
  if (!element) return false;
  if (element.extensions[RETURN]?.['statutory'] === 'true') return true;
  return STATUTORY_EXTENSIONS.some((extension) => extension in element.extensions);
}

/** Words of a list attribute. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter(Boolean);
}

/** Text of an attribute, empty when it is not there. */
export function textOf(drawn: JsonObject, name: string): string {
  const value = drawn[name];
  return typeof value === 'string' ? value.trim() : '';
}

function choiceOf<K extends keyof typeof CHOICES>(drawn: JsonObject, name: K): (typeof CHOICES)[K][number] {
  return valueOf(CHOICES[name], textOf(drawn, name));
}

function valueOf<T extends string>(values: readonly [T, ...T[]], text: string): T {
  return values.find((value) => value === text) ?? values[0];
}
