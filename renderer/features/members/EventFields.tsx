import { Alert, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MembershipEvent, MembershipEventInput, MembershipEventType } from '../../../shared/model/membership'
import { dayOf } from '../../../shared/rules/date'
import { eventDoubts } from '../../../shared/rules/membership'
import { eventCustoms } from '../../../shared/rules/membership-papers'
import { parsePartialDate } from '../../components/partial-date'
import { PartialDateInput } from '../../components/PartialDateInput'
import { WordInput } from '../federation/codes/WordInput'
import { useCodeLabel } from '../../i18n/use-code-label'
import styles from './EventFields.module.css'

/** A membership event as typed. */
export interface EventDraft {
  readonly type: MembershipEventType
  readonly date: string
  readonly decidedOn: string
  readonly reason: string
  readonly documentNumber: string
  readonly otherUnion: string
}

/** A draft of an event that took effect today. */
export function newEventDraft(type: MembershipEventType): EventDraft {
  return { type, date: dayOf(new Date()), decidedOn: '', reason: '', documentNumber: '', otherUnion: '' }
}

export function toEventInput(draft: EventDraft): MembershipEventInput {
  return {
    type: draft.type,
    date: parsePartialDate(draft.date),
    decidedOn: parsePartialDate(draft.decidedOn),
    reason: draft.reason.trim() || null,
    documentNumber: draft.documentNumber.trim() || null,
    otherUnion: eventCustoms[draft.type].isTransfer ? draft.otherUnion.trim() || null : null,
  }
}

interface EventFieldsProps {
  /** Those that may be recorded now. */
  readonly types: readonly MembershipEventType[]
  /** The event recorded last; null before the first. */
  readonly last: MembershipEvent | null
}

/** A membership event inside a form, with what should be on paper for it. */
export function EventFields({ types, last }: EventFieldsProps) {
  const { t } = useTranslation(['fields', 'members', 'common'])
  const codeLabel = useCodeLabel()
  const form = Form.useFormInstance<EventDraft>()
  // Before its fields are there the form has no values.
  const draft: Partial<EventDraft> = Form.useWatch((values: EventDraft) => values, { form, preserve: true })
  const type = draft.type ?? types[0]
  const customs = type === undefined ? null : eventCustoms[type]
  const doubts =
    type === undefined ? [] : eventDoubts(toEventInput({ ...newEventDraft(type), ...draft }), last, dayOf(new Date()))
  return (
    <>
      <Form.Item
        name="type"
        label={t('eventField.type')}
        extra={
          customs !== null &&
          t('members:papers', { papers: customs.papers.map(codeLabel).join(t('members:listSeparator')) })
        }
      >
        <Select options={types.map((value) => ({ value, label: t(`event.${value}`) }))} />
      </Form.Item>
      <div className={styles.pair}>
        <DateItem name="date" hint={t('common:partialDate.hint')} />
        <DateItem name="decidedOn" hint={t('members:decidedHint')} />
      </div>
      <Form.Item name="reason" label={t('eventField.reason')}>
        <WordInput place="membershipReason" own={customs?.reasons ?? []} maxLength={100} />
      </Form.Item>
      {customs?.isTransfer === true && (
        <Form.Item name="otherUnion" label={t('eventField.otherUnion')}>
          <Input maxLength={100} />
        </Form.Item>
      )}
      <Form.Item name="documentNumber" label={t('eventField.documentNumber')}>
        <Input maxLength={60} />
      </Form.Item>
      {doubts.map((doubt) => (
        <Alert key={doubt} type="warning" showIcon title={t(`members:eventDoubt.${doubt}`)} />
      ))}
    </>
  )
}

function DateItem({ name, hint }: { readonly name: 'date' | 'decidedOn'; readonly hint: string }) {
  const { t } = useTranslation(['fields', 'common'])
  return (
    <Form.Item
      name={name}
      label={t(`eventField.${name}`)}
      extra={hint}
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
