import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { withQuery } from '../api-client';
import { useSession } from '../session';
import { useText } from '../texts';
import type { WirePage } from '../wire';

/** A person to choose. */
export interface PersonChoice {
  readonly id: string;
  readonly name: string;
  readonly unitName: string;
}

/** Finds one person by name. Fits into a form item, which gives id, value and change. */
export function PersonPicker(props: {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (personId: string | undefined) => void;
  /** Who is not offered. */
  readonly without?: readonly string[];
  readonly label?: string;
}): ReactNode {
  const { api } = useSession();
  const text = useText('ui');
  const [typed, setTyped] = useState('');
  const path = withQuery('/people', { limit: 50, text: typed });
  const people = useQuery({ queryKey: [path], queryFn: ({ signal }) => api.get<WirePage<PersonChoice>>(path, signal) });
  const offered = (people.data?.items ?? []).filter(({ id }) => !props.without?.includes(id));
  return (
    <Select<string>
      id={props.id}
      value={props.value}
      onChange={props.onChange}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={people.isLoading}
      placeholder={text('people.find')}
      notFoundContent={people.isLoading ? null : text('people.none')}
      aria-label={props.label}
      style={{ width: '100%' }}
      options={offered.map(({ id, name, unitName }) => ({ value: id, label: text('personOfUnit', { name, unit: unitName }) }))}
    />
  );
}
