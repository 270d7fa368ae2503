/** Reading BPMN files. */
export { engineModdle } from './engine.moddle';
export type { ModelProblem, ModelSource, ParsedModel, SourceEvent, SourceFlow, SourceLoop, SourceNode } from './model-source';
export { parseModel } from './parse-model';
