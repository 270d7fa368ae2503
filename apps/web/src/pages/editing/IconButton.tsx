import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';

/** A tool in the bar above an editor: a picture with its name, and the keys that do the same. */
export function IconButton(props: {
  readonly label: string;
  readonly keys?: string;
  readonly icon: ReactNode;
  readonly disabled: boolean;
  readonly onClick: () => void;
}): ReactNode {
  return (
    <Tooltip title={props.keys ? `${props.label} (${props.keys})` : props.label}>
      <Button type="text" aria-label={props.label} icon={props.icon} disabled={props.disabled} onClick={props.onClick} />
    </Tooltip>
  );
}
