import { PartitionOutlined, ProfileOutlined } from '@ant-design/icons';
import type { WebPage } from '@fashen/ui';

/** Pages with the large editors. They belong to the application, because each of them joins several plugins. */
export const housePages: readonly WebPage[] = [
  {
    path: 'catalog/*',
    permission: 'rule.read',
    navigation: { textKey: 'page.catalog', icon: ProfileOutlined, order: 30, letter: 'r' },
    load: async () => (await import('../pages/catalog')).CatalogPage,
  },
  {
    path: 'processes/*',
    permission: 'process.read',
    navigation: { textKey: 'page.processes', icon: PartitionOutlined, order: 40, letter: 'p' },
    load: async () => (await import('../pages/processes')).ProcessesPage,
  },
];
