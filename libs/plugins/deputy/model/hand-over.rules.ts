/** True when a drawing names the person as one who does a step: as a whole word of an attribute. */
export function namesPerson(xml: string, personId: string): boolean {
  return new RegExp(`="(?:[^"]*\\s)?${escaped(personId)}(?:\\s[^"]*)?"`).test(xml);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
