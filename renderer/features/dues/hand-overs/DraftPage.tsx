import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import type { HandOverDraft } from '../../../../shared/contract/dues/hand-overs'
import type { PaymentCheck } from '../../../../shared/contract/dues/payments'
import { handOverIdSchema, type HandOverId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { api, client } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormField } from '../../../components/FormField'
import { Loading } from '../../../components/Loading'
import { MoneyInput } from '../../../components/MoneyInput'
import { PageHeader } from '../../../components/PageHeader'
import panel from '../../../components/panel.module.css'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { Section } from '../../../components/Section'
import { useUndo } from '../../../components/use-undo'
import { formatYuan } from '../../../components/yuan'
import { asksSomething, PaymentQuestions } from '../payments/PaymentQuestions'
import { IssuerField } from '../receipts/IssuerField'
import { Agreement } from './Agreement'
import { DraftRows } from './DraftRows'
import { readHandOverDraft, type HandOverProblem } from './hand-over-draft'
import styles from './hand-overs.module.css'
import { useKeptDraft } from './use-kept-draft'

const BACK = '/dues?tab=handOvers'
/** In the order in which they stand on the page. */
const rowProblems = ['rows', 'member', 'twice', 'amount'] as const

/** The sheet on which cash that a collector brought is entered; kept as typed until it is posted. */
export function DraftPage() {
  const { t } = useTranslation('handOvers')
  const { id: given } = useParams()
  const id = handOverIdSchema.safeParse(given).data
  const draft = useQuery({
    ...api.dues.handOvers.draft.queryOptions({ input: { id: id ?? handOverIdSchema.parse(given) } }),
    // What is typed since is ahead of what is stored.
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  })
  if (draft.isPending) return <Loading />
  if (draft.isError || id === undefined) {
    return (
      <>
        <PageHeader backTo={BACK} title={t('sheet.title')} />
        <EmptyState title={t('sheet.gone')} />
      </>
    )
  }
  return <DraftSheet key={id} id={id} initial={draft.data} />
}

function DraftSheet({ id, initial }: { readonly id: HandOverId; readonly initial: HandOverDraft }) {
  const { t } = useTranslation(['handOvers', 'common'])
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [today] = useState(() => dayOf(new Date()))
  const [tried, setTried] = useState(false)
  const [check, setCheck] = useState<PaymentCheck | null>(null)
  const { draft, change, state, scope } = useKeptDraft(id, initial)
  const read = readHandOverDraft(draft, today)
  const { problems, sheet } = read

  const post = useMutation({
    scope,
    mutationFn: async (sure: boolean) => {
      if (sheet === null) return null
      const found = sure ? null : await client.dues.handOvers.check(sheet)
      if (found !== null && asksSomething(found)) {
        setCheck(found)
        return null
      }
      return { ...(await client.dues.handOvers.post({ draftId: id, sheet })), sheet }
    },
    onSuccess: (done) => {
      if (done === null) return undefined
      const { collector, declaredCount, declaredTotal } = done.sheet
      offerUndo(t('sheet.posted', { collector, count: declaredCount, amount: formatYuan(declaredTotal) }), done.batchId)
      void navigate(`/dues/hand-overs/${done.id}`, { replace: true })
      return queryClient.invalidateQueries()
    },
  })

  function edit(changes: Partial<HandOverDraft>) {
    post.reset()
    change(changes)
  }

  function problem(...names: HandOverProblem[]): string | null {
    const name = tried ? names.find((one) => problems.has(one)) : undefined
    return name === undefined ? null : t(`problem.${name}`)
  }

  function save() {
    setTried(true)
    if (sheet !== null) post.mutate(false)
  }

  const rowProblem = problem(...rowProblems)
  return (
    <>
      <PageHeader
        backTo={BACK}
        title={t('sheet.title')}
        note={<span role="status">{t(`sheet.${state}`)}</span>}
        actions={
          <Button type="primary" loading={post.isPending} onClick={save}>
            {t('sheet.post')}
          </Button>
        }
      />
      <Section title={t('sheet.declared')}>
        <Form layout="vertical" className={styles.declared} component="div">
          <FormField label={t('sheet.collector')} error={problem('collector')} hint={t('sheet.collectorHint')} required>
            {(control) => (
              <Input
                {...control}
                autoFocus={draft.collector === ''}
                maxLength={60}
                value={draft.collector}
                onChange={({ target }) => edit({ collector: target.value })}
              />
            )}
          </FormField>
          <FormField label={t('sheet.receivedOn')} error={problem('receivedOn', 'future')} required>
            {(control) => (
              <PartialDateInput {...control} value={draft.receivedOn} onChange={(receivedOn) => edit({ receivedOn })} />
            )}
          </FormField>
          <FormField label={t('sheet.declaredCount')} error={problem('declaredCount')} required>
            {(control) => (
              <Input
                {...control}
                className="numeric"
                inputMode="numeric"
                maxLength={10}
                value={draft.declaredCount}
                onChange={({ target }) => edit({ declaredCount: target.value })}
              />
            )}
          </FormField>
          <FormField label={t('sheet.declaredTotal')} error={problem('declaredTotal')} required>
            {(control) => (
              <MoneyInput
                {...control}
                value={draft.declaredTotal}
                onChange={(declaredTotal) => edit({ declaredTotal })}
              />
            )}
          </FormField>
          <FormField label={t('sheet.note')} hint={t('sheet.noteHint')}>
            {(control) => (
              <Input
                {...control}
                maxLength={200}
                value={draft.note}
                onChange={({ target }) => edit({ note: target.value })}
              />
            )}
          </FormField>
        </Form>
        <div className={styles.receipts}>
          <Checkbox checked={draft.withReceipts} onChange={({ target }) => edit({ withReceipts: target.checked })}>
            {t('sheet.withReceipts')}
          </Checkbox>
          {draft.withReceipts && (
            <Form layout="vertical" component="div">
              <IssuerField value={draft.issuer} onChange={(issuer) => edit({ issuer })} />
            </Form>
          )}
        </div>
      </Section>
      <Agreement entered={read.entered} declared={read.declared} />
      {rowProblem !== null && <Alert className={styles.alert ?? ''} type="error" showIcon title={rowProblem} />}
      {post.isError && <ErrorNotice error={post.error} />}
      <Section title={t('sheet.people')}>
        <DraftRows rows={draft.rows} problems={read.rowProblems} onChange={(rows) => edit({ rows: [...rows] })} />
      </Section>
      {check !== null && (
        <Modal
          open
          title={t('ask.title')}
          okText={t('ask.ok')}
          cancelText={t('ask.back')}
          confirmLoading={post.isPending}
          onOk={() => post.mutate(true)}
          onCancel={() => setCheck(null)}
        >
          <p className={panel.lead}>{t('sheet.ready')}</p>
          <PaymentQuestions check={check} />
          {post.isError && <ErrorNotice error={post.error} />}
        </Modal>
      )}
    </>
  )
}
