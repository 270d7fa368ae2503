import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSession, useText, type WirePage, withQuery } from '@fashen/ui';

interface WirePerson {
  readonly id: string;
  readonly name: string;
  readonly unitName: string;
}

/** Finds people by name; one or several. */
export function PeoplePicker(props: {
  readonly id: string;
  readonly label: string;
  readonly isMany: boolean;
  /** Who is not offered. */
  readonly without: readonly string[];
  readonly value: readonly string[];
  /** With the names of everybody in the list. */
  readonly onChange: (personIds: readonly string[], found: Readonly<Record<string, string>>) => void;
}): ReactNode {
  const text = useText('approval');
  const { api } = useSession();
  const [typed, setTyped] = useState('');
  const path = withQuery('/people', { limit: '50', ...(typed && { text: typed }) });
  const people = useQuery({ queryKey: [path], queryFn: ({ signal }) => api.get<WirePage<WirePerson>>(path, signal) });
  const found = people.data?.items ?? [];
  const options = found
    .filter(({ id }) => !props.without.includes(id))
    .map(({ id, name, unitName }) => ({ value: id, label: `${name} · ${unitName}` }));
  return (
    <p>
      <label htmlFor={props.id}>{props.label}</label>
      <Select<string[]>
        id={props.id}
        mode="multiple"
        {...(props.isMany ? {} : { maxCount: 1 })}
        style={{ width: '100%' }}
        filterOption={false}
        onSearch={setTyped}
        loading={people.isLoading}
        placeholder={text('field.people.hint')}
        notFoundContent={people.isLoading ? null : text('field.people.none')}
        options={options}
        value={[...props.value]}
        onChange={(ids: string[]) => props.onChange(ids, Object.fromEntries(found.map(({ id, name }) => [id, name])))}
      />
    </p>
  );
}
