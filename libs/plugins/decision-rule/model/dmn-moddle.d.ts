declare module 'dmn-moddle' {
  /** An element as moddle reads it: properties by name, `$type` with prefix. */
  export interface DmnElement {
    readonly $type: string;
    readonly [property: string]: unknown;
  }

  export class DmnModdle {
    fromXML(xml: string, typeName: string): Promise<{ rootElement: DmnElement; warnings: readonly { message: string }[] }>;
  }
}
