import { defineModelerPlugin, type PanelGroup } from '@fashen/modeler';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import moddle from '../model/legal-review.moddle.json';
import { legalReviewLint } from '../model/lint';

/** One part a step may play in the review; it has no further settings. */
const part = (name: string, appliesTo: string): PanelGroup => ({
  id: `group.${name.toLowerCase()}`,
  extension: `legal-review:${name}`,
  appliesTo: [appliesTo],
  fields: [],
});

/** Which part a step plays in legal review, as legal staff set it in the modeler. */
export const legalReviewModeler = defineModelerPlugin({
  id: 'legal-review',
  moddle,
  messages: { 'zh-CN': zhCn, en },
  lint: legalReviewLint,
  panel: [
    part('Catalog', 'bpmn:BusinessRuleTask'),
    part('Draft', 'bpmn:UserTask'),
    part('Review', 'bpmn:UserTask'),
    part('Signature', 'bpmn:UserTask'),
    part('HearingRequest', 'bpmn:UserTask'),
    part('Hearing', 'bpmn:UserTask'),
    part('Decision', 'bpmn:UserTask'),
  ],
});
