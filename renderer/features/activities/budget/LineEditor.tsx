import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { budgetItemSchema, moneySourceSchema } from '../../../../shared/model/activity'
import { MoneyInput } from '../../../components/MoneyInput'
import panel from '../../../components/panel.module.css'
import styles from '../activities.module.css'
import { addedLine, type LineDraft } from './line-draft'

interface LineEditorProps {
  readonly drafts: readonly LineDraft[]
  /** Whether what it really cost is asked for, beside what was planned. */
  readonly isSettling: boolean
  readonly wrong: ReadonlySet<number>
  readonly onChange: (drafts: readonly LineDraft[]) => void
}

/** The lines of a budget or a settlement, a line an item and source of money. */
export function LineEditor({ drafts, isSettling, wrong, onChange }: LineEditorProps) {
  const { t } = useTranslation(['plan', 'common'])
  const change = (key: number, changes: Partial<LineDraft>) =>
    onChange(drafts.map((draft) => (draft.key === key ? { ...draft, ...changes } : draft)))
  return (
    <div className={panel.stack}>
      <table className={styles.lines} aria-label={t(isSettling ? 'settlement.title' : 'budget.title')}>
        <thead>
          <tr>
            <th scope="col">{t('line.item')}</th>
            <th scope="col">{t('line.source')}</th>
            <th scope="col">{t('line.planned')}</th>
            {isSettling && <th scope="col">{t('line.actual')}</th>}
            {isSettling && <th scope="col">{t('line.invoice')}</th>}
            <th scope="col">{t('line.note')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {drafts.map((draft, place) => {
            const { key, item, source, planned, actual, invoice, note } = draft
            const name = (field: string) => t('line.named', { field, number: place + 1 })
            return (
              <tr key={key}>
                <td className={styles.choice}>
                  <Select
                    aria-label={name(t('line.item'))}
                    value={item}
                    onChange={(value) => change(key, { item: value })}
                    options={budgetItemSchema.options.map((value) => ({ value, label: t(`item.${value}`) }))}
                  />
                </td>
                <td className={styles.choice}>
                  <Select
                    aria-label={name(t('line.source'))}
                    value={source}
                    onChange={(value) => change(key, { source: value })}
                    options={moneySourceSchema.options.map((value) => ({ value, label: t(`source.${value}`) }))}
                  />
                </td>
                <td>
                  <MoneyInput
                    aria-label={name(t('line.planned'))}
                    status={wrong.has(key) ? 'error' : ''}
                    value={planned}
                    onChange={(value) => change(key, { planned: value })}
                  />
                </td>
                {isSettling && (
                  <td>
                    <MoneyInput
                      aria-label={name(t('line.actual'))}
                      status={wrong.has(key) ? 'error' : ''}
                      value={actual}
                      onChange={(value) => change(key, { actual: value })}
                    />
                  </td>
                )}
                {isSettling && (
                  <td>
                    <Input
                      aria-label={name(t('line.invoice'))}
                      maxLength={100}
                      value={invoice}
                      onChange={({ target }) => change(key, { invoice: target.value })}
                    />
                  </td>
                )}
                <td>
                  <Input
                    aria-label={name(t('line.note'))}
                    maxLength={200}
                    value={note}
                    onChange={({ target }) => change(key, { note: target.value })}
                  />
                </td>
                <td>
                  <Button
                    type="text"
                    aria-label={t('line.remove', { number: place + 1 })}
                    title={t('line.remove', { number: place + 1 })}
                    icon={<DeleteOutlined />}
                    onClick={() => onChange(drafts.filter((other) => other.key !== key))}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {wrong.size > 0 && (
        <p role="alert" className={styles.wrong}>
          {t('problem.amount')}
        </p>
      )}
      <div>
        <Button icon={<PlusOutlined />} onClick={() => onChange([...drafts, addedLine(drafts)])}>
          {t('line.add')}
        </Button>
      </div>
    </div>
  )
}
