import './catalog.css';
import type { ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import { lazyComponent } from '@fashen/ui';
import { MissingPage } from '../../frame/MissingPage';
import { CatalogList } from './CatalogList';
import { DecisionPage } from './DecisionPage';

const EditDecisionPage = lazyComponent(async () => (await import('./edit/EditDecisionPage')).EditDecisionPage);

/** Rules and catalog: list with the parameter sets, one decision, and its editor, which is loaded when somebody edits. */
export function CatalogPage(): ReactNode {
  return (
    <Routes>
      <Route index element={<CatalogList />} />
      <Route path=":decisionKey" element={<DecisionPage />} />
      <Route path=":decisionKey/edit" element={<EditDecisionPage />} />
      <Route path="*" element={<MissingPage />} />
    </Routes>
  );
}
