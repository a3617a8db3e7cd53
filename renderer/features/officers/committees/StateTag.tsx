import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CommitteeSummary } from '../../../../shared/contract/officers/committees'

const colours = {
  preparing: 'processing',
  standing: 'success',
  due6: 'warning',
  due3: 'warning',
  overdue: 'error',
  ended: 'default',
} as const

/** How a committee stands. */
export function StateTag({ state }: Pick<CommitteeSummary, 'state'>) {
  const { t } = useTranslation('officers')
  return <Tag color={colours[state]}>{t(`state.${state}`)}</Tag>
}
