/** A table as tests and templates write it. */
export interface TableText {
  readonly id: string;
  readonly name?: string;
  readonly hitPolicy: string;
  readonly aggregation?: string;
  /** `expression`, `expression:type` or `expression:type:allowed values`. */
  readonly inputs: readonly string[];
  /** `name`, `name:type` or `name:type:listed values`. */
  readonly outputs: readonly string[];
  /** Input cells, then output cells. */
  readonly rows: readonly (readonly string[])[];
  readonly defaults?: readonly string[];
  readonly requires?: readonly string[];
}

/** A file around decisions. */
export function dmnFile(...decisions: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="file" name="file" namespace="urn:fashen:decisions">${decisions.join('')}</definitions>`;
}

/** A decision table. */
export function dmnTable(table: TableText): string {
  const inputs = table.inputs.map((text, at) => {
    const [expression = '', type, allowed] = text.split(':');
    const values = allowed ? `<inputValues id="${table.id}_iv${at}"><text>${escaped(allowed)}</text></inputValues>` : '';
    return `<input id="${table.id}_i${at}" label="${escaped(expression)}"><inputExpression id="${table.id}_e${at}"${type ? ` typeRef="${type}"` : ''}><text>${escaped(expression)}</text></inputExpression>${values}</input>`;
  });
  const outputs = table.outputs.map((text, at) => {
    const [name = '', type, listed] = text.split(':');
    const values = listed ? `<outputValues id="${table.id}_ov${at}"><text>${escaped(listed)}</text></outputValues>` : '';
    const fallback = table.defaults?.[at]
      ? `<defaultOutputEntry id="${table.id}_d${at}"><text>${escaped(table.defaults[at])}</text></defaultOutputEntry>`
      : '';
    return `<output id="${table.id}_o${at}" name="${name}"${type ? ` typeRef="${type}"` : ''}>${values}${fallback}</output>`;
  });
  const rows = table.rows.map((cells, row) => {
    const entries = cells.map((text, at) => {
      const kind = at < table.inputs.length ? 'inputEntry' : 'outputEntry';
      return `<${kind} id="${table.id}_r${row}c${at}"><text>${escaped(text)}</text></${kind}>`;
    });
    return `<rule id="${table.id}_r${row}">${entries.join('')}</rule>`;
  });
  const aggregation = table.aggregation ? ` aggregation="${table.aggregation}"` : '';
  const logic = `<decisionTable id="${table.id}_t" hitPolicy="${table.hitPolicy}"${aggregation}>${inputs.join('')}${outputs.join('')}${rows.join('')}</decisionTable>`;
  return decision(table.id, table.name ?? table.id, table.requires ?? [], logic);
}

/** A decision that is one expression. */
export function dmnLiteral(id: string, text: string, requires: readonly string[] = []): string {
  return decision(
    id,
    id,
    requires,
    `<variable id="${id}_v" name="${id}"/>`,
    `<literalExpression id="${id}_l"><text>${escaped(text)}</text></literalExpression>`,
  );
}

/** A decision that is a list of named expressions. */
export function dmnContext(id: string, entries: Readonly<Record<string, string>>, requires: readonly string[] = []): string {
  const parts = Object.entries(entries).map(
    ([name, text], at) =>
      `<contextEntry id="${id}_c${at}"><variable id="${id}_n${at}" name="${name}"/><literalExpression id="${id}_x${at}"><text>${escaped(text)}</text></literalExpression></contextEntry>`,
  );
  return decision(id, id, requires, `<variable id="${id}_v" name="${id}"/>`, `<context id="${id}_k">${parts.join('')}</context>`);
}

function decision(id: string, name: string, requires: readonly string[], ...logic: readonly string[]): string {
  const links = requires
    .map((one) => `<informationRequirement id="${id}_q_${one}"><requiredDecision href="#${one}"/></informationRequirement>`)
    .join('');
  const [variable = '', expression] = logic.length > 1 ? logic : ['', logic[0]];
  return `<decision id="${id}" name="${escaped(name)}">${variable}${links}${expression ?? ''}</decision>`;
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
