import { Button } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useText } from '../texts';

/** A short text with a button that copies it. Without clipboard (no TLS) the text is selected instead, ready for Ctrl+C. */
export function CopyText({ value, shown = value }: { readonly value: string; readonly shown?: string }): ReactNode {
  const text = useText('ui');
  const code = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(value);
      setCopied(true);
      return;
    }
    if (code.current) getSelection()?.selectAllChildren(code.current);
  };
  return (
    <span className="fs-copy">
      <code ref={code} title={value}>
        {shown}
      </code>
      <Button size="small" type="link" onClick={() => void copy()} aria-label={text('copyOf', { value: shown })}>
        {copied ? text('copied') : text('copy')}
      </Button>
    </span>
  );
}
