import { keepPreviousData, useInfiniteQuery, type UseInfiniteQueryResult, type InfiniteData } from '@tanstack/react-query';
import { withQuery } from './api-client';
import { useSession } from './session';
import type { WirePage } from './wire';

/** A list that is read page by page; the pages read so far, one after the other. */
export interface PagedList<T> {
  readonly items: readonly T[];
  readonly query: UseInfiniteQueryResult<InfiniteData<WirePage<T>>>;
}

/**
 * Reads a list by key, page after page. While another filter is read, the rows of the last one stay.
 * `generation` is not sent: a new one (such as the revision of a case) reads again.
 */
export function usePagedList<T>(
  path: string,
  filter: Readonly<Record<string, string | number | undefined>> = {},
  generation?: string | number,
): PagedList<T> {
  const { api } = useSession();
  const query = useInfiniteQuery({
    queryKey: [path, filter, generation],
    queryFn: ({ pageParam, signal }) => api.get<WirePage<T>>(withQuery(path, { ...filter, after: pageParam }), signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    // Rows never move by themselves while somebody reads them.
    refetchOnWindowFocus: false,
  });
  return { items: query.data?.pages.flatMap((page) => page.items) ?? [], query };
}
