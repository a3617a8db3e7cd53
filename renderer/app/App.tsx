import { QueryClientProvider } from '@tanstack/react-query'
import { App as MessageHolder, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import zhTW from 'antd/locale/zh_TW'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import 'dayjs/locale/zh-tw'
import { useState } from 'react'
import type { Language } from '../i18n/language'
import { useLanguage } from '../i18n/use-language'
import { themeOf } from '../theme/theme'
import { AccessGate } from './AccessGate'
import { createQueryClient } from './query-client'

const locales = {
  'zh-CN': { antd: zhCN, dayjs: 'zh-cn' },
  'zh-TW': { antd: zhTW, dayjs: 'zh-tw' },
  en: { antd: enUS, dayjs: 'en' },
} as const satisfies Record<Language, unknown>

/** The program in the window: theme, language and data around whichever page is open. */
export function App() {
  const [language] = useLanguage()
  const [queryClient] = useState(createQueryClient)
  const locale = locales[language]
  dayjs.locale(locale.dayjs)
  return (
    <ConfigProvider theme={themeOf(language)} locale={locale.antd} button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={queryClient}>
        <MessageHolder notification={{ placement: 'bottomLeft', maxCount: 1 }}>
          <AccessGate />
        </MessageHolder>
      </QueryClientProvider>
    </ConfigProvider>
  )
}
