import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '../../client'
import { BarPicture } from '../../components/charts/BarPicture'
import { LinePicture } from '../../components/charts/LinePicture'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import panel from '../../components/panel.module.css'
import { Section } from '../../components/Section'
import { useDates } from '../../components/use-dates'
import { useAsOrigin } from '../../components/use-origin'
import { FigureLink } from './FigureLink'
import { GroupTable } from './GroupTable'
import styles from './insights.module.css'
import { participants, peoplePath } from './people-path'
import { PeriodChoice } from './PeriodChoice'
import { TimeTable } from './TimeTable'
import { TypeTable } from './TypeTable'
import { useInsightTexts } from './use-insight-texts'
import { usePeriod } from './use-period'

/** Who came to activities: by kind, department, age, sex and over time; every figure opens its people. */
export function ParticipationPanel() {
  const { t } = useTranslation(['insights', 'dues'])
  const navigate = useNavigate()
  const origin = useAsOrigin()
  const texts = useInsightTexts()
  const dates = useDates()
  const { period, choose } = usePeriod()
  const overview = useQuery(api.insights.participation.overview.queryOptions({ input: period }))
  if (overview.isError) return <ErrorNotice error={overview.error} onRetry={() => void overview.refetch()} />
  if (overview.isPending) return <Loading />
  const { all, types, departments, ageBands, sexes, months, years } = overview.data
  const open = (came: 'came', group: Parameters<typeof participants>[1], title: string) =>
    void navigate(peoplePath(participants(period, { came, ...group }), title), { state: origin })
  return (
    <div className={panel.stack}>
      <PeriodChoice period={period} onChange={choose} />
      <p className={panel.quiet}>{t('rateNote')}</p>
      <dl className={panel.figures}>
        {(['any', 'came', 'never', 'neverSignedUp'] as const).map((came) => {
          const count = {
            any: all.members,
            came: all.came,
            never: all.members - all.came,
            neverSignedUp: all.members - all.signedUp,
          }[came]
          return (
            <div key={came}>
              <dt>{t(`came.${came}`)}</dt>
              <dd>
                <strong>
                  <FigureLink filter={participants(period, { came })} title={t(`came.${came}`)}>
                    {t('peopleCount', { count })}
                  </FigureLink>
                </strong>
                <span>{texts.share(count, all.members)}</span>
              </dd>
            </div>
          )
        })}
      </dl>
      {types.length === 0 ? (
        <EmptyState title={t('noActivities')} text={t('noActivitiesText')} />
      ) : (
        <>
          <Section title={t('section.types')}>
            <div className={styles.two}>
              <BarPicture
                title={t('picture.types')}
                measure="count"
                categories={types.map(({ type }) => texts.type(type))}
                series={[{ name: t('column.came'), tone: 'actual', amounts: types.map(({ came }) => came) }]}
                onOpen={(index) => {
                  const type = types[index]?.type
                  if (type !== undefined) {
                    open('came', { type }, t('listOf', { group: texts.type(type), what: t('came.came') }))
                  }
                }}
              />
              <TypeTable rows={types} members={all.members} period={period} />
            </div>
          </Section>
          <Section title={t('section.departments')}>
            <GroupTable by="department" rows={departments} period={period} />
          </Section>
          <div className={styles.two}>
            <Section title={t('section.ageBands')}>
              <GroupTable by="ageBand" rows={ageBands} period={period} />
            </Section>
            <Section title={t('section.sexes')}>
              <GroupTable by="sex" rows={sexes} period={period} />
            </Section>
          </div>
          <Section title={t('section.months')}>
            <div className={styles.two}>
              <LinePicture
                title={t('picture.months')}
                measure="share"
                categories={months.map(({ from }) => dates.shortMonth(from))}
                lines={[
                  {
                    name: t('column.rate'),
                    amounts: months.map(({ came, members }) => (members === 0 ? 0 : came / members)),
                  },
                ]}
              />
              <TimeTable rows={months} name={({ from }) => dates.month(from)} />
            </div>
          </Section>
          <Section title={t('section.years')}>
            <TimeTable rows={years} name={({ from }) => t('dues:year.name', { year: from.slice(0, 4) })} />
          </Section>
        </>
      )}
    </div>
  )
}
