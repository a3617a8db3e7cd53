import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ActivityState } from '../../../../shared/model/activity'

const colours: Readonly<Record<ActivityState, string>> = {
  draft: 'default',
  submitted: 'processing',
  sentBack: 'error',
  open: 'success',
  approved: 'success',
  over: 'warning',
  settled: 'default',
  cancelled: 'default',
}

/** How an activity stands, in a word. */
export function StateTag({ state }: { readonly state: ActivityState }) {
  const { t } = useTranslation('plan')
  return <Tag color={colours[state]}>{t(`state.${state}`)}</Tag>
}
