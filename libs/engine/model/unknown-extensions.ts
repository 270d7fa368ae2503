import type { ModdleElement, ModdleResult } from 'bpmn-moddle';
import { childOf, elementsIn } from '@fashen/bpmn';

/** Something in a file that belongs to no plugin: nobody would carry it out, and somebody may believe it works. */
export interface UnknownExtension {
  readonly elementId: string;
  /** Name as written, with its prefix. */
  readonly name: string;
}

/** Extension elements and attributes of foreign namespaces on elements of the process. Layout and colors of the diagram may carry any. */
export function unknownExtensions({ elementsById }: ModdleResult): readonly UnknownExtension[] {
  return Object.values(elementsById)
    .filter((element) => element.$type.startsWith('bpmn:'))
    .flatMap((element) =>
      [...foreignChildren(element), ...foreignAttributes(element)].map((name) => ({ elementId: element.id ?? '', name })),
    );
}

const foreignChildren = (element: ModdleElement): readonly string[] =>
  elementsIn(childOf(element, 'extensionElements')?.['values'])
    .filter(({ $descriptor }) => $descriptor.isGeneric)
    .map(({ $type }) => $type);

const foreignAttributes = (element: ModdleElement): readonly string[] =>
  element.$type === 'bpmn:Definitions'
    ? []
    : Object.keys(element.$attrs ?? {}).filter((name) => name.includes(':') && !name.startsWith('xmlns'));
