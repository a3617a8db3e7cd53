import { useMutation } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { NewPassphraseFields, type PassphraseDraft } from './NewPassphraseFields'
import { RecoveryCode } from './RecoveryCode'

interface NewPassphraseProps {
  /** Why a new one is chosen. */
  readonly text: string
  /** Words an attacker would try first. */
  readonly known?: readonly string[]
  /** The passphrase is set and its recovery code kept. */
  readonly onDone: () => void
}

const nothingKnown: readonly string[] = []

/** Another passphrase for the open record, and the recovery code that comes with it. */
export function NewPassphrase({ text, known = nothingKnown, onDone }: NewPassphraseProps) {
  const { t } = useTranslation(['access', 'common'])
  const set = useMutation(api.access.setPassphrase.mutationOptions())
  if (set.isSuccess) return <RecoveryCode code={set.data.recoveryCode} onKept={onDone} />
  return (
    <Form<PassphraseDraft>
      style={{ maxWidth: 600 }}
      layout="vertical"
      requiredMark={false}
      initialValues={{ passphrase: '', repeated: '' }}
      onFinish={({ passphrase }) => set.mutate({ passphrase })}
    >
      <p style={{ marginBlockEnd: 14 }}>{text}</p>
      <NewPassphraseFields known={known} />
      {set.isError && <ErrorNotice error={set.error} />}
      <Button type="primary" htmlType="submit" loading={set.isPending}>
        {t('common:save')}
      </Button>
    </Form>
  )
}
