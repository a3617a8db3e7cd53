import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { EntryState as State } from '../../../../shared/model/reporting'

const colours: Readonly<Record<State, string>> = {
  waiting: 'processing',
  carried: 'processing',
  stored: 'success',
  withheld: 'default',
  held: 'warning',
  rejected: 'error',
  conflict: 'warning',
  corrected: 'default',
}

/** How an entry stands at the union above; told by its word, the colour only helps the eye. */
export function EntryState({ state }: { readonly state: State }) {
  const { t } = useTranslation('reporting')
  return <Tag color={colours[state]}>{t(`state.${state}`)}</Tag>
}
