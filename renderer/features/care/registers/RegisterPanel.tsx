import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { z } from 'zod'
import panel from '../../../components/panel.module.css'
import { CheckupList } from './CheckupList'
import { ClaimList } from './ClaimList'
import { CoverList } from './CoverList'
import { LegalList } from './LegalList'

const registerSchema = z.enum(['legal', 'covers', 'claims', 'checkups'])
type Register = z.infer<typeof registerSchema>

/** The simple registers of services; which one stands in the address of the page. */
export function RegisterPanel() {
  const { t } = useTranslation('registers')
  const [params, setParams] = useSearchParams()
  const register = registerSchema.catch('legal').parse(params.get('register'))
  const lists = { legal: <LegalList />, covers: <CoverList />, claims: <ClaimList />, checkups: <CheckupList /> }
  return (
    <div className={panel.fill}>
      <Segmented<Register>
        className={panel.groups ?? ''}
        aria-label={t('register.label')}
        value={register}
        onChange={(chosen) => setParams({ tab: 'registers', register: chosen }, { replace: true })}
        options={registerSchema.options.map((value) => ({ value, label: t(`register.${value}`) }))}
      />
      {lists[register]}
    </div>
  )
}
