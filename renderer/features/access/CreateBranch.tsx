import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Steps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BranchInput } from '../../../shared/model/branch'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { AccessFrame } from './AccessFrame'
import { BranchFields, emptyBranch, toBranchInput, type BranchDraft } from './BranchFields'
import { KeepKeyField } from './KeepKeyField'
import { NewPassphraseFields, type PassphraseDraft } from './NewPassphraseFields'
import { RecoveryCode } from './RecoveryCode'

interface CreateBranchProps {
  readonly systemKeyStore: boolean
  readonly onBack: () => void
}

/** Sets up the union's record in three steps: its details, a passphrase, the recovery code to print. */
export function CreateBranch({ systemKeyStore, onBack }: CreateBranchProps) {
  const { t } = useTranslation(['access', 'common'])
  const queryClient = useQueryClient()
  const [branch, setBranch] = useState<BranchInput | null>(null)
  const create = useMutation(api.access.create.mutationOptions())

  if (create.isSuccess) {
    return (
      <AccessFrame title={t('recoveryTitle')}>
        <CreateSteps current={2} />
        <RecoveryCode code={create.data.recoveryCode} onKept={() => void queryClient.invalidateQueries()} />
      </AccessFrame>
    )
  }
  if (branch === null) {
    return (
      <AccessFrame title={t('createBranch')}>
        <CreateSteps current={0} />
        <Form<BranchDraft>
          key="branch"
          layout="vertical"
          requiredMark={false}
          initialValues={emptyBranch}
          onFinish={(draft) => setBranch(toBranchInput(draft))}
        >
          <BranchFields autoFocus />
          <Buttons onBack={onBack} next={t('next')} />
        </Form>
      </AccessFrame>
    )
  }
  return (
    <AccessFrame title={t('createBranch')}>
      <CreateSteps current={1} />
      <Form<PassphraseDraft & { keepKey: boolean }>
        key="passphrase"
        layout="vertical"
        requiredMark={false}
        initialValues={{ passphrase: '', repeated: '', keepKey: false }}
        onFinish={({ passphrase, keepKey }) => create.mutate({ ...branch, passphrase, keepKey })}
      >
        <NewPassphraseFields known={[branch.unionName]} />
        <KeepKeyField available={systemKeyStore} />
        {create.isError && <ErrorNotice error={create.error} />}
        <Buttons onBack={() => setBranch(null)} next={t('create')} busy={create.isPending} />
      </Form>
    </AccessFrame>
  )
}

function CreateSteps({ current }: { readonly current: number }) {
  const { t } = useTranslation('access')
  const titles = [t('stepBranch'), t('stepPassphrase'), t('stepRecovery')]
  return (
    <Steps
      className="screen-only"
      size="small"
      current={current}
      responsive
      items={titles.map((title) => ({ title }))}
    />
  )
}

interface ButtonsProps {
  readonly onBack: () => void
  readonly next: string
  readonly busy?: boolean
}

function Buttons({ onBack, next, busy = false }: ButtonsProps) {
  const { t } = useTranslation()
  return (
    <div style={{ display: 'flex', gap: 8, marginBlockStart: 16 }}>
      <Button onClick={onBack}>{t('back')}</Button>
      <Button type="primary" htmlType="submit" loading={busy}>
        {next}
      </Button>
    </div>
  )
}
