/** Largest file that is read, in characters. */
const MAX_CHARACTERS = 1_000_000;
const MAX_DEPTH = 40;
const MAX_ELEMENTS = 30_000;

/** Why a file is not even parsed. */
export type XmlThreat = 'too-large' | 'doctype' | 'too-deep' | 'too-many-elements' | 'not-xml';

/** One tag. Quoted values stop at `<`, which XML forbids in them, so that a scan never looks past the next tag. */
const TAG = /<(\/?)[A-Za-z_](?:[^<>"'/]|\/(?!>)|"[^"<]*"|'[^'<]*')*(\/?)>/g;

/**
 * Looks at XML text before any parser does. DOCTYPE and entities are never needed in DMN and are refused outright;
 * size, depth and number of elements are limited. Linear in the length of the text.
 */
export function xmlThreat(xml: string): XmlThreat | undefined {
  if (xml.length > MAX_CHARACTERS) return 'too-large';
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return 'doctype';
  if (!xml.trimStart().startsWith('<')) return 'not-xml';
  return shapeThreat(xml);
}

function shapeThreat(xml: string): XmlThreat | undefined {
  let depth = 0;
  let elements = 0;
  for (const [, closing, empty] of xml.matchAll(TAG)) {
    if (closing) depth -= 1;
    else {
      elements += 1;
      if (!empty) depth += 1;
    }
    if (depth > MAX_DEPTH) return 'too-deep';
    if (elements > MAX_ELEMENTS) return 'too-many-elements';
  }
  return undefined;
}
