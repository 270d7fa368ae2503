import { useQuery } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { type KeyboardEvent, type ReactNode, useDeferredValue, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { EmptyView, StateView, useSession, useText, type WireInstanceSummary, type WirePage, withQuery } from '@fashen/ui';

const INPUT_ID = 'fs-search-input';

/** Finds a case by number or title from anywhere: Ctrl+K, arrows, Enter. */
export function CaseSearch({ open, onOpenChange }: { readonly open: boolean; readonly onOpenChange: (open: boolean) => void }): ReactNode {
  const text = useText('web');
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      onOpenChange(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onOpenChange]);
  return (
    <Modal
      open={open}
      onCancel={() => onOpenChange(false)}
      footer={null}
      title={text('search.title')}
      afterOpenChange={(isOpen) => (isOpen ? document.getElementById(INPUT_ID)?.focus() : undefined)}
      destroyOnHidden
      width={560}
    >
      <SearchBox onChosen={() => onOpenChange(false)} />
    </Modal>
  );
}

function SearchBox({ onChosen }: { readonly onChosen: () => void }): ReactNode {
  const text = useText('web');
  const navigate = useNavigate();
  const { api } = useSession();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const wanted = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['cases', 'search', wanted],
    queryFn: ({ signal }) => api.get<WirePage<WireInstanceSummary>>(withQuery('/cases', { text: wanted, limit: 8 }), signal),
  });
  const items = found.data?.items ?? [];
  const go = (at: number): void => {
    const item = items[at];
    if (!item) return;
    onChosen();
    void navigate(`/cases/${item.id}`);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') go(chosen);
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setChosen((at) => Math.min(Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1)), Math.max(0, items.length - 1)));
  };
  return (
    <>
      <Input
        id={INPUT_ID}
        size="large"
        role="combobox"
        aria-expanded
        aria-controls="fs-search-found"
        aria-activedescendant={items[chosen] ? `fs-found-${items[chosen].id}` : undefined}
        aria-label={text('search.title')}
        placeholder={text('search.placeholder')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <StateView state={found} rows={3} empty={items.length === 0 ? <EmptyView>{text('search.none')}</EmptyView> : undefined}>
        {() => (
          <ul id="fs-search-found" role="listbox" aria-label={text('search.found')} className="fs-found">
            {items.map((item, at) => (
              <li key={item.id} id={`fs-found-${item.id}`} role="option" aria-selected={at === chosen} onClick={() => go(at)}>
                <strong>{item.title}</strong>
                <span className="fs-secondary">{item.businessKey}</span>
              </li>
            ))}
          </ul>
        )}
      </StateView>
    </>
  );
}
