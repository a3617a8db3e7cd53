import { useTranslation } from 'react-i18next'
import { memberFieldSchema } from '../../../shared/model/member'
import type { RosterField, RosterIssue, RosterRow } from '../../../shared/model/roster'
import { useCodeLabel } from '../../i18n/use-code-label'
import { useFieldText } from '../members/use-field-text'

/** What a row's changes and issues are called in plain words. */
export function useRosterTexts() {
  const { t } = useTranslation(['roster', 'fields'])
  const codeLabel = useCodeLabel()
  const fieldText = useFieldText()

  function shown(field: RosterField, value: string | null): string {
    if (value === null) return t('nothing')
    const memberField = memberFieldSchema.safeParse(field)
    return memberField.success ? fieldText(memberField.data, value) : codeLabel(value)
  }

  /** A table of a file whose tables have no names is called by its number, `#2`. */
  function sheetName(name: string): string {
    const number = /^#(\d+)$/.exec(name)?.[1]
    return number === undefined ? name : t('sheetNumber', { number })
  }

  return {
    sheetName,
    /** Where the issue of a row of the sheet is and why: `H12 身份证号末位不对：110…`. */
    issue: ({ code, cell, raw, withRow, withSheet }: RosterIssue, sheet: string): string => {
      const place =
        withSheet === sheet
          ? t('place.row', { row: withRow })
          : t('place.sheetRow', { sheet: sheetName(withSheet ?? ''), row: withRow })
      const reason = t(`issue.${code}`, { place })
      return [cell, raw === null || raw === '' ? reason : t('issueWithText', { reason, text: raw })]
        .filter((part) => part !== null)
        .join(' ')
    },
    conflict: ({ conflict, memberName }: RosterRow): string =>
      conflict === null ? '' : t(`conflict.${conflict}`, { name: memberName ?? '' }),
    /** What a row changes, in words; the name only where it is a change of its own. */
    changes: ({ changes }: RosterRow) =>
      changes
        .filter(({ field, before }) => before !== null || field !== 'name')
        .map(({ field, before, after, written }) => ({
          ...{ field, written },
          before: before === null ? null : shown(field, before),
          after: shown(field, after),
        })),
    shown,
  }
}
