import type { ThemeConfig } from 'antd'

/**
 * The look of the program, in one place: calm office colours, text dark enough to read for everybody (at least 4.5:1),
 * letters of 15 px. The tokens are CSS variables as well (`--ant-color-text` and so on), used by the style sheets.
 */
export const theme: ThemeConfig = {
  cssVar: { key: 'gonghui' },
  hashed: false,
  token: {
    fontFamily:
      "'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'PingFang TC', 'Microsoft JhengHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', system-ui, sans-serif",
    fontSize: 15,
    fontSizeSM: 14,
    controlHeight: 36,
    borderRadius: 4,
    colorPrimary: '#1d4f91',
    colorLink: '#1d4f91',
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
    motionDurationSlow: '0.12s',
    motionDurationMid: '0.1s',
    controlOutlineWidth: 3,
  },
  components: {
    Form: { itemMarginBottom: 18, labelColor: '#46505d' },
    Table: { headerBg: '#eef1f5', headerColor: '#1b2430', cellPaddingBlock: 10, cellPaddingInline: 12 },
    Tabs: { horizontalMargin: '0 0 16px 0' },
    Alert: { defaultPadding: '10px 14px' },
  },
}
