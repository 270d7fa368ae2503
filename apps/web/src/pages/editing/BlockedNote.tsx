import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '@fashen/ui';
import type { Findings } from './findings';

/** Element that says why buttons of an editor cannot be used; they name it as their description. */
export const BLOCKED_ID = 'fs-editor-blocked';

/** Says in words why a drawing cannot be published or tried now, and leads to what must be mended. */
export function BlockedNote({ findings, onShow }: { readonly findings: Findings; readonly onShow: () => void }): ReactNode {
  const text = useText('editing');
  const { errors, failure } = findings;
  if (errors === 0 && !failure) return null;
  return (
    <p id={BLOCKED_ID} role="status" className="fs-editor-blocked">
      <span>{errors > 0 ? text('blocked.errors', { n: errors }) : text('blocked.unchecked')}</span>
      <Button type="link" size="small" onClick={onShow}>
        {text('blocked.show')}
      </Button>
    </p>
  );
}
