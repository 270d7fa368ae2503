/** How many people sign one step. */
export const SIGNERS = 300;
/** Key of the process. */
export const SIGNING = 'bench-signing';
/** Post of those who sign. */
export const SIGNER_POST = 'bench-signer';

/** A step that all people with the post sign; two agreements decide. */
export const manySigners = `<?xml version="1.0" encoding="UTF-8"?>
<definitions id="bench_signing" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:assignment="urn:fashen:assignment:1.0" xmlns:approval="urn:fashen:approval:1.0" targetNamespace="urn:fashen:bench">
<process id="${SIGNING}" name="many signers" isExecutable="true"><startEvent id="start" name="start"/><sequenceFlow id="start_sign" sourceRef="start" targetRef="sign"/>
<userTask id="sign" name="sign"><extensionElements><assignment:assignment kind="post" value="${SIGNER_POST}"/><approval:sign mode="count" threshold="2"/></extensionElements></userTask>
<sequenceFlow id="sign_end" sourceRef="sign" targetRef="end"/><endEvent id="end" name="end"/></process></definitions>`;
