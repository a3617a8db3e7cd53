import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { FederationState } from '../../../../shared/contract/federation'
import { fenSchema } from '../../../../shared/model/money'
import { formatYuan } from '../../../components/yuan'

type Figures = NonNullable<Extract<FederationState, { state: 'enrolled' }>['figures']>

/** What the union above has of this branch, beside what the branch has; leads to the comparison where they differ. */
export function ComparedFigures({ here, there }: Figures) {
  const { t } = useTranslation('roll')
  const yuan = (amount: number) => formatYuan(fenSchema.parse(amount))
  const members = t('figures.members', { there: there.members, here: here.members })
  const dues = t('figures.dues', { there: yuan(there.duesReceived), here: yuan(here.duesReceived) })
  const isSame = here.members === there.members && here.duesReceived === there.duesReceived
  const link = <Link to="/federation?tab=roll">{isSame ? t('figures.open') : t('figures.compare')}</Link>
  return isSame ? (
    <p>
      {members} {dues} {link}
    </p>
  ) : (
    <Alert type="warning" showIcon title={`${members} ${dues}`} description={t('figures.differ')} action={link} />
  )
}
