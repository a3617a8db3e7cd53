import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ageBandSchema, sexSchema, type MemberGroup } from '../../../shared/model/insights'
import { addDays, dayOf } from '../../../shared/rules/date'
import { api } from '../../client'
import panel from '../../components/panel.module.css'
import { participants } from './people-path'
import { PeopleGrid } from './PeopleGrid'
import { PeriodChoice } from './PeriodChoice'
import { useInsightTexts } from './use-insight-texts'
import { usePeriod } from './use-period'

const ways = ['never', 'neverSignedUp', 'signedUpOnly'] as const
const since = { any: null, year: 365, threeYears: 1096 } as const

/** Who came to nothing, narrowed by department, age, sex and how long they have been members. */
export function UnreachedPanel() {
  const { t } = useTranslation('insights')
  const texts = useInsightTexts()
  const { period, choose } = usePeriod()
  const [came, setCame] = useState<(typeof ways)[number]>('never')
  const [group, setGroup] = useState<MemberGroup>({})
  const [joined, setJoined] = useState<keyof typeof since>('any')
  const departments = useQuery(api.members.facets.queryOptions()).data?.departments ?? []
  const days = since[joined]
  const filter = participants(period, {
    came,
    group,
    joinedBefore: days === null ? null : addDays(dayOf(new Date()), -days),
  })
  const narrow = (part: keyof MemberGroup) => (value: string | undefined) => {
    const { [part]: _, ...others } = group
    setGroup(value === undefined ? others : { ...others, [part]: value })
  }
  return (
    <div className={panel.fill}>
      <PeriodChoice period={period} onChange={choose} />
      <div className={panel.bar}>
        <Select
          aria-label={t('unreached.way')}
          style={{ width: 190 }}
          value={came}
          onChange={setCame}
          options={ways.map((value) => ({ value, label: t(`came.${value}`) }))}
        />
        <Select
          aria-label={t('by.department')}
          placeholder={t('by.department')}
          style={{ width: 180 }}
          allowClear
          showSearch
          onChange={narrow('department')}
          options={departments.map(({ value }) => ({ value, label: value }))}
        />
        <Select
          aria-label={t('by.ageBand')}
          placeholder={t('by.ageBand')}
          style={{ width: 130 }}
          allowClear
          onChange={narrow('ageBand')}
          options={ageBandSchema.options.map((value) => ({ value, label: texts.group('ageBand', value) }))}
        />
        <Select
          aria-label={t('by.sex')}
          placeholder={t('by.sex')}
          style={{ width: 110 }}
          allowClear
          onChange={narrow('sex')}
          options={sexSchema.options.map((value) => ({ value, label: texts.group('sex', value) }))}
        />
        <Select
          aria-label={t('unreached.since')}
          style={{ width: 180 }}
          value={joined}
          onChange={setJoined}
          options={(['any', 'year', 'threeYears'] as const).map((value) => ({
            value,
            label: t(`unreached.joined.${value}`),
          }))}
        />
      </div>
      <PeopleGrid filter={filter} title={t(`came.${came}`)} />
    </div>
  )
}
