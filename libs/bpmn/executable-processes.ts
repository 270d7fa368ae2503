import { elementsIn } from './extensions';
import type { ModdleElement } from './moddle-element';

/** The processes of a file that are marked executable; a file with a single process needs no mark. */
export function executableProcesses(definitions: ModdleElement): readonly ModdleElement[] {
  const processes = elementsIn(definitions['rootElements']).filter((element) => element.$instanceOf('bpmn:Process'));
  const executable = processes.filter((process) => process['isExecutable'] === true);
  return executable.length > 0 || processes.length > 1 ? executable : processes;
}
