import { Injectable } from '@nestjs/common';
import { Entity, PrimaryColumn } from 'typeorm';
import { defineErrors, type PluginMessages, type WorkflowPlugin } from '@fashen/plugin-api';
import { createPluginHost, PluginProblemsError } from '../index';

const texts = (errors: Record<string, string> = {}, lint: Record<string, string> = {}): PluginMessages => ({
  errors,
  ui: {},
  modeler: {},
  lint,
});
const plugin = (id: string, more: Partial<WorkflowPlugin> = {}): WorkflowPlugin => ({
  id,
  messages: { 'zh-CN': texts(), en: texts() },
  ...more,
});
const problemsOf = (...plugins: readonly WorkflowPlugin[]): readonly string[] => {
  try {
    createPluginHost(plugins);
    return [];
  } catch (error) {
    if (error instanceof PluginProblemsError) return error.problems;
    throw error;
  }
};

@Entity('elsewhere')
class StrayEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id: string;
}

abstract class Weather {}
@Injectable()
class WeatherService extends Weather {}

describe('the plugin host', () => {
  it('puts each plugin after those it requires, the engine first', () => {
    // when
    const host = createPluginHost([plugin('c', { requires: ['b'] }), plugin('a'), plugin('b', { requires: ['a'] })]);
    // then
    expect(host.plugins.map(({ id }) => id)).toEqual(['engine', 'a', 'b', 'c']);
  });

  it('reports every problem of every plugin at once', () => {
    // given
    defineErrors('untold', { SILENT: 'conflict' });
    const port = { provide: Weather, useClass: WeatherService };
    // when
    const problems = problemsOf(
      plugin('Bad_Id'),
      plugin('twice', { ports: [port], permissions: ['case.read'] }),
      plugin('twice', { ports: [port], permissions: ['case.read', 'nonsense'] }),
      plugin('needy', { requires: ['absent'] }),
      plugin('round', { requires: ['about'] }),
      plugin('about', { requires: ['round'] }),
      plugin('moddled', { moddle: { prefix: 'other', uri: 'http://example.org' } }),
      plugin('tabled', { entities: [StrayEntity] }),
      plugin('untold'),
      plugin('linted', { lint: { rule: () => [] } }),
      plugin('half', { messages: { 'zh-CN': texts({ 'half.A': '甲' }), en: texts({ 'other.B': 'b' }) } }),
    );
    // then
    expect(problems).toEqual([
      'needy: requires "absent", which is not installed',
      'the plugin id "twice" exists twice',
      'the permission "case.read" exists twice',
      'the port "Weather" exists twice',
      'these plugins require each other in a circle: round, about',
      'Bad_Id: the id must be kebab-case',
      'twice: the permission "nonsense" is not of the form thing.verb',
      'moddled: the moddle prefix is "other" instead of the id',
      'moddled: the moddle uri is "http://example.org" instead of "urn:fashen:moddled:1.0"',
      'tabled: the table "elsewhere" does not begin with "tabled_"',
      'untold: there is no text for "untold.SILENT"',
      'linted: there is no text for "linted.rule"',
      'linted: there is no text for "linted.rule.remedy"',
      'half: zh-CN has no text for errors "other.B"',
      'half: en has no text for errors "half.A"',
    ]);
  });

  it('fills the gaps of texts and leaves those that nothing is known for', () => {
    // given
    const messages = { 'zh-CN': texts({ 'told.LATE': '{who}已于{at}办结' }), en: texts({ 'told.LATE': '{who} ended it at {at}' }) };
    const host = createPluginHost([plugin('told', { messages })]);
    // then
    expect(host.localize('told.LATE', { who: '甲样例' }, 'zh-CN')).toBe('甲样例已于{at}办结');
    expect(host.localize('told.LATE', { who: 'Jia', at: 'noon' }, 'en')).toBe('Jia ended it at noon');
    expect(host.localize('told.UNKNOWN', {}, 'en')).toBe('told.UNKNOWN');
  });

  it('gives lint findings the full name of their rule', () => {
    // given
    const lint = texts({}, { 'strict.rule': 'x', 'strict.rule.remedy': 'y' });
    const host = createPluginHost([
      plugin('strict', { lint: { rule: () => [{ severity: 'warning', elementId: 'A' }] }, messages: { 'zh-CN': lint, en: lint } }),
    ]);
    // when
    const findings = host.lint({ processId: 'P', elements: new Map(), flows: [] });
    // then
    expect(findings).toEqual([{ rule: 'strict.rule', severity: 'warning', elementId: 'A' }]);
  });
});
