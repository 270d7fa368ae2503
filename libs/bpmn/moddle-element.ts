/** An element of a BPMN tree, the part of moddle we read; the same in a file on the server and in a drawing in the browser. */
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
  /** Attributes and children, named as in the BPMN schema. */
  readonly [property: string]: unknown;
}
