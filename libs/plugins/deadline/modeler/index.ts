import { defineModelerPlugin, type PanelField } from '@fashen/modeler';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import moddle from '../model/deadline.moddle.json';
import { deadlineLint } from '../model/lint';

const text = (property: string): PanelField => ({ property, kind: 'text' });
const period = (property: string): PanelField => ({ property, kind: 'choice', source: 'periods' });
const periods = (property: string): PanelField => ({ ...period(property), isMany: true });
const forActs = (acts: readonly string[], field: PanelField): PanelField => ({
  ...field,
  isRequired: true,
  isShown: (settings) => acts.includes(settings['atEnd'] ?? ''),
});

/** The clocks of a step, as legal staff set them in the modeler. */
export const deadlineModeler = defineModelerPlugin({
  id: 'deadline',
  moddle,
  messages: { 'zh-CN': zhCn, en },
  lint: deadlineLint,
  panel: [
    {
      id: 'group',
      extension: 'deadline:Term',
      appliesTo: ['bpmn:UserTask'],
      defaults: { atEnd: 'REMIND' },
      fields: [
        ...[period('period'), text('amountFrom'), text('from'), text('notBefore'), text('onlyIf'), period('follows')],
        {
          property: 'atEnd',
          kind: 'choice',
          values: ['REMIND', 'ESCALATE', 'MESSAGE', 'COMPLETE', 'AUTO_AGREE', 'AUTO_REJECT', 'RETURN'],
        },
        ...[period('seatPeriod'), { property: 'atSeatEnd', kind: 'choice', values: ['REMIND', 'ESCALATE', 'ABSTAIN', 'AGREE'] } as const],
        forActs(['MESSAGE'], text('message')),
        forActs(['RETURN'], { property: 'returnTo', kind: 'choice', source: 'userTasks' }),
        {
          ...{ property: 'escalateTo', kind: 'choice', source: 'roles', isRequired: true },
          isShown: (settings) => settings['atEnd'] === 'ESCALATE' || settings['atSeatEnd'] === 'ESCALATE',
        },
        forActs(['AUTO_AGREE', 'AUTO_REJECT'], text('output')),
        { property: 'statutory', kind: 'choice', values: ['true'] },
        ...[periods('starts'), text('startsIf'), periods('stops'), periods('holds'), periods('resumes')],
      ],
    },
  ],
});
