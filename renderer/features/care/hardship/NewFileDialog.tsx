import { useMutation, useQuery, useQueryClient, skipToken } from '@tanstack/react-query'
import { Alert, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { hardshipStandards } from '../../../../shared/codes/care/hardship-standards'
import { hardshipFileInputSchema } from '../../../../shared/model/hardship'
import type { MemberId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { useUndo } from '../../../components/use-undo'
import { useCodeLabel } from '../../../i18n/use-code-label'
import { SensitiveGate } from '../../access/SensitiveGate'
import { useSensitive } from '../../access/use-sensitive'
import { MemberSelect } from '../../organisation/MemberSelect'
import { FieldEditor } from './FieldEditor'
import styles from './hardship.module.css'
import { draftOf, fileFields, valuesOf } from './hardship-fields'

/** What a file begins with; the rest is filled in on its page. */
const first = fileFields.filter(({ name }) =>
  ['kind', 'intake', 'openedOn', 'mainCause', 'health', 'monthlyIncome'].includes(name),
)

/** Opens a file of a member; mounted while it is open. */
export function NewFileDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('hardship')
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const { isOpen } = useSensitive()
  const [initial] = useState(() => draftOf(fileFields, { kind: 'urban', intake: 'new', openedOn: dayOf(new Date()) }))
  const [draft, setDraft] = useState(initial)
  const [memberId, setMember] = useState<MemberId | null>(null)
  const [tried, setTried] = useState(false)
  const open = useMutation(
    api.care.hardship.open.mutationOptions({
      onSuccess: async ({ id, batchId }) => {
        offerUndo(t('opened'), batchId)
        await queryClient.invalidateQueries()
        void navigate(`/care/hardship/${id}`)
      },
    }),
  )
  const read = hardshipFileInputSchema.omit({ memberId: true }).safeParse(valuesOf(fileFields, draft))
  const wrong = new Set(read.success ? [] : read.error.issues.map(({ path: [name] }) => String(name)))
  return (
    <FormDialog
      title={t('new')}
      dirty={draft !== initial || memberId !== null}
      busy={open.isPending}
      onSave={() => {
        setTried(true)
        if (isOpen && read.success && memberId !== null) open.mutate({ ...read.data, memberId })
      }}
      onClose={onClose}
    >
      <SensitiveGate masked={<p>{t('openFirst')}</p>}>
        <Form component={false} layout="vertical">
          <FormField label={t('member')} required error={tried && memberId === null ? t('problem.member') : null}>
            {({ id, status }) => (
              <MemberSelect
                id={id}
                status={status}
                value={memberId}
                placeholder={t('memberPlaceholder')}
                onChange={setMember}
              />
            )}
          </FormField>
          {memberId !== null && <NotFiledNote memberId={memberId} />}
          <div className={styles.fields}>
            {first.map((spec) => (
              <FieldEditor
                key={spec.name}
                spec={spec}
                label={t(`fileField.${spec.name}`)}
                value={draft[spec.name] ?? ''}
                error={tried && wrong.has(spec.name) ? t(`problem.${spec.kind}`) : null}
                onChange={(text) => setDraft((known) => ({ ...known, [spec.name]: text }))}
              />
            ))}
          </div>
        </Form>
      </SensitiveGate>
      {open.isError && <ErrorNotice error={open.error} />}
    </FormDialog>
  )
}

/** Which places do not file families of a member in such a state of employment. */
export function NotFiledNote({ memberId }: { readonly memberId: MemberId | null }) {
  const { t } = useTranslation('hardship')
  const codeLabel = useCodeLabel()
  const record = useQuery(api.members.get.queryOptions({ input: memberId === null ? skipToken : { id: memberId } }))
  const status = record.data?.member.employmentStatus ?? null
  if (status === null) return null
  return hardshipStandards
    .filter(({ notFiled }) => notFiled.includes(status))
    .map(({ key, region, source }) => (
      <Alert
        key={key}
        type="warning"
        showIcon
        style={{ marginBlockEnd: 10 }}
        title={t('notFiled', { status: codeLabel(status), region })}
        description={source}
      />
    ))
}
