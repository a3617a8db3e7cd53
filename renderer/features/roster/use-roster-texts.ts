import { useTranslation } from 'react-i18next'
import type { RosterIssue, RosterRow } from '../../../shared/model/roster'
import { useCodeLabel } from '../../i18n/use-code-label'

/** What a row's changes and issues are called in plain words. */
export function useRosterTexts() {
  const { t } = useTranslation(['roster', 'fields'])
  const codeLabel = useCodeLabel()
  const shown = (value: string | null) => (value === null ? t('nothing') : codeLabel(value))

  return {
    /** Where the issue is and why: `H12 身份证号末位不对：110…`. */
    issue: ({ code, cell, raw, withRow }: RosterIssue): string => {
      const reason = t(`issue.${code}`, { row: withRow ?? '' })
      return [cell, raw === null || raw === '' ? reason : t('issueWithText', { reason, text: raw })]
        .filter((part) => part !== null)
        .join(' ')
    },
    conflict: ({ conflict, memberName }: RosterRow): string =>
      conflict === null ? '' : t(`conflict.${conflict}`, { name: memberName ?? '' }),
    changes: ({ outcome, changes }: RosterRow): string =>
      changes
        .filter(({ field }) => outcome !== 'new' || field !== 'name')
        .map(({ field, before, after }) => {
          const name = t(`fields:member.${field}`)
          return outcome === 'new'
            ? `${name} ${shown(after)}`
            : t('change', { name, before: shown(before), after: shown(after) })
        })
        .join(t('semicolon')),
    shown,
  }
}
