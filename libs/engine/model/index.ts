/** Reading BPMN files. */
export type { ModelProblem, ModelSource, ParsedModel, SourceEvent, SourceFlow, SourceLoop, SourceNode } from './model-source';
export { parseModel } from './parse-model';
