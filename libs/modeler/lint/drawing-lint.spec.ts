import type { LintRule, ProcessModel } from '@fashen/plugin-api';
import { defineModelerPlugin } from '../modeler-plugin';
import { DrawingLint, drawingRules } from './drawing-lint';

const model: ProcessModel = { processId: 'P', elements: new Map(), flows: [] };
const texts = { errors: {}, ui: {}, modeler: {}, lint: {} };
const messages = { 'zh-CN': texts, en: texts };

const refuse =
  (elementId: string): LintRule =>
  () => [{ severity: 'error', elementId }];

describe('rules asked while drawing', () => {
  it('gives every finding the full name of its rule', () => {
    // given
    const plugin = defineModelerPlugin({ id: 'countersign', messages, lint: { 'needs-signers': refuse('A') } });
    const bare = defineModelerPlugin({ id: 'bare', messages });
    // when
    const report = new DrawingLint(drawingRules([plugin, bare])).check(model);
    // then
    expect(report.findings).toEqual([{ rule: 'countersign.needs-signers', severity: 'error', elementId: 'A' }]);
    expect([...report.rules]).toEqual(['countersign.needs-signers']);
  });

  it('leaves a rule that took long to the server from then on', () => {
    // given
    let time = 0;
    const slow: LintRule = (drawn) => {
      time += 101;
      return refuse('A')(drawn);
    };
    const lint = new DrawingLint(
      new Map([
        ['a.slow', slow],
        ['a.fast', refuse('B')],
      ]),
      () => time,
    );
    // when
    const [first, second] = [lint.check(model), lint.check(model)];
    // then
    expect(first.findings.map(({ rule }) => rule)).toEqual(['a.slow', 'a.fast']);
    expect(second).toEqual({ rules: new Set(['a.fast']), findings: [{ rule: 'a.fast', severity: 'error', elementId: 'B' }] });
  });
});
