import type { Operation } from '../operation';

/** An operation in a few words: `bing return check -> apply`. */
export function operationText(operation: Operation): string {
  switch (operation.op) {
    case 'deploy':
      return `deploy ${operation.model.key}`;
    case 'parallel':
      return operation.acts.map(operationText).join(' and ');
    case 'repeat':
      return `${operation.times} times: ${operation.acts.map(operationText).join(', ')}`;
    case 'crash':
      return `crash during ${operationText(operation.act)}`;
    case 'actFor':
      return `${operation.by} for ${operation.principal}: ${operationText(operation.act)}`;
    default:
      return wordsOf(operation);
  }
}

const SHOWN = ['by', 'op', 'node', 'from', 'to', 'people', 'of', 'deputy', 'person', 'name', 'days', 'hours', 'case'] as const;

function wordsOf(operation: object): string {
  const fields = operation as { readonly [key: string]: unknown };
  return SHOWN.flatMap((key) => fields[key] ?? []).join(' ');
}
