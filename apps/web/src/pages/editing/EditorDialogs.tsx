import { type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '@fashen/ui';
import { ConflictDialog } from './ConflictDialog';
import type { Findings } from './findings';
import { PublishDialog, type PublishedVersion } from './PublishDialog';
import type { Editing } from './use-editing';

/** What publishing means for the thing that is edited. */
export interface Publication {
  readonly name: string;
  /** Path of the API that takes `{ xml, reason }`. */
  readonly path: string;
  readonly title: string;
  /** What exactly will happen, before and after. */
  readonly consequence: string;
  readonly doneNote: string;
  /** Makes lists and pages read again. */
  readonly refresh: (queries: QueryClient) => Promise<void>;
  /** Key of the query an editor begins with; read again to load what somebody else has saved. */
  readonly startKey: QueryKey;
}

/** The dialogs of an editor: publishing, and what to do when somebody else has saved. */
export function EditorDialogs(props: {
  readonly publication: Publication;
  readonly editing: Editing;
  readonly findings: Findings;
}): ReactNode {
  const { publication, editing, findings } = props;
  const text = useText('editing');
  const { notification } = App.useApp();
  const queries = useQueryClient();
  const { saver, isPublishing, setIsPublishing } = editing;
  const conflict = saver.state.kind === 'conflict' ? saver.state : undefined;
  const published = async ({ version }: PublishedVersion): Promise<void> => {
    await publication.refresh(queries);
    setIsPublishing(false);
    notification.success({ title: text('publish.done', { name: publication.name, version }), description: publication.doneNote });
  };
  return (
    <>
      <PublishDialog
        path={publication.path}
        title={publication.title}
        consequence={publication.consequence}
        warnings={findings.items.filter(({ severity }) => severity === 'warning')}
        isOpen={isPublishing}
        save={saver.settle}
        onClose={() => setIsPublishing(false)}
        onPublished={published}
      />
      <ConflictDialog
        theirs={conflict?.theirs}
        isOpen={conflict !== undefined}
        onTakeTheirs={() => void queries.resetQueries({ queryKey: publication.startKey })}
        onOverwrite={() => void saver.overwrite()}
        onLater={saver.putOff}
      />
    </>
  );
}
