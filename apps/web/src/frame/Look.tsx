import { App as AntdApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useEffect } from 'react';
import { textSizes, themeOf, useLocale, useTextSize } from '@fashen/ui';

/** Theme, language of the kit and text size for everything below. */
export function Look({ children }: { readonly children: ReactNode }): ReactNode {
  const { locale } = useLocale();
  const { size } = useTextSize();
  useEffect(() => {
    document.documentElement.style.setProperty('--fs-font-size', `${textSizes[size]}px`);
  }, [size]);
  return (
    <ConfigProvider locale={locale === 'en' ? enUS : zhCN} theme={themeOf(size)} button={{ autoInsertSpace: false }}>
      <AntdApp component={false} notification={{ placement: 'topRight', duration: 6 }}>
        {children}
      </AntdApp>
    </ConfigProvider>
  );
}
