import 'antd/dist/reset.css';
import '../../../libs/ui/ui.css';
import './frame/frame.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { asApiError, createTexts, isWorthRetrying, removeOldDrafts, storedLocale, TextsProvider, WebPluginsProvider } from '@fashen/ui';
import { Look } from './frame/Look';
import { SessionGate } from './frame/SessionGate';
import { textSources } from './messages';
import { webPlugins } from './plugins';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // Without this a query waits silently while the machine is offline; people want to be told.
      networkMode: 'always',
      staleTime: 5_000,
      retry: (failures, error) => failures < 2 && isWorthRetrying(asApiError(error)),
    },
  },
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
removeOldDrafts();
createRoot(root).render(
  <StrictMode>
    <TextsProvider i18n={createTexts(textSources, storedLocale())}>
      <QueryClientProvider client={queries}>
        <WebPluginsProvider value={webPlugins}>
          <Look>
            <SessionGate />
          </Look>
        </WebPluginsProvider>
      </QueryClientProvider>
    </TextsProvider>
  </StrictMode>,
);
