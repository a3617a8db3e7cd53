import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MembershipEventInput, MembershipEventType } from '../../../shared/model/membership'
import { parsePartialDate } from '../../components/partial-date'
import { PartialDateInput } from '../../components/PartialDateInput'

/** A membership event as typed. */
export interface EventDraft {
  readonly type: MembershipEventType
  readonly date: string
  readonly reason: string
  readonly documentNumber: string
}

export function toEventInput({ type, date, reason, documentNumber }: EventDraft): MembershipEventInput {
  return {
    type,
    date: parsePartialDate(date),
    reason: reason.trim() || null,
    documentNumber: documentNumber.trim() || null,
  }
}

/** A membership event inside a form. @param types those that may be recorded now */
export function EventFields({ types }: { readonly types: readonly MembershipEventType[] }) {
  const { t } = useTranslation(['fields', 'common'])
  return (
    <>
      <Form.Item name="type" label={t('eventField.type')}>
        <Select options={types.map((value) => ({ value, label: t(`event.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="date"
        label={t('eventField.date')}
        extra={t('common:partialDate.hint')}
        validateTrigger="onBlur"
        rules={[
          {
            validator: (_rule, typed: string) =>
              typed.trim() === '' || parsePartialDate(typed) !== null
                ? Promise.resolve()
                : Promise.reject(new Error(t('common:partialDate.invalid'))),
          },
        ]}
      >
        <EventDate />
      </Form.Item>
      <Form.Item name="reason" label={t('eventField.reason')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="documentNumber" label={t('eventField.documentNumber')}>
        <Input maxLength={60} />
      </Form.Item>
    </>
  )
}

/** The form item gives value and change handler to its child. */
function EventDate(props: {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (text: string) => void
}) {
  const { value = '', onChange = () => undefined, ...rest } = props
  return <PartialDateInput {...rest} value={value} onChange={onChange} />
}
