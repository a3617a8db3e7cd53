import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import type { BatchId } from '../../../../shared/model/id'
import panel from '../../../components/panel.module.css'
import { BirthdayProposals } from './BirthdayProposals'
import { FestivalProposals } from './FestivalProposals'
import { RetirementProposals } from './RetirementProposals'

const occasions = ['birthdays', 'festivals', 'retirements'] as const

/** Who is due to be given something: birthdays of a month, festivals and retirements of a year. */
export function GiftProposals() {
  const { t } = useTranslation('gifts')
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const chosen = occasions.find((name) => name === params.get('for')) ?? 'birthdays'
  // What was given is shown in the register, with its list to sign.
  const done = (batch: BatchId, on: string) =>
    void navigate(`/care?tab=gifts&view=register&year=${on.slice(0, 4)}&batch=${batch}`)
  return (
    <>
      <div className={panel.bar}>
        <Radio.Group
          aria-label={t('proposals.label')}
          optionType="button"
          value={chosen}
          onChange={({ target }) =>
            setParams({ tab: 'gifts', view: 'proposals', for: String(target.value) }, { replace: true })
          }
          options={occasions.map((value) => ({ value, label: t(`proposals.${value}`) }))}
        />
      </div>
      {chosen === 'birthdays' && <BirthdayProposals onDone={done} />}
      {chosen === 'festivals' && <FestivalProposals onDone={done} />}
      {chosen === 'retirements' && <RetirementProposals onDone={done} />}
    </>
  )
}
