import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm, Radio, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { PassedKind } from '../../../../shared/contract/federation/passing'
import { noticeStandingSchema } from '../../../../shared/model/member-notice'
import { passingLevelSchema } from '../../../../shared/sync/passing'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import { useDates } from '../../../components/use-dates'
import { useErrorToast } from '../../../components/use-error-toast'
import { TellDialog } from './TellDialog'

/** What leaves this branch, kind by kind, and why; what may be chosen; how far members were told. */
export function PassingPanel() {
  const { t } = useTranslation('passing')
  const dates = useDates()
  const navigate = useNavigate()
  const [isTelling, setTelling] = useState(false)
  const { data, error, refetch } = useQuery(api.federation.passing.overview.queryOptions())
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loading />
  const told = new Map(data.told.map(({ standing, members }) => [standing, members]))
  return (
    <div className={panel.stack}>
      <p className={panel.quiet}>{t('intro')}</p>
      <Table
        size="small"
        rowKey="kind"
        pagination={false}
        dataSource={data.kinds}
        columns={[
          {
            title: t('column.kind'),
            width: 260,
            render: (_, { kind }) => (
              <>
                <strong>{t(`kind.${kind}`)}</strong>
                <div className={panel.quiet}>{t(`what.${kind}`)}</div>
              </>
            ),
          },
          { title: t('column.level'), width: 250, render: (_, passed) => <Choice passed={passed} /> },
          {
            title: t('column.basis'),
            render: (_, { basis, source }) => (
              <>
                {t(`basis.${basis}`)}
                <div className={panel.quiet}>{source}</div>
              </>
            ),
          },
          {
            title: t('column.since'),
            width: 150,
            render: (_, { since, staysAbove }) => (
              <>
                {since === null ? t('fromEnrolment') : dates.moment(since)}
                {staysAbove && <div>{t('staysAbove')}</div>}
              </>
            ),
          },
        ]}
      />
      <p className={panel.quiet}>{t('whoSees')}</p>
      <Section
        title={t('told')}
        action={
          <div className={panel.bar}>
            <Button onClick={() => void navigate('/federation/notice')}>{t('printNotice')}</Button>
            <Button type="primary" onClick={() => setTelling(true)}>
              {t('tellAll')}
            </Button>
          </div>
        }
      >
        <dl className={panel.figures}>
          {noticeStandingSchema.options.map((standing) => (
            <div key={standing}>
              <dt>{t(`standing.${standing}`)}</dt>
              <dd>
                <Link to={`/members?status=active&status=kept&notice=${standing}`}>
                  <strong className="numeric">{t('people', { count: told.get(standing) ?? 0 })}</strong>
                </Link>
              </dd>
            </div>
          ))}
        </dl>
        <p>{t('consents', { count: data.consents })}</p>
      </Section>
      {isTelling && <TellDialog memberIds={null} onClose={() => setTelling(false)} />}
    </div>
  )
}

function Choice({ passed: { kind, level, levels } }: { readonly passed: PassedKind }) {
  const { t } = useTranslation(['passing', 'common'])
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const [chosen, setChosen] = useState(level)
  const choose = useMutation(
    api.federation.passing.choose.mutationOptions({
      onSuccess: async () => {
        void message.success(t('chosen'))
        await queryClient.invalidateQueries({ queryKey: api.federation.passing.key() })
      },
      onError: useErrorToast(),
    }),
  )
  const rank = (one: PassedKind['level']) => passingLevelSchema.options.indexOf(one)
  const isMore = rank(chosen) > rank(level)
  if (levels.length === 1) return t(`level.${level}`)
  return (
    <Popconfirm
      open={chosen !== level && !choose.isPending}
      title={t('chooseTitle', { kind: t(`kind.${kind}`), level: t(`level.${chosen}`) })}
      description={t(!isMore ? 'chooseLess' : kind === 'care' ? 'chooseCare' : 'chooseMore')}
      okText={t('choose')}
      cancelText={t('common:cancel')}
      onConfirm={() => choose.mutate({ kind, level: chosen })}
      onCancel={() => setChosen(level)}
    >
      <Radio.Group
        aria-label={t(`kind.${kind}`)}
        value={chosen}
        onChange={({ target }) => setChosen(levels.find((one) => one === target.value) ?? level)}
        options={levels.map((one) => ({ value: one, label: t(`level.${one}`) }))}
        vertical
      />
    </Popconfirm>
  )
}
