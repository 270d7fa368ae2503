/** The part of bpmn-moddle we use; it ships no declarations for this entry. */
declare module 'bpmn-moddle' {
  /** An element of the tree. Its attributes and children are plain properties named as in the BPMN schema. */
  export interface ModdleElement {
    readonly $type: string;
    readonly $descriptor: { readonly isGeneric?: boolean; readonly properties: readonly { readonly name: string }[] };
    readonly $parent?: ModdleElement;
    /** Attributes that no descriptor declares. */
    readonly $attrs?: Readonly<Record<string, string>>;
    readonly id?: string;
    /** True for the type itself and its subtypes, such as `bpmn:FlowNode`. */
    $instanceOf(type: string): boolean;
    get(name: string): unknown;
    readonly [property: string]: unknown;
  }

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
