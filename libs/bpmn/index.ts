/** Reading a BPMN tree, the same for a file on the server and for a drawing in the browser. */
export { bpmnlintFindings, bpmnlintRules } from './bpmnlint-rules';
export { noteConnections } from './connections';
export { engineModdle } from './engine.moddle';
export { executableProcesses } from './executable-processes';
export { childOf, elementsIn } from './extensions';
export type { ModdleElement } from './moddle-element';
export type { ModelSource, SourceEvent, SourceFlow, SourceLoop, SourceNode } from './model-source';
export { processModel } from './process-model';
export { readSource } from './read-source';
