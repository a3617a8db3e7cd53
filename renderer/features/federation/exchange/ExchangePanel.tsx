import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Modal, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExchangeState, InvitingHub, ReadAnswer } from '../../../../shared/contract/federation/exchange'
import { api, client } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import panel from '../../../components/panel.module.css'
import { ProgressDialog } from '../../../components/ProgressDialog'
import { useDates } from '../../../components/use-dates'
import { useProgress } from '../../../components/use-progress'
import styles from '../federation.module.css'
import { FileButton } from './FileButton'
import { GoOnLine } from './GoOnLine'

const PAGE_SIZE = 20

type Ready = Extract<ExchangeState, { state: 'ready' }>

/** The exchange with the union above by files on a stick: what to do next, write, read, and what went before. */
export function ExchangePanel() {
  const { t } = useTranslation('exchange')
  const { data, error, refetch } = useQuery(api.federation.exchange.state.queryOptions())
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loading />
  return (
    <div className={styles.stack}>
      {data.state === 'ready' ? (
        <Exchange state={data} />
      ) : data.state === 'noKeys' ? (
        <Alert type="info" showIcon title={t('noKeys')} description={t('noKeysText')} />
      ) : (
        <AcceptInvitation />
      )}
      <FileList />
      {data.state === 'ready' && !data.isOnLine && <GoOnLine hubName={data.hubName} />}
    </div>
  )
}

/** Enrols by an invitation, after a person compared its check number. */
function AcceptInvitation() {
  const { t } = useTranslation(['exchange', 'common'])
  const queryClient = useQueryClient()
  const [invitation, setInvitation] = useState<{ file: File; hub: InvitingHub } | null>(null)
  const look = useMutation({
    mutationFn: async (file: File) => ({ file, hub: await client.federation.exchange.invitation({ file }) }),
    onSuccess: setInvitation,
  })
  const accept = useMutation(
    api.federation.exchange.accept.mutationOptions({
      onSuccess: async () => {
        setInvitation(null)
        await queryClient.invalidateQueries()
      },
    }),
  )
  const error = look.error ?? accept.error
  return (
    <section className={styles.panel}>
      <h2>{t('inviteTitle')}</h2>
      <p>{t('inviteText')}</p>
      {error !== null && <ErrorNotice error={error} />}
      <FileButton text={t('readInvitation')} isPrimary isBusy={look.isPending} onFile={(file) => look.mutate(file)} />
      {invitation !== null && (
        <Modal
          open
          title={t('confirmTitle', { name: invitation.hub.hubName })}
          okText={t('accept')}
          cancelText={t('common:cancel')}
          okButtonProps={{ loading: accept.isPending }}
          onOk={() => accept.mutate({ file: invitation.file })}
          onCancel={() => setInvitation(null)}
        >
          <p>{t('confirmText')}</p>
          <p>
            <strong>{invitation.hub.checkNumber}</strong>
          </p>
        </Modal>
      )}
    </section>
  )
}

function useReadText() {
  const { t } = useTranslation('exchange')
  return (answer: ReadAnswer): string => {
    const { result, number } = answer
    if (result !== 'read') return t(`result.${result}`, { number })
    const { isEnrolled, isGap, stored, items } = answer
    if (isGap) return t('result.gap', { number })
    return t(isEnrolled ? 'result.enrolled' : 'result.read', { number, stored, items })
  }
}

function Exchange({ state }: { readonly state: Ready }) {
  const { t } = useTranslation('exchange')
  const dates = useDates()
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const readText = useReadText()
  const { run, progress, error: writeError } = useProgress()
  const [told, setTold] = useState<string | null>(null)
  const read = useMutation({
    mutationFn: (file: File) => client.federation.exchange.read({ file }),
    onSuccess: async (answer) => {
      setTold(readText(answer))
      await queryClient.invalidateQueries()
    },
  })
  const { hubName, checkNumber, isConfirmed, waiting, waitingFiles, open } = state

  async function write() {
    const written = await run((options) => client.federation.exchange.write(undefined, options))
    if (written === undefined || written === null) return
    const { fileName, entries, files, filesLeft } = written
    const told = [
      ...(files > 0 ? [t('writtenFiles', { count: files })] : []),
      ...(filesLeft > 0 ? [t('filesLeft', { count: filesLeft })] : []),
    ]
    setTold(told.length === 0 ? null : told.join(''))
    void message.success(t('written', { name: fileName, count: entries }))
    await queryClient.invalidateQueries()
  }

  const next =
    open !== null
      ? t('next.carry', { number: open.number, date: dates.moment(open.at), name: hubName })
      : waiting > 0 || !isConfirmed
        ? t('next.write')
        : t('next.nothing')
  const error = read.error ?? writeError
  return (
    <section
      className={styles.panel}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        const [file] = event.dataTransfer.files
        if (file !== undefined) read.mutate(file)
      }}
    >
      <h2>{t('title', { name: hubName })}</h2>
      <p role="status">{next}</p>
      <p className={panel.quiet}>
        {t('waiting', { count: waiting })}
        {waitingFiles > 0 && t('waitingFiles', { count: waitingFiles })}
      </p>
      {told !== null && <Alert type="success" showIcon title={told} />}
      {error !== null && <ErrorNotice error={error} />}
      <div className={styles.bar}>
        <Button type="primary" onClick={() => void write()}>
          {t('write')}
        </Button>
        <FileButton text={t('read')} isBusy={read.isPending} onFile={(file) => read.mutate(file)} />
      </div>
      <p className={panel.quiet}>{t('checkNumber', { number: checkNumber })}</p>
      <ProgressDialog title={t('writing')} progress={progress} />
    </section>
  )
}

/** Every file that was written or read here, the latest first. */
function FileList() {
  const { t } = useTranslation('exchange')
  const dates = useDates()
  const [page, setPage] = useState(1)
  const input = { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE }
  const { data } = useQuery(api.federation.exchange.files.queryOptions({ input }))
  if (data === undefined || data.total === 0) return null
  return (
    <section className={styles.panel}>
      <h2>{t('files')}</h2>
      <Table
        size="small"
        rowKey="id"
        dataSource={data.rows}
        pagination={{
          current: page,
          pageSize: PAGE_SIZE,
          total: data.total,
          onChange: setPage,
          hideOnSinglePage: true,
        }}
        columns={[
          { title: t('column.file'), render: (_, { direction, number }) => t(`direction.${direction}`, { number }) },
          { title: t('column.at'), render: (_, { at }) => dates.moment(at) },
          {
            title: t('column.state'),
            render: (_, { direction, isWhole, answeredAt }) =>
              direction === 'in'
                ? t('state.read')
                : answeredAt !== null
                  ? t('state.answered', { date: dates.moment(answeredAt) })
                  : t(isWhole ? 'state.open' : 'state.cut'),
          },
        ]}
      />
    </section>
  )
}
