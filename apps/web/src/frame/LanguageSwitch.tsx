import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useLocale, useText } from '@fashen/ui';

/** Switches between Chinese and English; the button is written in the language it leads to. */
export function LanguageSwitch(): ReactNode {
  const { locale, setLocale } = useLocale();
  const text = useText('web');
  const other = locale === 'en' ? 'zh-CN' : 'en';
  const name = other === 'en' ? 'EN' : '中文';
  return (
    <Button type="text" lang={other} aria-label={`${name} ${text('frame.switchLanguage')}`} onClick={() => setLocale(other)}>
      {name}
    </Button>
  );
}
