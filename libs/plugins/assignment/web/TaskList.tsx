import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useText, type WireTask } from '@fashen/ui';
import { TaskRow } from './TaskRow';
import type { TaskSelection } from './use-selection';

const ARROWS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** The rows of the inbox; with a box before each while rows are being chosen. */
export function TaskList(props: {
  readonly tasks: readonly WireTask[];
  readonly chosenId?: string;
  readonly selection: TaskSelection;
  readonly onChoose: (task: WireTask) => void;
  readonly onOpen: (task: WireTask) => void;
  readonly onStep: (by: number) => void;
}): ReactNode {
  const text = useText('assignment');
  const { selection } = props;
  return (
    <ul
      className={selection.isOn ? 'fs-selecting' : undefined}
      onKeyDown={(event) => {
        const by = ARROWS[event.key];
        if (by === undefined) return;
        event.preventDefault();
        props.onStep(by);
      }}
    >
      {props.tasks.map((task) => (
        <li key={task.id}>
          {selection.isOn ? (
            <label className="fs-task-check">
              <Checkbox
                checked={selection.has(task.id)}
                aria-label={text('selection.choose', { title: task.title, step: task.nodeName })}
                onChange={({ nativeEvent }) => (nativeEvent.shiftKey ? selection.extend(task.id) : selection.toggle(task.id))}
              />
            </label>
          ) : null}
          <TaskRow
            task={task}
            isChosen={task.id === props.chosenId}
            onChoose={() => props.onChoose(task)}
            onOpen={() => props.onOpen(task)}
          />
        </li>
      ))}
    </ul>
  );
}
