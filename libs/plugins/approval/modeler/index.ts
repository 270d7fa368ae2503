import { defineModelerPlugin, type PanelField } from '@fashen/modeler';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import moddle from '../model/approval.moddle.json';
import { approvalLint } from '../model/lint';
import { SIGN_OPERATIONS } from '../model/sign.schema';

const MODES = ['all', 'anyFirst', 'anyAgree', 'ratio', 'count', 'sequential', 'custom', 'each'];

const choice = (property: string, ...values: readonly string[]): PanelField => ({ property, kind: 'choice', values });
const text = (property: string): PanelField => ({ property, kind: 'text' });
const principals = (property: string): PanelField => ({ property, kind: 'choice', source: 'principals', isMany: true });
type Settings = Readonly<Record<string, string | undefined>>;

/** Where nobody votes, a setting about votes is shown as long as it stands there: the checks find it, and somebody has to take it away. */
const isLeftOver = (settings: Settings, property: string): boolean => settings['mode'] === 'each' && Boolean(settings[property]);
const inModes = (modes: readonly string[], field: PanelField): PanelField => ({
  ...field,
  isShown: (settings) => modes.includes(settings['mode'] ?? '') || isLeftOver(settings, field.property),
});
const ofVotes = (field: PanelField): PanelField => ({
  ...field,
  isShown: (settings) => settings['mode'] !== 'each' || isLeftOver(settings, field.property),
});

/** How several people decide at one step, as legal staff set it in the modeler. */
export const approvalModeler = defineModelerPlugin({
  id: 'approval',
  moddle,
  messages: { 'zh-CN': zhCn, en },
  lint: approvalLint,
  panel: [
    {
      id: 'group',
      extension: 'approval:Sign',
      appliesTo: ['bpmn:UserTask'],
      defaults: { mode: 'all' },
      fields: [
        { property: 'mode', kind: 'choice', values: MODES, isRequired: true },
        inModes(['ratio', 'count', 'custom'], { ...text('threshold'), isRequired: true }),
        inModes(['custom', 'each'], choice('order', 'parallel', 'sequential')),
        inModes(['ratio', 'count', 'sequential', 'custom'], text('quorum')),
        ofVotes(choice('abstain', 'counted', 'excluded')),
        inModes(['all', 'ratio', 'count', 'sequential', 'custom'], choice('earlyPass', 'true', 'false')),
        inModes(['all', 'ratio', 'count', 'sequential', 'custom'], choice('earlyFail', 'true', 'false')),
        ...['veto', 'mandatory'].map(principals).map(ofVotes),
        principals('chair'),
        ofVotes(text('weights')),
        { ...choice('operations', ...SIGN_OPERATIONS), isMany: true },
        ofVotes(text('minOpinion')),
        text('variable'),
        choice('statutory', 'true', 'false'),
      ],
    },
  ],
});
