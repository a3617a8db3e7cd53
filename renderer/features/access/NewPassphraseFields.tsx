import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { PASSPHRASE_MIN_LENGTH } from '../../../shared/contract/access'
import { PASSPHRASE_MIN_SCORE, passphraseScore } from '../../../shared/rules/passphrase'
import { PassphraseStrength } from './PassphraseStrength'

export interface PassphraseDraft {
  readonly passphrase: string
  readonly repeated: string
}

/**
 * A new passphrase, typed twice, inside a form; its strength is shown while it is typed.
 * @param known words an attacker would try first, such as the union's name
 */
export function NewPassphraseFields({ known }: { readonly known: readonly string[] }) {
  const { t } = useTranslation('access')
  const passphrase = Form.useWatch<string | undefined>('passphrase') ?? ''

  async function refuseWeak(_rule: unknown, typed: string) {
    if (typed.length < PASSPHRASE_MIN_LENGTH) throw new Error(t('passphraseShort', { min: PASSPHRASE_MIN_LENGTH }))
    if ((await passphraseScore(typed, known)) < PASSPHRASE_MIN_SCORE) throw new Error(t('passphraseWeak'))
  }

  return (
    <>
      <Form.Item
        name="passphrase"
        label={t('newPassphrase')}
        extra={
          <>
            <PassphraseStrength passphrase={passphrase} known={known} />
            {t('passphraseHint', { min: PASSPHRASE_MIN_LENGTH })}
          </>
        }
        rules={[{ validator: refuseWeak }]}
        validateTrigger="onBlur"
      >
        <Input.Password autoFocus autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="repeated"
        label={t('repeatPassphrase')}
        dependencies={['passphrase']}
        validateTrigger="onBlur"
        rules={[
          ({ getFieldValue }) => ({
            validator: (_rule, typed: string) =>
              typed === getFieldValue('passphrase')
                ? Promise.resolve()
                : Promise.reject(new Error(t('passphraseDiffers'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
    </>
  )
}
