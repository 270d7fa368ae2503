// dmn-js has no types. Only what this library uses.

declare module 'dmn-js/lib/Modeler' {
  interface View {
    readonly id: string;
    readonly type: string;
    readonly name?: string;
    readonly element: {
      readonly id: string;
      readonly decisionLogic?: { readonly id?: string; readonly rule?: readonly { readonly id: string }[] };
    };
  }
  interface Viewer {
    on(event: string, listener: () => void): void;
    get(name: string): unknown;
  }
  export default class DmnModeler {
    constructor(options: object);
    importXML(xml: string): Promise<unknown>;
    saveXML(options: { format: boolean }): Promise<{ xml: string }>;
    getViews(): readonly View[];
    getActiveView(): View | undefined;
    getActiveViewer(): Viewer | undefined;
    open(view: View): Promise<unknown>;
    on(event: string, listener: (event: { viewer: Viewer }) => void): void;
    destroy(): void;
  }
}
