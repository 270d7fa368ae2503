import { Button, Tooltip } from 'antd';
import { type ReactNode, useState } from 'react';
import { lazyComponent, usePermission, useText } from '@fashen/ui';

const TryOutView = lazyComponent(async () => (await import('./TryOutView')).TryOutView);

/** Opens a try-out of the drawing as it stands now, saved or not. */
export function TryOutButton(props: {
  readonly name: string;
  /** The drawing; absent while it loads. */
  readonly read?: () => Promise<string>;
  /** Errors found in it: such a drawing is not tried. */
  readonly errors?: number;
}): ReactNode {
  const text = useText('processes');
  const mayEdit = usePermission('process.edit');
  const [xml, setXml] = useState<string>();
  const { name, read, errors = 0 } = props;
  if (!mayEdit) return null;
  return (
    <>
      <Tooltip title={errors > 0 ? text('tryOut.blocked', { n: errors }) : undefined}>
        <Button disabled={!read || errors > 0} onClick={() => void read?.().then(setXml)}>
          {text('tryOut.open')}
        </Button>
      </Tooltip>
      {xml === undefined ? null : <TryOutView xml={xml} name={name} onClose={() => setXml(undefined)} />}
    </>
  );
}
