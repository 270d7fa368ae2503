/** True when a drawing names the person as one who does a step: as a whole word of an attribute. */
export function namesPerson(xml: string, personId: string): boolean {
  return new RegExp(`="(?:[^"]*\\s)?${escaped(personId)}(?:\\s[^"]*)?"`).test(xml);
}

const TITLE_LENGTH = 250;

/** A title as entries keep it. */
export const titleOf = (text: string): string => text.slice(0, TITLE_LENGTH);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
