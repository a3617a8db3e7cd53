import { HistoryOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { FieldSource as Source } from '../../../shared/contract/members'
import type { MemberId } from '../../../shared/model/id'
import { LOCAL_ACTOR } from '../../../shared/sync/change'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { useDates } from '../../components/use-dates'
import { usePlacesText } from '../batches/use-places-text'
import styles from './FieldSource.module.css'

export type SourcedField = Source['field']

interface FieldSourceProps {
  readonly memberId: MemberId
  readonly field: SourcedField
  /** What the field is called. */
  readonly name: string
  /** Whether it stands under the value; else behind a small button that shows itself under the mouse or the focus. */
  readonly isOpen: boolean
}

/** Where the value of a field comes from: typed in by whom and when, or file, sheet and row. */
export function FieldSource({ memberId, field, name, isOpen }: FieldSourceProps) {
  const { t } = useTranslation('members')
  if (isOpen) return <SourceText memberId={memberId} field={field} />
  return (
    <Popover trigger="click" title={name} content={<SourceText memberId={memberId} field={field} />} destroyOnHidden>
      <Button
        className={styles['button'] ?? ''}
        type="text"
        size="small"
        icon={<HistoryOutlined />}
        aria-label={t('sourceOf', { name })}
        title={t('sourceOf', { name })}
      />
    </Popover>
  )
}

function SourceText({ memberId, field }: Pick<FieldSourceProps, 'memberId' | 'field'>) {
  const { t } = useTranslation(['members', 'batches', 'common'])
  const dates = useDates()
  const placesText = usePlacesText()
  const sources = useQuery(api.members.sources.queryOptions({ input: { id: memberId } }))
  if (sources.isError) return <ErrorNotice error={sources.error} onRetry={() => void sources.refetch()} />
  if (sources.isPending) return <span className={styles['text']}>{t('common:loading')}</span>
  const source = sources.data.find((found) => found.field === field)
  if (source === undefined) return null
  const at = dates.moment(source.at)
  const { batch, importId, places, actor } = source
  if (batch === null) {
    const how = actor === LOCAL_ACTOR ? 'typed' : 'fromAbove'
    return <span className={styles['text']}>{t(`source.${how}`, { at })}</span>
  }
  return (
    <span className={styles['text']}>
      <Link to={importId === null ? `/log/${batch.id}` : `/roster/imports/${importId}`}>
        {t('byBatch', { act: t(`batches:kind.${batch.kind}`), title: batch.title })}
      </Link>{' '}
      {[...(places.length === 0 ? [] : [placesText(places)]), at].join(t('common:dot'))}
    </span>
  )
}
