import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSession, type WirePage, withQuery } from '@fashen/ui';

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
  readonly value: readonly string[];
  readonly onChange: (personIds: readonly string[]) => void;
}): ReactNode {
  const { api } = useSession();
  const [typed, setTyped] = useState('');
  const path = withQuery('/people', { limit: '50', ...(typed && { text: typed }) });
  const people = useQuery({ queryKey: [path], queryFn: ({ signal }) => api.get<WirePage<WirePerson>>(path, signal) });
  const options = (people.data?.items ?? []).map(({ id, name, unitName }) => ({ value: id, label: `${name} · ${unitName}` }));
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
        options={options}
        value={[...props.value]}
        onChange={props.onChange}
      />
    </p>
  );
}
