import { Button, Checkbox, Radio, Table, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type {
  CaseChoice,
  ConflictCase,
  ConflictChoice,
  ConflictField,
} from '../../../../shared/contract/federation/conflicts'
import { client } from '../../../client'
import panel from '../../../components/panel.module.css'
import { useDates } from '../../../components/use-dates'
import { MaskedValue } from '../../members/MaskedValue'
import styles from './conflicts.module.css'
import { useConflictTexts } from './use-conflict-texts'

interface ConflictCardProps {
  readonly found: ConflictCase
  readonly isChosen: boolean
  readonly isBusy: boolean
  readonly onChoose: (isChosen: boolean) => void
  readonly onSettle: (choice: CaseChoice) => void
}

/** One record of which the two sides say different things: what, who, when, and the choice. */
export function ConflictCard({ found, isChosen, isBusy, onChoose, onSettle }: ConflictCardProps) {
  const { t } = useTranslation('conflicts')
  const dates = useDates()
  const texts = useConflictTexts()
  const [chosen, setChosen] = useState<Readonly<Record<string, ConflictChoice>>>({})
  const { id, kind, fields, theirsBy, reason, batchId, settledAt } = found
  const isOpen = batchId === null
  const page = found.memberId === null ? null : `/members/${found.memberId}`
  const name = texts.whose(found)
  const side = theirsBy === null ? 'otherPc' : 'above'
  const settle = (choice: ConflictChoice) => onSettle({ id, choice, fields: {} })
  const all = fields.every(({ key }) => key in chosen)

  function shown(field: ConflictField, whose: 'mine' | 'theirs') {
    const text = texts.value(found, field.field, field[whose])
    if (!field.isMasked || field[whose] === null) return text
    const label = t('valueOf', { field: texts.fieldName(found, field.field), whose: t(`side.${whose}.${side}`) })
    return (
      <MaskedValue
        label={label}
        masked={text}
        onReveal={async (why) => {
          const values = await client.federation.conflicts.reveal({ id, key: field.key, reason: why })
          return { value: values[whose] }
        }}
      />
    )
  }

  function choiceOf({ field, key, bothWay }: ConflictField) {
    return (
      <Radio.Group
        aria-label={t('choiceOf', { field: texts.fieldName(found, field) })}
        size="small"
        optionType="button"
        value={chosen[key] ?? null}
        onChange={({ target }: { target: { value?: ConflictChoice } }) => {
          if (target.value !== undefined) setChosen({ ...chosen, [key]: target.value })
        }}
        options={[
          { value: 'mine', label: t('mine') },
          { value: 'theirs', label: t(`theirs.${side}`) },
          ...(bothWay === null ? [] : [{ value: 'both', label: t('both') }]),
        ]}
      />
    )
  }

  return (
    <article className={styles.case} aria-label={name}>
      <header className={panel.bar}>
        {isOpen && (
          <Checkbox
            checked={isChosen}
            aria-label={t('choose', { name })}
            onChange={({ target }) => onChoose(target.checked)}
          />
        )}
        <strong>{page === null ? name : <Link to={page}>{name}</Link>}</strong>
        <Tag>{texts.who(found)}</Tag>
        {settledAt !== null && <Tag color="success">{t('settledAt', { at: dates.moment(settledAt) })}</Tag>}
      </header>
      <p>{texts.sentence(found)}</p>
      {reason !== null && <p className={panel.quiet}>{t('reason', { reason })}</p>}
      {fields.length > 0 && (
        <Table
          size="small"
          rowKey="key"
          pagination={false}
          dataSource={fields}
          columns={[
            { title: t('column.field'), width: 140, render: (_, { field }) => texts.fieldName(found, field) },
            {
              title: kind === 'deletedHere' ? t('column.before') : t('column.mine'),
              render: (_, field) => shown(field, 'mine'),
            },
            {
              title: t(`column.theirs.${side}`),
              render: (_, field) => (kind === 'deletedThere' ? t('deleted') : shown(field, 'theirs')),
            },
            ...(isOpen && kind === 'values'
              ? [
                  {
                    title: t('column.choice'),
                    width: 240,
                    render: (_: unknown, field: ConflictField) => choiceOf(field),
                  },
                ]
              : []),
          ]}
        />
      )}
      {isOpen ? (
        <div className={panel.bar}>
          <Button loading={isBusy} onClick={() => settle('mine')}>
            {t(`act.${kind}.mine`)}
          </Button>
          <Button loading={isBusy} onClick={() => settle('theirs')}>
            {t(`act.${kind}.theirs.${side}`)}
          </Button>
          {kind === 'values' && fields.every(({ bothWay }) => bothWay !== null) && (
            <Button loading={isBusy} onClick={() => settle('both')}>
              {t('act.values.both')}
            </Button>
          )}
          {kind === 'values' && (
            <Button
              type="primary"
              loading={isBusy}
              disabled={!all}
              onClick={() => onSettle({ id, choice: 'mine', fields: { ...chosen } })}
            >
              {t('act.values.fields')}
            </Button>
          )}
        </div>
      ) : (
        <Link to={`/log/${batchId}`}>{t('seeBatch')}</Link>
      )}
      {isOpen && fields.some(({ bothWay }) => bothWay === 'remarked') && <p className={panel.quiet}>{t('bothNote')}</p>}
    </article>
  )
}
