import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SentFile } from '../../../shared/contract/federation/directives'

const colors = { waiting: 'warning', stored: 'success', refused: 'error', elsewhere: 'default' } as const

/** How far the file of an answer has come. */
export function FileStateTag({ file: { state, sent, size } }: { readonly file: SentFile }) {
  const { t } = useTranslation('directives')
  const isUnderWay = state === 'waiting' && sent > 0
  return (
    <Tag color={colors[state]}>
      {isUnderWay ? t('fileState.sending', { percent: Math.floor((sent / size) * 100) }) : t(`fileState.${state}`)}
    </Tag>
  )
}
