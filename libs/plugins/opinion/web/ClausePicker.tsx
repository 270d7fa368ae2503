import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useSession, useText } from '@fashen/ui';

/** Cited clauses: those cited before in the case or by the person to choose from, others typed. */
export function ClausePicker(props: {
  readonly id: string;
  readonly taskId: string;
  readonly value: readonly string[];
  readonly onChange: (clauses: readonly string[]) => void;
}): ReactNode {
  const { id, taskId, value, onChange } = props;
  const text = useText('opinion');
  const { api } = useSession();
  const known = useQuery({
    queryKey: ['clauses', taskId],
    queryFn: ({ signal }) => api.get<readonly string[]>(`/tasks/${taskId}/clauses`, signal),
    staleTime: 60_000,
  });
  return (
    <div className="fs-opinion-field">
      <label htmlFor={id}>{text('box.clauses')}</label>
      <Select
        id={id}
        mode="tags"
        maxCount={50}
        value={[...value]}
        placeholder={text('box.clauses.hint')}
        notFoundContent={null}
        options={(known.data ?? []).map((clause) => ({ value: clause, label: clause }))}
        onChange={(clauses: string[]) => onChange(clauses.map((clause) => clause.trim()).filter(Boolean))}
      />
    </div>
  );
}
