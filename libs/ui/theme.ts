import type { ThemeConfig } from 'antd';

/** Text sizes a person may choose, in CSS px of body text. */
export const textSizes = { standard: 14, large: 16, huge: 18 } as const;
export type TextSize = keyof typeof textSizes;

/**
 * Colors of the product, each with its measured contrast on the ground it is used on (WCAG AA asks 4.5).
 * `theme.spec.ts` measures them again.
 */
export const palette = {
  primary: '#0958d9',
  primaryGround: '#e6f0ff',
  success: '#237804',
  successGround: '#f0f9eb',
  warning: '#7a4100',
  warningGround: '#fff7e6',
  error: '#a8071a',
  errorGround: '#fff1f0',
  text: '#1f1f1f',
  secondary: '#595959',
  placeholder: '#6b6b6b',
  border: '#d9d9d9',
  strongBorder: '#8c8c8c',
  ground: '#f3f5f8',
  paper: '#ffffff',
  navigation: '#0b1f3f',
  navigationText: '#e4ebf5',
} as const;

/** One Chinese stack for page, canvas and popups, so that text wraps alike everywhere. */
export const fontFamily =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Helvetica Neue", Arial, sans-serif';

/** Theme of antd for a text size. */
export function themeOf(size: TextSize): ThemeConfig {
  return {
    token: {
      colorPrimary: palette.primary,
      colorInfo: palette.primary,
      colorLink: palette.primary,
      colorSuccess: palette.success,
      colorWarning: palette.warning,
      colorError: palette.error,
      colorText: palette.text,
      colorTextSecondary: palette.secondary,
      colorTextTertiary: palette.secondary,
      colorTextDescription: palette.secondary,
      colorTextPlaceholder: palette.placeholder,
      colorBgLayout: palette.ground,
      borderRadius: 4,
      fontSize: textSizes[size],
      fontFamily,
      controlHeight: 34,
      motion: false,
    },
    components: {
      Layout: { headerBg: palette.paper, siderBg: palette.navigation, headerHeight: 56, headerPadding: '0 16px', bodyBg: palette.ground },
      Menu: { darkItemBg: palette.navigation, darkItemColor: palette.navigationText, darkItemSelectedBg: palette.primary, itemHeight: 44 },
      Tabs: { itemColor: palette.text, horizontalItemGutter: 24 },
      Table: { headerBg: '#f5f7fa', cellPaddingBlock: 10 },
    },
  };
}
