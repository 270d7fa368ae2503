import { Button, Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import type { PagedList } from '../queries';
import { useText } from '../texts';
import { StateView } from './StateView';

/** A table over a list that is read page by page, with its four states. On narrow screens it scrolls inside itself. */
export function DataTable<T extends object>(props: {
  readonly list: PagedList<T>;
  readonly columns: TableColumnsType<T>;
  readonly rowKey: (row: T) => string;
  readonly empty: ReactNode;
  readonly label: string;
}): ReactNode {
  const { items, query } = props.list;
  const state = { isPending: query.isPending, error: items.length > 0 ? undefined : query.error, refetch: query.refetch };
  return (
    <StateView state={state} empty={items.length === 0 ? props.empty : undefined}>
      {() => (
        <>
          <div className="fs-table" role="region" aria-label={props.label} tabIndex={0}>
            <Table<T> columns={props.columns} dataSource={[...items]} rowKey={props.rowKey} pagination={false} size="middle" />
          </div>
          <MoreButton list={props.list} />
        </>
      )}
    </StateView>
  );
}

/** Reads the next page of a list. Shows the failure of that page in place, with the rows kept. */
export function MoreButton<T>({ list }: { readonly list: PagedList<T> }): ReactNode {
  const text = useText('ui');
  const { query } = list;
  if (!query.hasNextPage) return null;
  return (
    <div className="fs-more">
      <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
        {query.isFetchNextPageError ? text('moreAgain') : text('more')}
      </Button>
    </div>
  );
}
