declare module 'dmn-moddle' {
  /** An element as moddle reads it: properties by name, `$type` with prefix. */
  export interface DmnElement {
    readonly $type: string;
    readonly [property: string]: unknown;
  }

  export class DmnModdle {
    /** With `lax: false` it rejects at the first content that is no DMN. */
    fromXML(
      xml: string,
      typeName: string,
      options?: { readonly lax?: boolean },
    ): Promise<{ rootElement: DmnElement; warnings: readonly { message: string }[] }>;
  }
}
