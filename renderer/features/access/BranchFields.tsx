import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Branch, BranchInput } from '../../../shared/model/branch'
import { isCreditCode, isUnionCreditCode } from '../../../shared/rules/credit-code'
import { toHalfWidth } from '../../../shared/rules/half-width'

/** The union's details as typed. */
export interface BranchDraft {
  readonly unionName: string
  readonly creditCode: string
  readonly parentUnion: string
}

export const emptyBranch: BranchDraft = { unionName: '', creditCode: '', parentUnion: '' }

const CREDIT_CODE_LENGTH = 18

/** A credit code as it is kept: half-width, upper case, without blanks. */
function tidyCreditCode(text: string): string {
  return toHalfWidth(text).replace(/\s/g, '').toUpperCase()
}

export function toBranchInput({ unionName, creditCode, parentUnion }: BranchDraft): BranchInput {
  return {
    unionName: unionName.trim(),
    creditCode: tidyCreditCode(creditCode) || null,
    parentUnion: parentUnion.trim() || null,
  }
}

export function toBranchDraft({ unionName, creditCode, parentUnion }: Branch): BranchDraft {
  return { unionName, creditCode: creditCode ?? '', parentUnion: parentUnion ?? '' }
}

/** The union's details inside a form; the credit code is checked while it is typed. */
export function BranchFields({ autoFocus = false }: { readonly autoFocus?: boolean }) {
  const { t } = useTranslation(['access', 'common'])
  const creditCode = tidyCreditCode(Form.useWatch<string | undefined>('creditCode') ?? '')

  function creditCodeHelp() {
    if (creditCode === '') return t('creditCodeHint')
    if (creditCode.length < CREDIT_CODE_LENGTH) return t('creditCodeTyping', { length: creditCode.length })
    if (!isCreditCode(creditCode)) return undefined
    return isUnionCreditCode(creditCode) ? t('creditCodeRight') : t('creditCodeNotUnion')
  }

  /** While it is typed a code that is still too short is not called wrong. */
  function check(typed: string, isDue: (length: number) => boolean): Promise<void> {
    const code = tidyCreditCode(typed)
    const wrong = isDue(code.length) && !isCreditCode(code)
    return wrong ? Promise.reject(new Error(t('creditCodeWrong'))) : Promise.resolve()
  }

  return (
    <>
      <Form.Item
        name="unionName"
        label={t('unionName')}
        rules={[{ required: true, min: 2, max: 100, whitespace: true, message: t('unionNameMissing') }]}
      >
        <Input autoFocus={autoFocus} placeholder={t('unionNamePlaceholder')} maxLength={100} />
      </Form.Item>
      <Form.Item
        name="creditCode"
        label={t('common:optionalField', { label: t('creditCode') })}
        extra={creditCodeHelp()}
        rules={[
          { validator: (_rule, typed: string) => check(typed, (length) => length >= CREDIT_CODE_LENGTH) },
          { validateTrigger: 'onBlur', validator: (_rule, typed: string) => check(typed, (length) => length > 0) },
        ]}
        validateTrigger={['onChange', 'onBlur']}
        validateFirst
      >
        <Input className="numeric" autoComplete="off" maxLength={30} />
      </Form.Item>
      <Form.Item name="parentUnion" label={t('common:optionalField', { label: t('parentUnion') })}>
        <Input maxLength={100} />
      </Form.Item>
    </>
  )
}
