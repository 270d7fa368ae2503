const ARROW = /\s*(-(?:\[.*?\]-)?>)\s*/;
const ENDS = new Set(['start', 'end']);

/**
 * Sequence flows from a chain: `a -> b -> c`; `a -[x = 1]-> b` has a condition. Ids are `a_b`; the second flow between the same two is
 * written `a =>> b` and is called `a_b_again`.
 */
export function flowText(chain: string, prefix = ''): string {
  const [from = '', to] = chain.split('=>>').map((id) => id.trim());
  if (to !== undefined) return flow({ from, to, prefix, again: '_again' });
  const pieces = chain.split(ARROW);
  const made: string[] = [];
  for (let at = 0; at + 2 < pieces.length; at += 2) {
    const [source = '', arrow = '', target = ''] = pieces.slice(at, at + 3);
    made.push(flow({ from: source.trim(), to: target.trim(), prefix, condition: /\[(.*)\]/.exec(arrow)?.[1] }));
  }
  return made.join('');
}

interface Flow {
  readonly from: string;
  readonly to: string;
  readonly prefix: string;
  readonly condition?: string;
  readonly again?: string;
}

function flow({ from, to, prefix, condition, again = '' }: Flow): string {
  const place = (id: string): string => (ENDS.has(id) ? prefix + id : id);
  const inner =
    condition === undefined ? '' : `<conditionExpression xsi:type="tFormalExpression">= ${escaped(condition)}</conditionExpression>`;
  return `<sequenceFlow id="${place(from)}_${place(to)}${again}" sourceRef="${place(from)}" targetRef="${place(to)}">${inner}</sequenceFlow>`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
