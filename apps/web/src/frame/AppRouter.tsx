import { type ComponentType, type ReactNode, useMemo } from 'react';
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { LoadingView, useSession, type WebPage } from '@fashen/ui';
import { Frame } from './Frame';
import { MissingPage } from './MissingPage';
import { pagesFor } from './pages';
import { RouteFailure } from './RouteFailure';

function routeOf(page: WebPage): RouteObject {
  return {
    path: page.path,
    lazy: async (): Promise<{ Component: ComponentType }> => ({ Component: await page.load() }),
    ErrorBoundary: RouteFailure,
  };
}

/** The router of the application. Each page is loaded when somebody goes there. */
export function AppRouter(): ReactNode {
  const { person } = useSession();
  const router = useMemo(
    () =>
      createBrowserRouter([
        {
          path: '/',
          Component: Frame,
          ErrorBoundary: RouteFailure,
          HydrateFallback: LoadingView,
          children: [
            { index: true, element: <Navigate to="/inbox" replace /> },
            ...pagesFor(person.permissions).map(routeOf),
            { path: '*', Component: MissingPage },
          ],
        },
      ]),
    [person.permissions],
  );
  return <RouterProvider router={router} />;
}
