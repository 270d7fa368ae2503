/** FEEL, the only expression language of the product, with limits on size and time. */
export type { CompiledExpression, FeelScope } from './compiled-expression';
