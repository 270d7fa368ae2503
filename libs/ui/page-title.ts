import { useEffect } from 'react';
import { useText } from './texts';

/** Names the browser tab. Every page has a name of its own. */
export function usePageTitle(title: string | undefined): void {
  const text = useText('ui');
  const product = text('product');
  useEffect(() => {
    document.title = title ? `${title} · ${product}` : product;
  }, [title, product]);
}
