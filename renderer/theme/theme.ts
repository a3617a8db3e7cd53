import type { ThemeConfig } from 'antd'
import type { Language } from '../i18n/language'

const simplified =
  "'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei'"
const traditional =
  "'Microsoft JhengHei UI', 'Microsoft JhengHei', 'PingFang TC', 'Noto Sans CJK TC', 'Source Han Sans TC'"
const latin = "'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans'"

/** Fonts of the systems in use, first those with the forms of the language; Latin quotation marks are narrow. */
const fonts: Readonly<Record<Language, string>> = {
  'zh-CN': `${simplified}, ${traditional}, system-ui, sans-serif`,
  'zh-TW': `${traditional}, ${simplified}, system-ui, sans-serif`,
  en: `${latin}, ${simplified}, ${traditional}, system-ui, sans-serif`,
}

/**
 * The look of the program, in one place: calm office colours, text dark enough to read for everybody (at least 4.5:1),
 * letters of 15 px. The tokens are CSS variables as well (`--ant-color-text` and so on), used by the style sheets.
 */
const theme: ThemeConfig = {
  cssVar: { key: 'gonghui' },
  hashed: false,
  token: {
    fontSize: 15,
    fontSizeSM: 14,
    controlHeight: 36,
    borderRadius: 4,
    colorPrimary: '#1d4f91',
    colorLink: '#1d4f91',
    colorLinkHover: '#163d70',
    colorLinkActive: '#0f2c52',
    colorInfo: '#1d4f91',
    colorSuccess: '#1f6f3f',
    colorWarning: '#8a5300',
    colorError: '#b42318',
    colorTextBase: '#1b2430',
    colorText: '#1b2430',
    colorTextSecondary: '#46505d',
    colorTextTertiary: '#5b6572',
    colorTextQuaternary: '#6b7480',
    colorTextPlaceholder: '#68717d',
    colorTextDisabled: '#68717d',
    colorBorder: '#aab3bf',
    colorBorderSecondary: '#d9dee5',
    colorBgLayout: '#f3f5f8',
    colorSplit: '#d9dee5',
    // Tints are stated: those worked out from dark seeds turn grey.
    colorPrimaryBg: '#e8f0fa',
    colorPrimaryBgHover: '#dbe7f6',
    colorPrimaryBorder: '#a9c3e4',
    colorInfoBg: '#e8f0fa',
    colorInfoBorder: '#a9c3e4',
    colorSuccessBg: '#eaf5ee',
    colorSuccessBorder: '#a9d3b9',
    colorWarningBg: '#fdf4e3',
    colorWarningBorder: '#e3c68f',
    colorErrorBg: '#fdeeec',
    colorErrorBorder: '#eab3ad',
    controlItemBgActive: '#e8f0fa',
    controlItemBgActiveHover: '#dbe7f6',
    motionDurationSlow: '0.12s',
    motionDurationMid: '0.1s',
    controlOutlineWidth: 3,
  },
  components: {
    Form: { itemMarginBottom: 18, labelColor: '#46505d' },
    Table: { headerBg: '#eef1f5', headerColor: '#1b2430', cellPaddingBlock: 10, cellPaddingInline: 12 },
    Tabs: { horizontalMargin: '0 0 16px 0' },
    Alert: { defaultPadding: '10px 14px', withDescriptionPadding: '12px 14px', withDescriptionIconSize: 20 },
  },
}

/** The look in a language: the same but for its fonts. */
export function themeOf(language: Language): ThemeConfig {
  return { ...theme, token: { ...theme.token, fontFamily: fonts[language] } }
}
