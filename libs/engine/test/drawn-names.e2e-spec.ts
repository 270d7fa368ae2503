import { Injectable } from '@nestjs/common';
import { definePlugin, type LintFinding, type NameCheck, type NameFault, type PluginMessages, type Tx } from '@fashen/plugin-api';
import { createTestApp, type TestApp } from '@fashen/testing';
import { deskFile } from './desk-model';
import { deskPlugin } from './desk-plugin';
import { flows } from './kernel/model-text';

const texts = (lint: Record<string, string>): PluginMessages => ({ errors: {}, ui: {}, modeler: {}, lint });
const told = texts({ 'stamp.no-stamp': '没有印章', 'stamp.no-stamp.remedy': '刻一枚' });

/** Knows no stamp but one. */
@Injectable()
class StampCheck implements NameCheck {
  readonly kind = 'stamp';
  readonly faults = { 'no-stamp': 'error' } as const;
  static asked: string[] = [];

  judge(_tx: Tx, id: string): Promise<NameFault | undefined> {
    StampCheck.asked.push(id);
    return Promise.resolve(id === 'A' ? undefined : { rule: 'no-stamp', params: { size: 4 } });
  }
}

const stampPlugin = (messages: PluginMessages) =>
  definePlugin({
    id: 'stamp',
    names: ({ elements }) =>
      [...elements.values()]
        .filter(({ type }) => type === 'bpmn:UserTask')
        .map(({ id }) => ({ elementId: id, kind: 'stamp', id: id.slice(0, 1) })),
    nameChecks: [StampCheck],
    messages: { 'zh-CN': messages, en: messages },
  });

const step = (id: string): string => `<userTask id="${id}" name="${id}"/>`;
const line = (...ids: readonly string[]): string =>
  deskFile(`<startEvent id="s"/>${ids.map(step).join('')}<endEvent id="e"/>${flows(['s', ...ids, 'e'].join(' -> '))}`);
const named = (findings: readonly LintFinding[]): readonly string[] =>
  findings.filter(({ rule }) => /stamp|called/.test(rule)).map(({ severity, rule, elementId }) => `${severity} ${rule} ${elementId ?? ''}`);

describe('what drawings name', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp({ plugins: [deskPlugin, stampPlugin(told)] });
  });
  afterAll(() => app.close());

  const inspect = (xml: string) => app.as('ren').read((tx) => app.definitions.inspect(tx, xml));

  it('is asked for once by whoever knows such things, and told at every element', async () => {
    // given
    StampCheck.asked = [];
    // when
    const findings = await inspect(line('A1', 'B1', 'B2'));
    // then
    expect(named(findings)).toEqual(['error stamp.no-stamp B1', 'error stamp.no-stamp B2']);
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'stamp.no-stamp', params: { size: 4, id: 'B', step: 'B1' } }));
    expect(StampCheck.asked).toEqual(['A', 'B']);
  });

  it('is no matter of the drawing alone, but refuses its publication', async () => {
    // given
    const publish = (xml: string) => app.as('ren').run((tx) => app.definitions.publish(tx, { xml, reason: 'x' }));
    // then
    expect(named(await app.definitions.check(line('B1')))).toEqual([]);
    await expect(publish(line('B1'))).rejects.toMatchObject({ code: 'engine.MODEL_REFUSED', params: { findings: [{ elementId: 'B1' }] } });
    expect(await publish(line('A1'))).toMatchObject({ version: 1 });
  });

  it('may be a process that is not published yet, which is a warning', async () => {
    // given
    const calling = (key: string): string =>
      deskFile(`<startEvent id="s"/><callActivity id="c" calledElement="${key}"/><endEvent id="e"/>${flows('s -> c -> e')}`);
    // then
    expect(named(await inspect(calling('nowhere')))).toEqual(['warning engine.called-process-unpublished c']);
  });

  it('is not judged by a plugin that cannot say what is wrong', async () => {
    await expect(createTestApp({ plugins: [stampPlugin(texts({ 'stamp.no-stamp': '没有印章' }))] })).rejects.toMatchObject({
      problems: ['stamp: there is no text for "stamp.no-stamp.remedy"'],
    });
  });
});
