import type { DrawingReport } from '@fashen/modeler';
import type { LintFinding } from '@fashen/plugin-api';
import { joinFindings } from './join-findings.rules';

const finding = (rule: string, elementId: string, params?: LintFinding['params']): LintFinding => ({
  rule,
  severity: 'error',
  elementId,
  ...(params && { params }),
});
const report = (...findings: LintFinding[]): DrawingReport => ({ rules: new Set(['a.one', 'a.two']), findings });

const soundness = finding('engine.dead-end', 'X');
const one = finding('a.one', 'A', { step: '甲' });
const two = finding('a.two', 'B');

describe('findings of browser and server', () => {
  it('are those of the server before the browser has asked', () => {
    expect(joinFindings(undefined, { findings: [soundness, one], isCurrent: true })).toEqual([soundness, one]);
  });

  it('keep what only the server knows while the drawing is ahead of it, and take the rest from the browser', () => {
    // given
    const answer = { findings: [soundness, one], isCurrent: false };
    // when
    const joined = joinFindings(report(two), answer);
    // then
    expect(joined).toEqual([soundness, two]);
  });

  it('stand once and do not move when the server says the same in another order', () => {
    // given
    const before = joinFindings(report(one, two), { findings: [soundness], isCurrent: false });
    const wire = JSON.parse(JSON.stringify([two, soundness, one])) as LintFinding[];
    // when
    const joined = joinFindings(report(one, two), { findings: wire, isCurrent: true });
    // then
    expect(joined).toEqual(before);
  });

  it('follow the server where it has seen the same drawing and says otherwise', () => {
    // given
    const other = finding('a.one', 'C');
    // when
    const joined = joinFindings(report(one, two), { findings: [other, two], isCurrent: true });
    // then
    expect(joined).toEqual([two, other]);
  });

  it('come from the server alone for a rule that the browser left out', () => {
    // given
    const slow = { rules: new Set(['a.two']), findings: [two] };
    // when
    const joined = joinFindings(slow, { findings: [one], isCurrent: false });
    // then
    expect(joined).toEqual([one, two]);
  });
});
