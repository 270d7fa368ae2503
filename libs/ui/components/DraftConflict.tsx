import { Button, Space } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { readClock } from '../clock';
import { momentText } from '../format';
import { draftDifferences, partsThatDiffer } from '../task-draft.rules';
import { useText } from '../texts';
import type { TaskDraftState } from '../use-draft';

const MOST_SHOWN = 8;

/** Two windows, one person, two sets of answers: shows where they differ and asks which to keep. Draws nothing without a conflict. */
export function DraftConflict(props: {
  readonly draft: TaskDraftState;
  /** Answers in words by the name of their field; without it differences are only counted. */
  readonly inWords?: (data: Readonly<Record<string, unknown>>) => Readonly<Record<string, string>>;
}): ReactNode {
  const { other, mine, choose } = props.draft;
  const text = useText('ui');
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    notice.current?.scrollIntoView({ block: 'center' });
  }, []);
  if (!other) return null;
  const { inWords } = props;
  const [here, there] = inWords ? [inWords(mine ?? {}), inWords(other.data)] : [mine ?? {}, other.data];
  const differences = draftDifferences(here, there);
  return (
    <div role="alert" ref={notice} className="fs-notice fs-notice-warning fs-draft-conflict">
      <p>{text('draft.elsewhere', { at: momentText(other.savedAt, readClock()), n: differences.length })}</p>
      {inWords && differences.length > 0 ? (
        <ul>
          {differences.slice(0, MOST_SHOWN).map(({ path, ...answers }) => {
            const { mine: said, theirs } = partsThatDiffer(answers.mine, answers.theirs);
            const words = { label: path, mine: said || text('draft.empty'), theirs: theirs || text('draft.empty') };
            return <li key={path}>{text('draft.difference', words)}</li>;
          })}
        </ul>
      ) : null}
      <Space wrap>
        <Button size="small" onClick={() => choose('theirs')}>
          {text('draft.theirs')}
        </Button>
        <Button size="small" onClick={() => choose('mine')}>
          {text('draft.mine')}
        </Button>
      </Space>
    </div>
  );
}
