import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MemberId } from '../../../shared/model/id'
import { api } from '../../client'
import panel from '../../components/panel.module.css'
import { Section } from '../../components/Section'
import { useDates } from '../../components/use-dates'
import { useInsightTexts } from './use-insight-texts'

/** What a member comes to, as counts of what was recorded: no judgement of the person. */
export function MemberPreferences({ memberId }: { readonly memberId: MemberId }) {
  const { t } = useTranslation('insights')
  const texts = useInsightTexts()
  const dates = useDates()
  const found = useQuery(api.insights.preferences.member.queryOptions({ input: { memberId } }))
  if (found.data === undefined || found.data.types.length === 0) return null
  const { since, types } = found.data
  return (
    <Section title={t('preferences.title')}>
      <p className={panel.quiet}>{t('preferences.since', { month: dates.month(since) })}</p>
      <ul>
        {types.map(({ type, held, came }) => (
          <li key={type}>
            {came === 0
              ? t('preferences.none', { type: texts.type(type), count: held })
              : t('preferences.some', { type: texts.type(type), held, came })}
          </li>
        ))}
      </ul>
    </Section>
  )
}
