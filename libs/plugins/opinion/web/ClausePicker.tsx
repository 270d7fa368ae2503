import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useSession, useText, withQuery } from '@fashen/ui';
import type { ClauseOption } from '../model';
import { ClauseOptionLine } from './ClauseOptionLine';

/** Rest after the last key before the server is asked. */
const REST_MS = 300;

/**
 * Cited clauses: those cited before and those of the library to choose from. One in the person's own words is cited only when they choose it
 * so: what was typed to search with is no citation. What had ceased to be in force is taken only when its name was typed in full.
 */
export function ClausePicker(props: {
  readonly id: string;
  readonly taskId: string;
  readonly value: readonly string[];
  readonly onChange: (clauses: readonly string[]) => void;
}): ReactNode {
  const { id, taskId, value, onChange } = props;
  const text = useText('opinion');
  const { api } = useSession();
  const [typed, setTyped] = useState('');
  const search = useRested(typed.trim());
  const known = useQuery({
    queryKey: ['clauses', taskId, search],
    queryFn: ({ signal }) =>
      api.get<readonly ClauseOption[]>(withQuery(`/tasks/${taskId}/clauses`, search === '' ? {} : { search }), signal),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
  return (
    <div className="fs-opinion-field">
      <label htmlFor={id}>{text('box.clauses')}</label>
      <Select
        id={id}
        mode="multiple"
        maxCount={50}
        value={[...value]}
        placeholder={text('box.clauses.hint')}
        notFoundContent={null}
        showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
        options={[
          ...(known.data ?? []).map((option) => ({
            value: option.name,
            label: <ClauseOptionLine option={option} />,
            disabled: option.standing === 'ended' && option.name !== typed.trim(),
          })),
          ...ownOf(typed.trim(), known.data ?? []).map((own) => ({ value: own, label: text('box.clauses.own', { clause: own }) })),
        ]}
        optionLabelProp="value"
        onChange={(clauses: string[]) => {
          setTyped('');
          onChange(clauses);
        }}
      />
      <ChosenWarnings chosen={value} known={known.data ?? []} />
    </div>
  );
}

/** What was typed, where the library has no clause of that name. */
const ownOf = (typed: string, known: readonly ClauseOption[]): readonly string[] =>
  typed === '' || known.some(({ name }) => name === typed) ? [] : [typed];

/** What is wrong with clauses that are already chosen, or were typed by hand. */
function ChosenWarnings({ chosen, known }: { readonly chosen: readonly string[]; readonly known: readonly ClauseOption[] }): ReactNode {
  const outside = known.filter(({ name, standing }) => chosen.includes(name) && (standing === 'ended' || standing === 'notYet'));
  return outside.map((option) => <ClauseOptionLine key={option.name} option={option} />);
}

/** The text once nobody has typed for a while. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
