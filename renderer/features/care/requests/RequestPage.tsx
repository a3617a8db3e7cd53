import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import type { RequestDetail } from '../../../../shared/contract/care/requests'
import { requestIdSchema, type RequestId } from '../../../../shared/model/id'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { PageHeader } from '../../../components/PageHeader'
import panel from '../../../components/panel.module.css'
import { useErrorToast } from '../../../components/use-error-toast'
import { useUndo } from '../../../components/use-undo'
import { useCodeLabel } from '../../../i18n/use-code-label'
import { SensitiveGate } from '../../access/SensitiveGate'
import { Attachments } from '../../attachments/Attachments'
import { RequestDialog } from './RequestDialog'
import { RequestFacts } from './RequestFacts'
import { RequestLog } from './RequestLog'
import { RequestSteps } from './RequestSteps'

/** One request: what is asked, what was done, what can be done next. */
export function RequestPage() {
  const id = requestIdSchema.parse(useParams()['id'])
  const request = useQuery(api.care.requests.get.queryOptions({ input: { id } }))
  if (request.isPending) return <Loading />
  if (request.isError) return <Missing error={request.error} onRetry={() => void request.refetch()} />
  if (!request.data.isConfidential) return <OpenRequest request={request.data} />
  return (
    <SensitiveGate masked={<MaskedRequest request={request.data} />}>
      <RevealedRequest id={id} />
    </SensitiveGate>
  )
}

function Missing({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const { t } = useTranslation('requests')
  return (
    <>
      <PageHeader title={t('one')} backTo="/care?tab=requests" />
      <ErrorNotice error={error} onRetry={onRetry} />
    </>
  )
}

function RevealedRequest({ id }: { readonly id: RequestId }) {
  const request = useQuery(api.care.requests.reveal.queryOptions({ input: { id }, gcTime: 0 }))
  if (request.isPending) return <Loading />
  if (request.isError) return <Missing error={request.error} onRetry={() => void request.refetch()} />
  return <OpenRequest request={request.data} />
}

/** What everybody may know of a confidential request: it can be worked on without being read. */
function MaskedRequest({ request }: { readonly request: RequestDetail }) {
  const { t } = useTranslation('requests')
  return (
    <div className={panel.page}>
      <PageHeader backTo="/care?tab=requests" title={t('hidden')} note={<StateNote request={request} />} />
      <RequestSteps request={request} />
      <RequestFacts request={request} />
      <RequestLog request={request} />
    </div>
  )
}

function StateNote({ request }: { readonly request: RequestDetail }) {
  const { t } = useTranslation('requests')
  const codeLabel = useCodeLabel()
  return (
    <>
      <Tag color={request.state === 'closed' ? 'default' : 'processing'}>{t(`state.${request.state}`)}</Tag>
      {request.isConfidential && <Tag color="warning">{t('confidentialMark')}</Tag>}
      {codeLabel(request.topic)}
    </>
  )
}

function OpenRequest({ request }: { readonly request: RequestDetail }) {
  const { t } = useTranslation(['requests', 'common'])
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [isEditing, setEditing] = useState(false)
  const remove = useMutation(
    api.care.requests.remove.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('removed'), batchId)
        void navigate('/care?tab=requests')
        return queryClient.invalidateQueries()
      },
      onError: useErrorToast(),
    }),
  )
  const { id, title, text } = request
  return (
    <div className={panel.page}>
      <PageHeader
        backTo="/care?tab=requests"
        title={title}
        note={<StateNote request={request} />}
        actions={
          <>
            <Button danger loading={remove.isPending} onClick={() => remove.mutate({ id })}>
              {t('common:remove')}
            </Button>
            <Button onClick={() => void navigate(`/care/requests/${id}/paper`)}>{t('paper.act')}</Button>
            <Button onClick={() => setEditing(true)}>{t('common:edit')}</Button>
          </>
        }
      />
      <RequestSteps request={request} />
      <RequestFacts request={request} />
      <RequestLog request={request} />
      <Attachments owner={{ kind: 'request', id }} />
      {isEditing && title !== null && text !== null && (
        <RequestDialog request={{ ...request, title, text }} onClose={() => setEditing(false)} />
      )}
    </div>
  )
}
