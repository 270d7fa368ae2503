import { Button } from 'antd';
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
  /** Id of the element that says so. */
  readonly blockedId?: string;
}): ReactNode {
  const text = useText('processes');
  const mayEdit = usePermission('process.edit');
  const [xml, setXml] = useState<string>();
  const { name, read, errors = 0, blockedId } = props;
  if (!mayEdit) return null;
  return (
    <>
      <Button aria-describedby={blockedId} disabled={!read || errors > 0} onClick={() => void read?.().then(setXml)}>
        {text('tryOut.open')}
      </Button>
      {xml === undefined ? null : <TryOutView xml={xml} name={name} onClose={() => setXml(undefined)} />}
    </>
  );
}
