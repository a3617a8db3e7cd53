import { PrinterOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { rollKindSchema, type RollKind } from '../../../../shared/contract/federation/roll'
import { api, client } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import panel from '../../../components/panel.module.css'
import { ProgressDialog } from '../../../components/ProgressDialog'
import { useDates } from '../../../components/use-dates'
import { useProgress } from '../../../components/use-progress'
import { useSave } from '../../../components/use-save'
import { useLanguage } from '../../../i18n/use-language'
import { RollList } from './RollList'

/** The roll as the union above holds it, compared with the branch's own: figures, and the members behind them. */
export function RollPanel({ isEnrolled }: { readonly isEnrolled: boolean }) {
  const { t } = useTranslation('roll')
  const dates = useDates()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [language] = useLanguage()
  const [params, setParams] = useSearchParams()
  const last = useQuery(api.federation.roll.last.queryOptions())
  const comparing = useProgress()
  const saving = useSave()
  if (!isEnrolled) return <EmptyState title={t('notEnrolled')} text={t('notEnrolledText')} />
  const found = last.data ?? null

  async function compare() {
    await comparing.run((options) => client.federation.roll.compare(undefined, options))
    await queryClient.invalidateQueries({ queryKey: api.federation.roll.key() })
  }

  const save = () =>
    saving.save(
      (options) => client.federation.roll.save({ language }, options),
      ({ fileName, rows }) => t('saved', { name: fileName, count: rows }),
    )

  const kinds = found === null ? [] : rollKindSchema.options.filter((kind) => found[kind] > 0)
  const shown: RollKind | undefined = kinds.find((kind) => kind === params.get('show')) ?? kinds[0]
  return (
    <div className={panel.fill}>
      <div className={panel.spread}>
        <span className={panel.quiet}>{found === null ? t('intro') : t('at', { at: dates.moment(found.at) })}</span>
        <div className={panel.bar}>
          {shown !== undefined && (
            <>
              <Button icon={<PrinterOutlined />} onClick={() => void navigate(`/federation/roll/${shown}`)}>
                {t('print')}
              </Button>
              <Button onClick={() => void save()}>{t('save')}</Button>
            </>
          )}
          <Button type="primary" onClick={() => void compare()}>
            {found === null ? t('compare') : t('compareAgain')}
          </Button>
        </div>
      </div>
      {comparing.error !== null && <ErrorNotice error={comparing.error} onRetry={() => void compare()} />}
      {saving.error !== null && <ErrorNotice error={saving.error} />}
      {last.isError && <ErrorNotice error={last.error} onRetry={() => void last.refetch()} />}
      {found !== null && (
        <dl className={panel.figures}>
          {(['here', 'there', 'same'] as const).map((name) => (
            <div key={name}>
              <dt>{t(`figure.${name}`)}</dt>
              <dd>
                <strong className="numeric">{t('people', { count: found[name] })}</strong>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {found !== null && shown === undefined && <EmptyState title={t('allSame')} text={t('allSameText')} />}
      {found !== null && shown !== undefined && (
        <>
          <Segmented<RollKind>
            className={panel.groups ?? ''}
            aria-label={t('show')}
            value={shown}
            onChange={(show) => setParams({ tab: 'roll', show }, { replace: true })}
            options={kinds.map((kind) => ({
              value: kind,
              label: t('kindCount', { kind: t(`kind.${kind}`), count: found[kind] }),
            }))}
          />
          <RollList key={`${shown} ${found.at}`} kind={shown} />
        </>
      )}
      <ProgressDialog title={t('comparing')} progress={comparing.progress} />
      <ProgressDialog title={t('saving')} progress={saving.progress} />
    </div>
  )
}
