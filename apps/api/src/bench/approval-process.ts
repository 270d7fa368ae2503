import type { JsonObject } from '@fashen/plugin-api';

/** Key of the process that the benchmark and the soak run act on. */
export const APPROVAL = 'approval-sample';
const FORM = 'approval-sample-opinion';

const NAMESPACES = [
  'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  'xmlns:assignment="urn:fashen:assignment:1.0"',
  'xmlns:form="urn:fashen:form:1.0"',
].join(' ');

const assignment = (attributes: string): string => `<assignment:assignment ${attributes} />`;
const binding = `<form:binding form="${FORM}" />`;
const userTask = (id: string, name: string, ...extensions: readonly string[]): string =>
  `<userTask id="${id}" name="${name}"><extensionElements>${extensions.join('')}</extensionElements></userTask>`;
const flow = (from: string, to: string): string => `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}" />`;

/**
 * Report, approval by the head of the unit, legal review, a timer, decision by a leader, then filing and publication side by side:
 * a short way through everything an approval has (starter, role within the unit, role, duties apart, form, timer, parallel paths).
 */
export const approvalModel = `<?xml version="1.0" encoding="UTF-8"?>
<definitions ${NAMESPACES} id="approval-sample-definitions" targetNamespace="urn:fashen:samples"><process id="${APPROVAL}" name="审批样例" isExecutable="true">
<startEvent id="start" />
${userTask('report', '提出', assignment('kind="starter"'))}
${userTask('approve', '承办机构审批', assignment('kind="role" value="unit-head" unit="starter" duty="approve-handling"'), binding)}
${userTask('review', '法制审核', assignment('kind="role" value="legal-reviewer" duty="review" exclude="approve"'), binding)}
<intermediateCatchEvent id="moment"><timerEventDefinition><timeDuration xsi:type="tFormalExpression">PT1S</timeDuration></timerEventDefinition></intermediateCatchEvent>
${userTask('decide', '负责人批准', assignment('kind="role" value="deputy-head chief-head" exclude="report approve review"'), binding)}
<parallelGateway id="split" /><parallelGateway id="join" />
${userTask('file', '归档', assignment('kind="role" value="disclosure-clerk"'))}
${userTask('publish', '公示', assignment('kind="role" value="disclosure-clerk"'))}
<endEvent id="end" />
${flow('start', 'report')}${flow('report', 'approve')}${flow('approve', 'review')}${flow('review', 'moment')}${flow('moment', 'decide')}${flow('decide', 'split')}
${flow('split', 'file')}${flow('split', 'publish')}${flow('file', 'join')}${flow('publish', 'join')}${flow('join', 'end')}
</process></definitions>`;

/** The form of the opinions. */
export const approvalForm = {
  type: 'default',
  id: FORM,
  schemaVersion: 16,
  components: [
    {
      type: 'radio',
      id: 'f_approved',
      label: '意见',
      key: 'opinion.approved',
      values: [
        { label: '同意', value: true },
        { label: '不同意', value: false },
      ],
      validate: { required: true },
    },
    { type: 'textarea', id: 'f_comment', label: '说明', key: 'opinion.comment', validate: { required: true, maxLength: 5000 } },
  ],
};

/** Answers of that form. */
export const opinion: JsonObject = { opinion: { approved: true, comment: '事实清楚，证据确凿，同意所拟意见。' } };
