import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '../../../shared/contract/members'
import { memberFieldDeclarations } from '../../../shared/model/member'
import { detailDeclarations } from '../../../shared/model/member-detail'
import styles from './MemberHistory.module.css'
import { useHistoryTexts } from './use-history-texts'

const screenOrder = [
  ...Object.keys(memberFieldDeclarations),
  ...['type', 'date', 'decidedOn', 'reason', 'otherUnion'],
  ...Object.values(detailDeclarations).flatMap((declared) => Object.keys(declared)),
]

/** Fields in the order in which other pages show them; what belongs to other tables stays as it came. */
export function inScreenOrder(changes: HistoryEntry['changes']): HistoryEntry['changes'] {
  return [...changes].sort((a, b) => screenOrder.indexOf(a.field) - screenOrder.indexOf(b.field))
}

/** The fields of a change, each with its value before and after. */
export function ChangeList({ table, changes }: Pick<HistoryEntry, 'table' | 'changes'>) {
  const { t } = useTranslation()
  const texts = useHistoryTexts()
  return (
    <dl className={styles.changes}>
      {inScreenOrder(changes).map(({ field, before, after }) => {
        const name = texts.fieldName(table, field)
        if (name === null) return null
        return (
          <div key={field}>
            <dt>{name}</dt>
            <dd>
              {before !== null && (
                <>
                  <del>{texts.value(table, field, before)}</del>
                  <span aria-hidden="true">{' → '}</span>
                </>
              )}
              {after === null ? t('empty') : <ins>{texts.value(table, field, after)}</ins>}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
