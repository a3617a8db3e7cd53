import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { peopleFilterSchema, type PeopleFilter } from '../../../shared/model/insights'
import { EmptyState } from '../../components/EmptyState'
import { PageHeader } from '../../components/PageHeader'
import panel from '../../components/panel.module.css'
import { PeopleGrid } from './PeopleGrid'
import { useInsightTexts } from './use-insight-texts'

/** The people behind a figure; whose they are stands in the address of the page. */
export function PeoplePage() {
  const { t } = useTranslation('insights')
  const navigate = useNavigate()
  const texts = useInsightTexts()
  const [params] = useSearchParams()
  const title = params.get('title') ?? t('title')
  const filter = filterOf(params.get('filter'))
  return (
    <div className={panel.whole}>
      <PageHeader
        backTo="/insights"
        title={title}
        note={filter !== null && 'period' in filter ? texts.period(filter.period) : undefined}
        actions={
          filter?.of === 'quality' && (
            <Button onClick={() => void navigate('/members/duplicates')}>{t('toDuplicates')}</Button>
          )
        }
      />
      {filter === null ? (
        <EmptyState title={t('nobody')} text={t('nobodyText')} />
      ) : (
        <>
          {filter.of === 'quality' && <Alert showIcon type="info" title={t('mendHint')} />}
          <PeopleGrid key={params.toString()} filter={filter} title={title} />
        </>
      )}
    </div>
  )
}

function filterOf(text: string | null): PeopleFilter | null {
  try {
    const parsed = peopleFilterSchema.safeParse(JSON.parse(text ?? 'null'))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
