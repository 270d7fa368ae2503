import { createFeel } from './feel';

/**
 * FEEL, the only expression language of the product, with limits on length, nesting and size of results.
 * On the server use `@fashen/feel/server`, which also limits the time.
 */
export type { CompiledExpression, CompiledUnaryTests, Feel, FeelScope, Guard } from './compiled-expression';
export { zoneOffsetMinutes } from './evaluation-context';
export { createFeel } from './feel';
export { feelErrors } from './feel.errors';
export type { FeelLimit, FeelReason } from './feel.errors';
export { expressionText, MAX_TEXT_LENGTH, parseFeel } from './syntax';
export type { FeelNode } from './syntax';

/** FEEL in the browser: a runaway expression slows down only the tab of the person who wrote it. */
export const browserFeel = createFeel((work) => work());
