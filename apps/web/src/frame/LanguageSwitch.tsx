import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Locale } from '@fashen/plugin-api';
import { useLocale, useText } from '@fashen/ui';

/** The language that is not spoken now, by its name in itself. */
export function otherLanguage(locale: Locale): { readonly locale: Locale; readonly name: string } {
  return locale === 'en' ? { locale: 'zh-CN', name: '中文' } : { locale: 'en', name: 'EN' };
}

/** Switches between Chinese and English; the button is written in the language it leads to. */
export function LanguageSwitch(): ReactNode {
  const { locale, setLocale } = useLocale();
  const text = useText('web');
  const other = otherLanguage(locale);
  return (
    <Button
      type="text"
      lang={other.locale}
      aria-label={`${other.name} ${text('frame.switchLanguage')}`}
      onClick={() => setLocale(other.locale)}
    >
      {other.name}
    </Button>
  );
}
