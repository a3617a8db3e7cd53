import { Input, Radio } from 'antd'
import type { Clear } from '../../../shared/contract/roster'
import { FormField } from '../../components/FormField'

/** What the person chose, while the reason is still being typed. */
export interface ClearDraft {
  readonly clear: boolean
  readonly reason: string
}

export const MASKED: ClearDraft = { clear: false, reason: '' }

/** Whether nothing is missing: full numbers need a reason. */
export function isSettled({ clear, reason }: ClearDraft): boolean {
  return !clear || reason.trim() !== ''
}

export function clearOf({ clear, reason }: ClearDraft): Clear {
  return clear ? { clear, reason } : { clear }
}

interface ClearChoiceProps {
  readonly draft: ClearDraft
  readonly onChange: (draft: ClearDraft) => void
  /** The words of the capability it stands in. */
  readonly texts: Readonly<Record<'privacy' | 'masked' | 'clear' | 'reason' | 'reasonHint', string>>
}

/** Whether ID and phone numbers are written in full, and why. */
export function ClearChoice({ draft, onChange, texts }: ClearChoiceProps) {
  return (
    <>
      <FormField label={texts.privacy}>
        {({ id }) => (
          <Radio.Group
            id={id}
            value={draft.clear}
            onChange={({ target }) => onChange({ ...draft, clear: target.value === true })}
            options={[
              { value: false, label: texts.masked },
              { value: true, label: texts.clear },
            ]}
          />
        )}
      </FormField>
      {draft.clear && (
        <FormField label={texts.reason} required hint={texts.reasonHint}>
          {(control) => (
            <Input
              {...control}
              style={{ maxWidth: 480 }}
              maxLength={200}
              value={draft.reason}
              onChange={({ target }) => onChange({ ...draft, reason: target.value })}
            />
          )}
        </FormField>
      )}
    </>
  )
}
