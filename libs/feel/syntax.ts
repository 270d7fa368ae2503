import { parser } from 'lezer-feel';
import { feelErrors, type FeelLimit } from './feel.errors';

/** Characters an expression may have. Checked before anything reads the text. */
export const MAX_TEXT_LENGTH = 2_000;
const MAX_DEPTH = 64;

/** A node of the syntax tree with its text. */
export interface FeelNode {
  readonly name: string;
  readonly text: string;
  readonly children: readonly FeelNode[];
}

interface OpenNode {
  readonly name: string;
  readonly text: string;
  readonly children: FeelNode[];
}

/** The expression as FEEL reads it: without the `=` that marks expressions in BPMN files. */
export function expressionText(text: string): string {
  if (text.length > MAX_TEXT_LENGTH) throw tooExpensive(text, 'length');
  return text.trim().replace(/^=/, '').trim();
}

/** Short form of a text for error parameters. */
export const excerpt = (text: string): string => (text.length > 120 ? `${text.slice(0, 120)}…` : text);

/** Reads a text into a tree. Throws `FEEL_FAILED` for syntax errors and `FEEL_TOO_EXPENSIVE` beyond the nesting limit. */
export function parseFeel(text: string, top: 'Expression' | 'UnaryTests'): FeelNode {
  if (bracketDepth(text) > MAX_DEPTH) throw tooExpensive(text, 'nesting');
  const root: OpenNode = { name: '', text, children: [] };
  const open = [root];
  parser
    .configure({ top })
    .parse(text)
    .iterate({
      enter: ({ type, name, from, to }) => {
        if (type.isError) throw feelErrors.FEEL_FAILED({ text: excerpt(text), reason: 'syntax', position: from });
        if (type.isSkipped) return false;
        if (open.length > MAX_DEPTH * 4) throw tooExpensive(text, 'nesting');
        const node: OpenNode = { name, text: text.slice(from, to), children: [] };
        open[open.length - 1]?.children.push(node);
        open.push(node);
        return true;
      },
      leave: ({ type }) => {
        if (!type.isSkipped) open.pop();
      },
    });
  const [tree] = root.children;
  if (!tree || tree.children.length === 0) throw feelErrors.FEEL_FAILED({ text: excerpt(text), reason: 'syntax', position: 0 });
  return tree;
}

/** A refusal because of one of the limits. */
export const tooExpensive = (text: string, limit: FeelLimit): Error => feelErrors.FEEL_TOO_EXPENSIVE({ text: excerpt(text), limit });

/** All nodes of a tree, parents first. */
export function* nodesOf(node: FeelNode): Generator<FeelNode> {
  yield node;
  for (const child of node.children) yield* nodesOf(child);
}

function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const char of text) {
    if (char === '(' || char === '[' || char === '{') deepest = Math.max(deepest, ++depth);
    if (char === ')' || char === ']' || char === '}') depth -= 1;
  }
  return deepest;
}
