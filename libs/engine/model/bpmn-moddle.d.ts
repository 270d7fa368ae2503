/** The part of bpmn-moddle we use; it ships no declarations for this entry. */
declare module 'bpmn-moddle' {
  import type { ModdleElement } from '@fashen/bpmn';
  export type { ModdleElement } from '@fashen/bpmn';

  export interface ModdleWarning {
    readonly message: string;
    readonly element?: ModdleElement;
    readonly property?: string;
    readonly value?: unknown;
  }

  export interface ModdleResult {
    readonly rootElement: ModdleElement;
    readonly elementsById: Readonly<Record<string, ModdleElement>>;
    readonly warnings: readonly ModdleWarning[];
  }

  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, object>>);
    /** Rejects when the text is no BPMN at all; with `lax: false` also at the first content that is none. */
    fromXML(xml: string, options?: { readonly lax?: boolean }): Promise<ModdleResult>;
  }
}
