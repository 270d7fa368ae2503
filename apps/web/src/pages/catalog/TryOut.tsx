import { useQuery } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import type { DecisionResult } from '@fashen/plugin-api';
import { ExplanationTable, type ExplanationWords, SubmitFailure, usePermission, useSession, useText } from '@fashen/ui';
import { type DecisionView, findDecisionDraft, useParameterSets } from './requests';
import { allowedValuesOf, nested, startValue, tryOutFields } from './try-out.rules';
import { TryOutFields } from './TryOutFields';
import { useCellWords } from './use-cell-words';

type Which = 'published' | 'draft';

/** Tries a decision with values a person types: nothing is written, and the answer says why. */
export function TryOut({ decision }: { readonly decision: DecisionView }): ReactNode {
  const text = useText('catalog');
  const { api } = useSession();
  const sets = useParameterSets();
  const draft = useDraft(decision);
  const fields = useMemo(() => tryOutFields(decision, allowedValuesOf(decision.xml)), [decision]);
  const words = useExplanationWords(decision);
  const [answers, setAnswers] = useState(() => Object.fromEntries(fields.map((field) => [field.path, startValue(field)])));
  const [which, setWhich] = useState<Which>('published');
  const [result, setResult] = useState<DecisionResult>();
  const [failure, setFailure] = useState<unknown>();
  const active = sets.data?.items.find((set) => set.code === sets.data.activeCode);

  const evaluate = async (): Promise<void> => {
    const input = { ...nested(answers), ...(active && { parameters: active.values }) };
    const of = which === 'draft' && draft ? { xml: draft } : { versionId: decision.id };
    try {
      setResult(await api.post<DecisionResult>(`/decisions/${encodeURIComponent(decision.key)}/evaluation`, { input, ...of }));
      setFailure(undefined);
    } catch (error) {
      setResult(undefined);
      setFailure(error);
    }
  };

  return (
    <div className="fs-try">
      <form
        className="fs-paper fs-try-form"
        onSubmit={(event) => {
          event.preventDefault();
          void evaluate();
        }}
      >
        <p className="fs-secondary">{text(active ? 'try.note' : 'try.noteWithout', { name: active?.name, version: active?.version })}</p>
        {draft ? <WhichVersion which={which} version={decision.version} onChange={setWhich} /> : null}
        <TryOutFields
          fields={fields}
          answers={answers}
          onChange={(path, value) => setAnswers((before) => ({ ...before, [path]: value }))}
        />
        <Button type="primary" htmlType="submit">
          {text('try.act')}
        </Button>
      </form>
      <section className="fs-paper fs-try-result" aria-live="polite" aria-label={text('try.result')}>
        <SubmitFailure error={failure} />
        {result ? <ExplanationTable explanation={result.explanation} words={words} /> : null}
        {!result && !failure ? <p className="fs-secondary">{text('try.nothingYet')}</p> : null}
      </section>
    </div>
  );
}

/** Words for what stands in the explanation: values as the table shows them, results under the names of their columns. */
function useExplanationWords({ table }: DecisionView): ExplanationWords {
  const { value } = useCellWords();
  const outputs = table.columns.filter((column) => column.kind === 'output');
  return { word: value, outputName: (name) => outputs.find((column) => column.expression === name)?.label };
}

function WhichVersion(props: { readonly which: Which; readonly version: number; readonly onChange: (which: Which) => void }): ReactNode {
  const text = useText('catalog');
  return (
    <Radio.Group
      value={props.which}
      onChange={(event) => props.onChange(event.target.value as Which)}
      options={[
        { value: 'published', label: text('versionOf', { version: props.version }) },
        { value: 'draft', label: text('draft') },
      ]}
    />
  );
}

/** The XML of the draft, for those who may edit, when it differs from what is published. */
function useDraft({ key, draftRevision, xml }: DecisionView): string | undefined {
  const { api } = useSession();
  const mayEdit = usePermission('rule.edit');
  const draft = useQuery({
    queryKey: ['decisions', key, 'draft', draftRevision],
    queryFn: async ({ signal }) => (await findDecisionDraft(api, key, signal)) ?? null,
    enabled: mayEdit && draftRevision !== undefined,
  });
  return draft.data?.xml === xml ? undefined : draft.data?.xml;
}
