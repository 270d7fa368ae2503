import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '@fashen/ui';
import type { WireMapping } from './migration-requests';
import { type Choices, chosenFor, openRows } from './plan.rules';

interface MappingTableProps {
  readonly mapping: WireMapping;
  readonly choices: Choices;
  readonly onChoose: (nodeId: string, target: string) => void;
}

/** What of the old version stands for what in the new one: what is the same is counted, the rest is chosen by a person. */
export function MappingTable({ mapping, choices, onChoose }: MappingTableProps): ReactNode {
  const text = useText('case-control');
  const kitText = useText('ui');
  const open = openRows(mapping);
  const same = mapping.rows.length - open.length;
  return (
    <>
      <p>{text('mapping.same', { n: same })}</p>
      {mapping.added.length > 0 ? (
        <p className="fs-secondary">{text('mapping.added', { steps: mapping.added.map(({ name }) => name).join(kitText('listMark')) })}</p>
      ) : null}
      {open.length > 0 ? (
        <ul className="fs-mapping" aria-label={text('mapping.open')}>
          {open.map((row) => (
            <Row key={row.nodeId} row={row} {...{ mapping, choices, onChoose }} />
          ))}
        </ul>
      ) : null}
    </>
  );
}

function Row({ row, mapping, choices, onChoose }: MappingTableProps & { readonly row: WireMapping['rows'][number] }): ReactNode {
  const text = useText('case-control');
  const fieldId = `fs-map-${row.nodeId}`;
  const kin = mapping.targets.filter(({ type }) => type === row.type);
  const options = [
    { value: '', label: text('mapping.nothing') },
    ...kin.map(({ nodeId, name }) => ({ value: nodeId, label: name === nodeId ? name : text('mapping.node', { name, id: nodeId }) })),
  ];
  const isSuggested = row.suggestion !== undefined && chosenFor(row, choices) === row.suggestion;
  return (
    <li>
      <label htmlFor={fieldId}>
        <b>{row.name}</b> <span className="fs-secondary">{row.nodeId}</span>
      </label>
      <span aria-hidden="true">→</span>
      <span>
        <Select id={fieldId} value={chosenFor(row, choices)} options={options} onChange={(target) => onChoose(row.nodeId, target)} />
        {isSuggested ? <span className="fs-secondary"> {text('mapping.suggested')}</span> : null}
      </span>
    </li>
  );
}
