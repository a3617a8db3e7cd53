import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OwnClaim } from '../../../../shared/contract/federation/transfers'

const colors: Readonly<Record<OwnClaim['state'], string>> = {
  unsent: 'default',
  unknownUnion: 'error',
  asked: 'processing',
  withdrawn: 'default',
  refused: 'warning',
  notFound: 'warning',
  accepted: 'success',
  returned: 'warning',
}

/** How far it is what a branch asks another one for. */
export function ClaimStateTag({ state }: Pick<OwnClaim, 'state'>) {
  const { t } = useTranslation('transfers')
  return <Tag color={colors[state]}>{t(`claimState.${state}`)}</Tag>
}
