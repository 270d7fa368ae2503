// bpmnlint ships no types. Only what the gate uses.

declare module 'bpmnlint' {
  interface Report {
    readonly id: string;
    readonly message: string;
    readonly category: 'error' | 'warn' | 'info' | 'rule-error';
  }
  class Linter {
    constructor(options: { config: { rules: Readonly<Record<string, string>> }; resolver: object });
    lint(root: object): Promise<Readonly<Record<string, readonly Report[]>>>;
  }
}
declare module 'bpmnlint/lib/resolver/static-resolver.js' {
  class StaticResolver {
    constructor(cache: Readonly<Record<string, unknown>>);
  }
  export default StaticResolver;
}
declare module 'bpmnlint/rules/*.js' {
  const factory: unknown;
  export default factory;
}
