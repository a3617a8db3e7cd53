import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { dayOf } from '../../../shared/rules/date'
import { api } from '../../client'
import { BarPicture } from '../../components/charts/BarPicture'
import { LinePicture } from '../../components/charts/LinePicture'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import { PageHeader } from '../../components/PageHeader'
import { useDates } from '../../components/use-dates'
import { formatYuan } from '../../components/yuan'
import { PageSetup } from '../reports/PageSetup'
import paper from '../reports/paper.module.css'
import { PaperActions } from '../reports/PaperActions'
import { useUnionName } from '../reports/use-union-name'
import styles from './insights.module.css'
import { PaperTable } from './PaperTable'
import { PeriodChoice } from './PeriodChoice'
import { perHead } from './ReachPanel'
import { useInsightTexts } from './use-insight-texts'
import { usePeriod } from './use-period'
import { useSuggestionText } from './use-suggestion-text'

const nothing = () => undefined

/** The insights of some months on paper: suggestions, pictures, and every picture's figures. */
export function InsightsPaper() {
  const { t } = useTranslation(['insights', 'funds'])
  const texts = useInsightTexts()
  const dates = useDates()
  const say = useSuggestionText()
  const unionName = useUnionName()
  const { period, choose } = usePeriod()
  const suggestions = useQuery(api.insights.suggestions.queryOptions())
  const overview = useQuery(api.insights.participation.overview.queryOptions({ input: period }))
  const reach = useQuery(api.insights.reach.overview.queryOptions({ input: period }))
  const quality = useQuery(api.insights.quality.overview.queryOptions())
  const failed = suggestions.error ?? overview.error ?? reach.error ?? quality.error
  const title = t('paper.title')
  const isReady =
    suggestions.data !== undefined &&
    overview.data !== undefined &&
    reach.data !== undefined &&
    quality.data !== undefined
  return (
    <>
      <div className="screen-only">
        <PageHeader
          backTo="/insights"
          title={title}
          actions={isReady && <PaperActions paper="insights" count={0} name={title} landscape={false} />}
        />
        <PeriodChoice period={period} onChange={choose} />
        {failed !== null && <ErrorNotice error={failed} />}
      </div>
      {!isReady && failed === null && <Loading />}
      {isReady && (
        <article className={`${paper.page} ${paper.running} ${paper.form} ${styles.paper}`} aria-label={title}>
          <PageSetup landscape={false} margin="12mm" />
          <h2 className={paper.title}>{title}</h2>
          <p className={paper.head}>
            <span>{unionName}</span>
            <span>{texts.period(period)}</span>
            <span>{dayOf(new Date())}</span>
          </p>
          <h3>{t('tab.suggestions')}</h3>
          {suggestions.data.suggestions.length === 0 && <p>{t('noSuggestions')}</p>}
          <ol>
            {suggestions.data.suggestions.map((suggestion) => (
              <li key={suggestion.key}>{say(suggestion)}</li>
            ))}
          </ol>
          <h3>{t('tab.participation')}</h3>
          <p>
            {t('paper.rate', {
              members: overview.data.all.members,
              came: overview.data.all.came,
              share: texts.share(overview.data.all.came, overview.data.all.members),
            })}
          </p>
          <BarPicture
            title={t('picture.types')}
            measure="count"
            categories={overview.data.types.map(({ type }) => texts.type(type))}
            series={[{ name: t('column.came'), tone: 'actual', amounts: overview.data.types.map(({ came }) => came) }]}
            onOpen={nothing}
          />
          <PaperTable
            head={[t('column.type'), t('column.activities'), t('column.came'), t('column.attendances')]}
            rows={overview.data.types.map(({ type, activities, came, attendances }) => [
              texts.type(type),
              activities,
              came,
              attendances,
            ])}
          />
          <LinePicture
            title={t('picture.months')}
            measure="share"
            categories={overview.data.months.map(({ from }) => dates.shortMonth(from))}
            lines={[
              {
                name: t('column.rate'),
                amounts: overview.data.months.map(({ came, members }) => (members === 0 ? 0 : came / members)),
              },
            ]}
          />
          <PaperTable
            head={[t('column.time'), t('column.activities'), t('column.came'), t('column.rate')]}
            rows={overview.data.months.map(({ from, activities, came, members }) => [
              dates.month(from),
              activities,
              came,
              texts.share(came, members),
            ])}
          />
          {(['department', 'ageBand', 'sex'] as const).map((by) => {
            const rows = {
              department: overview.data.departments,
              ageBand: overview.data.ageBands,
              sex: overview.data.sexes,
            }[by]
            return (
              <PaperTable
                key={by}
                head={[t(`by.${by}`), t('column.members'), t('column.came'), t('column.rate')]}
                rows={rows.map(({ value, members, came }) => [
                  texts.group(by, value),
                  members,
                  came,
                  texts.share(came, members),
                ])}
              />
            )
          })}
          <h3>{t('tab.reach')}</h3>
          <PaperTable
            head={[t('reach.kind'), t('column.people'), t('reach.share'), t('column.amount'), t('reach.perHead')]}
            rows={reach.data.gifts.map(({ kind, people, amount }) => [
              t(`funds:limitItem.${kind}`),
              people,
              texts.share(people, reach.data.members),
              formatYuan(amount),
              formatYuan(perHead(amount, people) ?? amount),
            ])}
          />
          <h3>{t('tab.quality')}</h3>
          <PaperTable
            head={[t('by.department'), t('column.members'), t('quality.sound'), t('quality.rate')]}
            rows={quality.data.departments.map(({ value, members, sound }) => [
              texts.group('department', value),
              members,
              sound,
              texts.share(sound, members),
            ])}
          />
        </article>
      )}
    </>
  )
}
