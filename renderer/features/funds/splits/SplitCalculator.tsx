import { useQuery } from '@tanstack/react-query'
import { Button, Form, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { FundSplitRule } from '../../../../shared/model/fund'
import { fenSchema } from '../../../../shared/model/money'
import { dayOf } from '../../../../shared/rules/date'
import { RETAINED_SHARE } from '../../../../shared/rules/funds/chart'
import { contributionOf, splitByShares, splitRuleOn } from '../../../../shared/rules/funds/split'
import { daysOfPeriod, periods, type Period } from '../../../../shared/rules/funds/year'
import { api } from '../../../client'
import { FormField } from '../../../components/FormField'
import { Money } from '../../../components/Money'
import { MoneyInput } from '../../../components/MoneyInput'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import { formatYuan, parseYuan, yuanText } from '../../../components/yuan'
import { newEntryDraft, type EntryDraft } from '../book/entry-draft'
import { EntryDialog } from '../book/EntryDialog'
import styles from '../funds.module.css'

/** Years that the calculator offers. */
const BACK = 5

/** From the wages of a period: what the employer owes, who gets it, and what of the own share has come in. */
export function SplitCalculator({ rules }: { readonly rules: readonly FundSplitRule[] }) {
  const { t } = useTranslation('funds')
  const [today] = useState(() => dayOf(new Date()))
  const thisYear = Number(today.slice(0, 4))
  const [year, setYear] = useState(String(thisYear))
  const [period, setPeriod] = useState<Period>('year')
  const [text, setText] = useState('')
  const [draft, setDraft] = useState<EntryDraft | null>(null)
  const days = daysOfPeriod(year, period)
  const received = useQuery(api.funds.splits.received.queryOptions({ input: days }))
  const rule = splitRuleOn(rules, days.until) ?? splitRuleOn(rules, days.from)
  const wages = parseYuan(text)
  const name = t('period.of', { year, part: t(`period.${period}`) })

  function result() {
    if (rule === null) return <p className={panel.quiet}>{t('calculator.noRule', { period: name })}</p>
    if (wages === null) return <p className={panel.quiet}>{t('calculator.hint')}</p>
    const contribution = contributionOf(wages)
    const parts = splitByShares(contribution, rule.shares)
    const own = parts.find(({ level }) => level === rule.ownLevel)?.amount ?? fenSchema.parse(0)
    const came = received.data?.amount ?? fenSchema.parse(0)
    const open = fenSchema.parse(own - came)
    const share = (rule.shares.find(({ level }) => level === rule.ownLevel)?.share ?? 0) / 100
    const reckoning = t('calculator.reckoning', { wages: formatYuan(wages), share, own: formatYuan(own) })
    return (
      <>
        <dl className={panel.figures}>
          <div>
            <dt>{t('calculator.contribution')}</dt>
            <dd>
              <strong>
                <Money fen={contribution} />
              </strong>
            </dd>
          </div>
          {parts.map(({ level, amount }) => (
            <div key={level}>
              <dt>{level}</dt>
              <dd>
                <strong>
                  <Money fen={amount} />
                </strong>
              </dd>
            </div>
          ))}
          <div>
            <dt>{t('calculator.received')}</dt>
            <dd>
              <Link
                to={`/funds?${new URLSearchParams({ tab: 'book', account: 'funds', year, category: RETAINED_SHARE }).toString()}`}
              >
                <strong>
                  <Money fen={came} />
                </strong>
              </Link>
            </dd>
          </div>
          <div>
            <dt>{t('calculator.open')}</dt>
            <dd>
              <strong>
                <Money fen={open} />
              </strong>
            </dd>
          </div>
        </dl>
        <p className={panel.quiet}>{reckoning}</p>
        {open > 0 && (
          <div>
            <Button
              onClick={() =>
                setDraft(
                  newEntryDraft('funds', today, {
                    direction: 'income',
                    category: RETAINED_SHARE,
                    amount: yuanText(open),
                    summary: t('calculator.summary', { period: name }),
                    note: reckoning,
                  }),
                )
              }
            >
              {t('calculator.book', { amount: formatYuan(open) })}
            </Button>
          </div>
        )}
      </>
    )
  }

  return (
    <Section title={t('calculator.title')}>
      <Form component={false} layout="vertical">
        <div className={styles.pair}>
          <FormField label={t('year.label')}>
            {({ id }) => (
              <Select
                id={id}
                value={year}
                onChange={setYear}
                options={Array.from({ length: BACK + 1 }, (_, index) => {
                  const value = String(thisYear - index)
                  return { value, label: t('year.of', { year: value }) }
                })}
              />
            )}
          </FormField>
          <FormField label={t('period.label')}>
            {({ id }) => (
              <Select<Period>
                id={id}
                value={period}
                onChange={setPeriod}
                options={periods.map((value) => ({ value, label: t(`period.${value}`) }))}
              />
            )}
          </FormField>
          <FormField
            label={t('calculator.wages')}
            error={text.trim() !== '' && wages === null ? t('calculator.wagesWrong') : null}
          >
            {(control) => <MoneyInput {...control} value={text} onChange={setText} />}
          </FormField>
        </div>
      </Form>
      <div className={panel.fill}>{result()}</div>
      {draft !== null && <EntryDialog initial={draft} onClose={() => setDraft(null)} />}
    </Section>
  )
}
