import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OutgoingTransfer } from '../../../../shared/contract/federation/transfers'

const colors: Readonly<Record<OutgoingTransfer['state'], string>> = {
  unsent: 'default',
  unknownUnion: 'error',
  asked: 'processing',
  withdrawn: 'default',
  refused: 'warning',
  lapsed: 'default',
  accepted: 'success',
  returned: 'warning',
}

/** How far a transfer is. */
export function TransferStateTag({ state }: Pick<OutgoingTransfer, 'state'>) {
  const { t } = useTranslation('transfers')
  return <Tag color={colors[state]}>{t(`state.${state}`)}</Tag>
}
