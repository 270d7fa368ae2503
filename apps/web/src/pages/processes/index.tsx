import type { ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import { lazyComponent } from '@fashen/ui';
import { MissingPage } from '../../frame/MissingPage';
import { ProcessList } from './ProcessList';
import { ProcessPage } from './ProcessPage';

const EditProcessPage = lazyComponent(async () => (await import('./edit/EditProcessPage')).EditProcessPage);

/** The library of processes: list, versions of one process, and the modeler, which is loaded when somebody draws. */
export function ProcessesPage(): ReactNode {
  return (
    <Routes>
      <Route index element={<ProcessList />} />
      <Route path=":processKey" element={<ProcessPage />} />
      <Route path=":processKey/edit" element={<EditProcessPage />} />
      <Route path="*" element={<MissingPage />} />
    </Routes>
  );
}
