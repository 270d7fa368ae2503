/** A small approval: report, review by three, decision; with a deadline and a way back. What the speed of the kernel is measured on. */
export const referenceModel = `<?xml version="1.0" encoding="UTF-8"?>
<definitions id="Defs" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:engine="urn:fashen:engine:1.0" targetNamespace="urn:fashen:bench">
  <process id="reference" isExecutable="true">
    <startEvent id="start" /><endEvent id="end" /><endEvent id="reminded" />
    <userTask id="report" />
    <boundaryEvent id="late" attachedToRef="report" cancelActivity="false"><timerEventDefinition><timeDuration>P30D</timeDuration></timerEventDefinition></boundaryEvent>
    <task id="remind" />
    <exclusiveGateway id="needed" default="toReview" />
    <userTask id="review">
      <multiInstanceLoopCharacteristics engine:collection="= reviewers" engine:itemVariable="reviewer"><completionCondition>= review.refused = true</completionCondition></multiInstanceLoopCharacteristics>
    </userTask>
    <exclusiveGateway id="reviewed" default="toDecision" />
    <userTask id="decision" />
    <sequenceFlow id="f1" sourceRef="start" targetRef="report" />
    <sequenceFlow id="f2" sourceRef="report" targetRef="needed" />
    <sequenceFlow id="f3" sourceRef="late" targetRef="remind" />
    <sequenceFlow id="f4" sourceRef="remind" targetRef="reminded" />
    <sequenceFlow id="skip" sourceRef="needed" targetRef="decision"><conditionExpression xsi:type="tFormalExpression">= report.depth = "NONE"</conditionExpression></sequenceFlow>
    <sequenceFlow id="toReview" sourceRef="needed" targetRef="review" />
    <sequenceFlow id="f5" sourceRef="review" targetRef="reviewed" />
    <sequenceFlow id="back" sourceRef="reviewed" targetRef="report"><conditionExpression xsi:type="tFormalExpression">= review.refused = true</conditionExpression></sequenceFlow>
    <sequenceFlow id="toDecision" sourceRef="reviewed" targetRef="decision" />
    <sequenceFlow id="f6" sourceRef="decision" targetRef="end" />
  </process>
</definitions>`;

/** The commands that bring one instance from start to end: node and output, in order. */
export const referenceCommands = [
  { nodeId: 'report', output: { report: { depth: 'FULL', text: 'facts and evidence' } } },
  { nodeId: 'review', output: { review: { refused: false, by: 'a' } } },
  { nodeId: 'review', output: { review: { refused: false, by: 'b' } } },
  { nodeId: 'review', output: { review: { refused: false, by: 'c' } } },
  { nodeId: 'decision', output: { decision: { approved: true } } },
] as const;

/** Case data at the start. */
export const referenceVariables = {
  reviewers: ['a', 'b', 'c'],
  case: { number: '2026-001', cause: 'x', party: { name: 'y', type: 'CITIZEN' } },
};
