import type { ModelProblem } from './model-source';

const MAX_BYTES = 2_000_000;
const MAX_TAGS = 40_000;
const MAX_TAG_DEPTH = 100;

const problem = (rule: string, params?: ModelProblem['params']): ModelProblem => ({
  rule: `engine.${rule}`,
  severity: 'error',
  ...(params && { params }),
});

/** A file as text, or why it is refused. */
export type CheckedInput = { readonly text: string } | { readonly problem: ModelProblem };

/**
 * Refuses files that must not reach the XML parser: too big, not UTF-8, with NUL or a document type, with too many or too deeply nested
 * tags. One pass over the text, no regular expression that could backtrack.
 */
export function checkInput(xml: string | Uint8Array): CheckedInput {
  if (xml.length > MAX_BYTES) return { problem: problem('file-too-large', { maxBytes: MAX_BYTES }) };
  const text = typeof xml === 'string' ? xml : decode(xml);
  if (text === undefined || isBroken(text)) return { problem: problem('not-utf8') };
  const found = scan(text);
  return found ? { problem: found } : { text: text.replace(/^\uFEFF/, '') };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** NUL, lone surrogates and the replacement character are traces of a wrong encoding. */
const isBroken = (text: string): boolean => /[\0\uFFFD]|\p{Surrogate}/u.test(text) || Buffer.byteLength(text) > MAX_BYTES;

function scan(text: string): ModelProblem | undefined {
  let depth = 0;
  let tags = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const kind = kindAt(text, at);
    if (kind === 'declaration') return problem('doctype');
    const end = text.indexOf(ENDS[kind], at + 1);
    if (end < 0) return problem('not-xml');
    if (kind === 'close') depth -= 1;
    if (kind === 'open' && text[end - 1] !== '/') depth += 1;
    tags += 1;
    if (tags > MAX_TAGS) return problem('too-many-elements', { max: MAX_TAGS });
    if (depth > MAX_TAG_DEPTH) return problem('too-deep', { max: MAX_TAG_DEPTH });
    at = end;
  }
  return tags === 0 ? problem('not-xml') : undefined;
}

type TagKind = 'open' | 'close' | 'comment' | 'cdata' | 'instruction' | 'declaration';

const ENDS: Readonly<Record<TagKind, string>> = {
  open: '>',
  close: '>',
  comment: '-->',
  cdata: ']]>',
  instruction: '?>',
  declaration: '>',
};

function kindAt(text: string, at: number): TagKind {
  if (text.startsWith('</', at)) return 'close';
  if (text.startsWith('<!--', at)) return 'comment';
  if (text.startsWith('<![CDATA[', at)) return 'cdata';
  if (text.startsWith('<?', at)) return 'instruction';
  return text.startsWith('<!', at) ? 'declaration' : 'open';
}
