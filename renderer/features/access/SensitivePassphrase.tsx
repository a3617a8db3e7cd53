import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { client } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { useBranch } from './branch-context'
import { NewPassphraseFields, type PassphraseDraft } from './NewPassphraseFields'

interface SensitiveDraft extends PassphraseDraft {
  readonly by: 'passphrase' | 'recoveryCode'
  readonly proof: string
}

interface SensitivePassphraseProps {
  /** Set anew, which the branch's own passphrase or recovery code allows. */
  readonly isReset: boolean
  readonly onDone: () => unknown
}

/** Sets the passphrase of sensitive data. */
export function SensitivePassphrase({ isReset, onDone }: SensitivePassphraseProps) {
  const { t } = useTranslation(['sensitive', 'access', 'common'])
  const { branch } = useBranch()
  const set = useMutation({
    mutationFn: ({ passphrase, by, proof }: SensitiveDraft) =>
      isReset
        ? client.access.sensitive.reset({ passphrase, by, proof })
        : client.access.sensitive.setUp({ passphrase }),
    gcTime: 0,
    onSuccess: onDone,
  })
  const [form] = Form.useForm<SensitiveDraft>()
  const by = Form.useWatch('by', form)
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ passphrase: '', repeated: '', by: 'passphrase', proof: '' }}
      onFinish={(draft) => set.mutate(draft)}
    >
      <p style={{ marginBlockEnd: 14 }}>{t(isReset ? 'resetText' : 'setUpText')}</p>
      {isReset && (
        <>
          <Form.Item name="by" label={t('proofBy')}>
            <Radio.Group
              options={[
                { value: 'passphrase', label: t('branchPassphrase') },
                { value: 'recoveryCode', label: t('access:recoveryCode') },
              ]}
            />
          </Form.Item>
          <Form.Item
            name="proof"
            label={by === 'recoveryCode' ? t('access:recoveryCode') : t('branchPassphrase')}
            rules={[{ required: true, message: t('proofMissing') }]}
          >
            <Input.Password autoComplete="off" maxLength={200} />
          </Form.Item>
        </>
      )}
      <NewPassphraseFields known={[branch.unionName]} />
      {set.isError && <ErrorNotice error={set.error} />}
      <Button type="primary" htmlType="submit" loading={set.isPending}>
        {t('common:save')}
      </Button>
    </Form>
  )
}
