import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Radio, Select, Space } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  duesCalculationSchema,
  payItemSchema,
  roundingModeSchema,
  type MemberClass,
  type PayItem,
} from '../../../../shared/model/dues-rule'
import { fenSchema } from '../../../../shared/model/money'
import { FormField } from '../../../components/FormField'
import { MoneyInput } from '../../../components/MoneyInput'
import { formatYuan } from '../../../components/yuan'
import { hasLimits, needsPay, type ClassDraft, type ClassProblem } from './rule-draft'
import styles from './rules.module.css'

interface ClassFieldsProps {
  readonly memberClass: MemberClass
  readonly draft: ClassDraft
  /** What is wrong, said once saving was tried. */
  readonly hasProblem: (problem: ClassProblem) => boolean
  readonly onChange: (changes: Partial<ClassDraft>) => void
}

const kinds = duesCalculationSchema.options.map(({ shape }) => shape.kind.value)
const baseSteps = [1, 100, 1000, 10_000]
const roundingUnits = [1, 10, 100]

/** How the dues of one class are reckoned. */
export function ClassFields({ memberClass, draft, hasProblem, onChange }: ClassFieldsProps) {
  const { t } = useTranslation(['duesRules', 'fields'])
  const problem = (name: ClassProblem) => (hasProblem(name) ? t(`problem.${name}`) : null)
  return (
    <>
      <FormField label={t('kind')}>
        {(control) => (
          <Radio.Group
            id={control.id}
            value={draft.kind}
            onChange={({ target }) => {
              const kind = kinds.find((known) => known === target.value)
              if (kind !== undefined) onChange({ kind })
            }}
            // Who pays nothing is not a rule for everybody.
            options={kinds
              .filter((kind) => kind !== 'exempt' || memberClass !== 'regular')
              .map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
        )}
      </FormField>
      {needsPay(draft) && (
        <FormField label={t('payItems')} hint={t('payItemsHint')} error={problem('payItems')} required>
          {(control) => (
            <Checkbox.Group<PayItem>
              aria-describedby={control['aria-describedby']}
              value={[...draft.payItems]}
              onChange={(payItems) => onChange({ payItems })}
              options={payItemSchema.options.map((value) => ({ value, label: t(`fields:payItem.${value}`) }))}
            />
          )}
        </FormField>
      )}
      {draft.kind === 'rate' && <RateFields draft={draft} problem={problem('rate')} onChange={onChange} />}
      {draft.kind === 'flat' && (
        <FormField label={t('amount')} error={problem('amount')} required>
          {(control) => <MoneyInput {...control} value={draft.amount} onChange={(amount) => onChange({ amount })} />}
        </FormField>
      )}
      {draft.kind === 'bands' && (
        <FormField label={t('bands')} hint={t('bandsHint')} error={problem('bands')} required>
          {() => (
            <Rows
              rows={draft.bands}
              empty={{ from: '', amount: '' }}
              onChange={(bands) => onChange({ bands })}
              row={(band, place, change) => (
                <>
                  <MoneyInput
                    aria-label={t('bandFrom', { place })}
                    value={band.from}
                    onChange={(from) => change({ ...band, from })}
                  />
                  <span>{t('andMore')}</span>
                  <MoneyInput
                    aria-label={t('bandAmount', { place })}
                    value={band.amount}
                    onChange={(amount) => change({ ...band, amount })}
                  />
                </>
              )}
            />
          )}
        </FormField>
      )}
      {draft.kind === 'grades' && (
        <FormField label={t('grades')} hint={t('gradesHint')} error={problem('grades')} required>
          {() => (
            <Rows
              rows={draft.grades}
              empty={{ grade: '', amount: '' }}
              onChange={(grades) => onChange({ grades })}
              row={(line, place, change) => (
                <>
                  <Input
                    aria-label={t('gradeName', { place })}
                    maxLength={30}
                    value={line.grade}
                    onChange={({ target }) => change({ ...line, grade: target.value })}
                  />
                  <MoneyInput
                    aria-label={t('gradeAmount', { place })}
                    value={line.amount}
                    onChange={(amount) => change({ ...line, amount })}
                  />
                </>
              )}
            />
          )}
        </FormField>
      )}
      {hasLimits(draft) && (
        <FormField label={t('limits')} error={problem('limits')}>
          {(control) => (
            <div className={styles.pair}>
              <MoneyInput
                id={control.id}
                aria-label={t('floor')}
                status={control.status}
                placeholder={t('floor')}
                value={draft.floor}
                onChange={(floor) => onChange({ floor })}
              />
              <MoneyInput
                aria-label={t('cap')}
                status={control.status}
                placeholder={t('cap')}
                value={draft.cap}
                onChange={(cap) => onChange({ cap })}
              />
            </div>
          )}
        </FormField>
      )}
    </>
  )
}

interface RateFieldsProps {
  readonly draft: ClassDraft
  readonly problem: string | null
  readonly onChange: (changes: Partial<ClassDraft>) => void
}

function RateFields({ draft, problem, onChange }: RateFieldsProps) {
  const { t } = useTranslation('duesRules')
  return (
    <>
      <FormField label={t('rate')} error={problem} required>
        {(control) => (
          <Space.Compact block>
            <Input
              {...control}
              className="numeric"
              inputMode="decimal"
              value={draft.rate}
              onChange={({ target }) => onChange({ rate: target.value })}
            />
            <Select
              aria-label={t('rateUnit')}
              className={styles.rateUnit ?? ''}
              value={draft.rateUnit}
              onChange={(rateUnit) => onChange({ rateUnit })}
              options={(['percent', 'permille'] as const).map((value) => ({ value, label: t(value) }))}
            />
          </Space.Compact>
        )}
      </FormField>
      <FormField label={t('baseStep')}>
        {(control) => (
          <Select
            id={control.id}
            value={draft.baseStep}
            onChange={(baseStep) => onChange({ baseStep })}
            options={baseSteps.map((value) => ({
              value,
              label: value === 1 ? t('wholeBase') : t('text.baseStep', { step: formatYuan(fenSchema.parse(value)) }),
            }))}
          />
        )}
      </FormField>
      <FormField label={t('rounding')}>
        {(control) => (
          <div className={styles.pair}>
            <Select
              id={control.id}
              value={draft.roundingMode}
              onChange={(roundingMode) => onChange({ roundingMode })}
              options={roundingModeSchema.options.map((value) => ({ value, label: t(`modes.${value}`) }))}
            />
            <Select
              aria-label={t('roundingUnit')}
              value={draft.roundingUnit}
              onChange={(roundingUnit) => onChange({ roundingUnit })}
              options={roundingUnits.map((value) => ({
                value,
                label: t('toUnit', { unit: formatYuan(fenSchema.parse(value)) }),
              }))}
            />
          </div>
        )}
      </FormField>
    </>
  )
}

interface RowsProps<Row> {
  readonly rows: readonly Row[]
  readonly empty: Row
  readonly onChange: (rows: readonly Row[]) => void
  readonly row: (row: Row, place: number, change: (row: Row) => void) => ReactNode
}

/** A short list of rows that can be added to and taken from. */
function Rows<Row>({ rows, empty, onChange, row }: RowsProps<Row>) {
  const { t } = useTranslation('duesRules')
  return (
    <div className={styles.rows}>
      {rows.map((line, index) => (
        <div key={index} className={styles.row}>
          {row(line, index + 1, (changed) => onChange(rows.with(index, changed)))}
          <Button
            type="text"
            icon={<MinusCircleOutlined />}
            aria-label={t('removeRow', { place: index + 1 })}
            disabled={rows.length === 1}
            onClick={() => onChange(rows.toSpliced(index, 1))}
          />
        </div>
      ))}
      <Button icon={<PlusOutlined />} onClick={() => onChange([...rows, empty])}>
        {t('addRow')}
      </Button>
    </div>
  )
}
