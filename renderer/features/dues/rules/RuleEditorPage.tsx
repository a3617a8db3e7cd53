import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Checkbox, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { monthSchema, type Month } from '../../../../shared/model/date'
import {
  duesPeriodSchema,
  memberClassSchema,
  type DuesRule,
  type DuesRuleInput,
  type MemberClass,
} from '../../../../shared/model/dues-rule'
import { addMonths, dayOf, monthOf } from '../../../../shared/rules/date'
import { overlapping, ruleOfMonth, succeeded } from '../../../../shared/rules/dues/validity'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormField } from '../../../components/FormField'
import { Loading } from '../../../components/Loading'
import { PageHeader } from '../../../components/PageHeader'
import panel from '../../../components/panel.module.css'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { useDates } from '../../../components/use-dates'
import { useUndo } from '../../../components/use-undo'
import { useUnsavedGuard } from '../../../components/use-unsaved-guard'
import duesStyles from '../dues.module.css'
import { readMonth } from '../month-text'
import { ClassFields } from './ClassFields'
import {
  newClassDraft,
  newRuleDraft,
  readRuleDraft,
  ruleDraftOf,
  ruleStarts,
  type ClassDraft,
  type RuleDraft,
  type RuleProblem,
} from './rule-draft'
import { RulePreview } from './RulePreview'
import styles from './rules.module.css'
import { useRuleText } from './use-rule-text'
import { useSettled } from './use-settled'

/** Makes a dues rule, and shows before it is saved what it comes to. */
export function RuleEditorPage() {
  const [params] = useSearchParams()
  const month = monthSchema.catch(monthOf(dayOf(new Date()))).parse(params.get('month'))
  const rules = useQuery(api.dues.rules.list.queryOptions())
  if (rules.isPending) return <Loading />
  if (rules.isError) return <ErrorNotice error={rules.error} onRetry={() => void rules.refetch()} />
  return <RuleEditor rules={rules.data} month={month} />
}

function RuleEditor({ rules, month }: { readonly rules: readonly DuesRule[]; readonly month: Month }) {
  const { t } = useTranslation(['duesRules', 'fields', 'common'])
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const ruleText = useRuleText()
  const [initial] = useState((): RuleDraft => {
    const present = ruleOfMonth(rules, month)
    return present === null ? newRuleDraft(month) : ruleDraftOf(present, month)
  })
  const [draft, setDraft] = useState(initial)
  const [tried, setTried] = useState(false)
  const guard = useUnsavedGuard(draft !== initial)
  const settled = useSettled(draft, 400)
  const { rule, formula, problems } = readRuleDraft(draft)
  const add = useMutation(
    api.dues.rules.add.mutationOptions({
      onSuccess: ({ batchId }) => {
        guard.release()
        offerUndo(t('saved'), batchId)
        void navigate('/dues?tab=rules')
        return queryClient.invalidateQueries()
      },
    }),
  )

  function change(changes: Partial<RuleDraft>) {
    setDraft((before) => ({ ...before, ...changes }))
  }

  function changeClass(memberClass: MemberClass, changes: Partial<ClassDraft> | null) {
    setDraft((before) => {
      const { [memberClass]: part = newClassDraft(before), ...others } = before.classes
      return { ...before, classes: changes === null ? others : { ...others, [memberClass]: { ...part, ...changes } } }
    })
  }

  const hasProblem = (name: RuleProblem) => tried && problems.has(name)
  const problem = (name: 'validFrom' | 'validUntil' | 'decidedOn') => (hasProblem(name) ? t(`problem.${name}`) : null)
  // What the preview shows is the rule as it was typed a moment ago.
  const shown = readRuleDraft(settled)
  const shownMonth = readMonth(settled.validFrom)
  return (
    <>
      <PageHeader
        title={t('newTitle')}
        backTo="/dues?tab=rules"
        actions={
          <>
            <Button onClick={() => void navigate('/dues?tab=rules')}>{t('common:cancel')}</Button>
            <Button
              type="primary"
              loading={add.isPending}
              onClick={() => {
                setTried(true)
                if (rule !== null) add.mutate(rule)
              }}
            >
              {t('common:save')}
            </Button>
          </>
        }
      />
      <div className={styles.editor}>
        <Form layout="vertical" className={styles.column ?? ''}>
          <div className={styles.starts} role="group" aria-label={t('starts')}>
            <span className={panel.quiet}>{t('starts')}</span>
            {ruleStarts.map((start) => (
              <Button
                key={start}
                size="small"
                onClick={() => {
                  const { period, classes } = newRuleDraft(month, start)
                  change({ period, classes })
                }}
              >
                {t(`start.${start}`)}
              </Button>
            ))}
          </div>
          {formula !== null && <p className={duesStyles.example}>{ruleText(formula)}</p>}
          {rule !== null && <Succession rules={rules} rule={rule} />}
          {tried && rule === null && <Alert type="error" showIcon title={t('incomplete')} />}
          {add.isError && <ErrorNotice error={add.error} />}
          {memberClassSchema.options.map((memberClass) => {
            const part = draft.classes[memberClass]
            return (
              <Card
                key={memberClass}
                size="small"
                title={t(`fields:memberClass.${memberClass}`)}
                extra={
                  memberClass !== 'regular' && (
                    <Checkbox
                      checked={part !== undefined}
                      onChange={({ target }) => changeClass(memberClass, target.checked ? {} : null)}
                    >
                      {t('ownRule')}
                    </Checkbox>
                  )
                }
              >
                {part === undefined ? (
                  <p className={panel.quiet}>{t(memberClass === 'kept' ? 'keptExempt' : 'likeRegular')}</p>
                ) : (
                  <ClassFields
                    memberClass={memberClass}
                    draft={part}
                    hasProblem={(name) => hasProblem(`${memberClass}.${name}`)}
                    onChange={(changes) => changeClass(memberClass, changes)}
                  />
                )}
              </Card>
            )
          })}
          <Card size="small" title={t('times')}>
            <div className={styles.pair}>
              <FormField label={t('validFrom')} error={problem('validFrom')} hint={t('validFromHint')} required>
                {(control) => (
                  <Input
                    {...control}
                    className="numeric"
                    value={draft.validFrom}
                    onChange={({ target }) => change({ validFrom: target.value })}
                  />
                )}
              </FormField>
              <FormField label={t('validUntil')} error={problem('validUntil')} hint={t('validUntilHint')}>
                {(control) => (
                  <Input
                    {...control}
                    className="numeric"
                    value={draft.validUntil}
                    onChange={({ target }) => change({ validUntil: target.value })}
                  />
                )}
              </FormField>
            </div>
            <FormField label={t('period')}>
              {(control) => (
                <Select
                  id={control.id}
                  value={draft.period}
                  onChange={(period) => change({ period })}
                  options={duesPeriodSchema.options.map((value) => ({ value, label: t(`periods.${value}`) }))}
                />
              )}
            </FormField>
            <div className={styles.pair}>
              <FormField label={t('joining')}>
                {(control) => (
                  <Select
                    id={control.id}
                    value={draft.joining}
                    onChange={(joining) => change({ joining })}
                    options={(['sameMonth', 'nextMonth'] as const).map((value) => ({
                      value,
                      label: t(`joinings.${value}`),
                    }))}
                  />
                )}
              </FormField>
              <FormField label={t('leaving')}>
                {(control) => (
                  <Select
                    id={control.id}
                    value={draft.leaving}
                    onChange={(leaving) => change({ leaving })}
                    options={(['sameMonth', 'previousMonth'] as const).map((value) => ({
                      value,
                      label: t(`leavings.${value}`),
                    }))}
                  />
                )}
              </FormField>
            </div>
          </Card>
          <Card size="small" title={t('decisionTitle')}>
            <FormField label={t('decision')} hint={t('decisionHint')}>
              {(control) => (
                <Input
                  {...control}
                  maxLength={200}
                  value={draft.decision}
                  onChange={({ target }) => change({ decision: target.value })}
                />
              )}
            </FormField>
            <FormField label={t('decidedOn')} error={problem('decidedOn')}>
              {(control) => (
                <PartialDateInput
                  {...control}
                  value={draft.decidedOn}
                  onChange={(decidedOn) => change({ decidedOn })}
                />
              )}
            </FormField>
          </Card>
        </Form>
        <div className={`${styles.column} ${styles.result}`}>
          {shown.formula === null || shownMonth === null ? (
            <Alert type="info" showIcon title={t('preview.incomplete')} />
          ) : (
            <RulePreview rule={{ formula: shown.formula, month: shownMonth }} />
          )}
        </div>
      </div>
      {guard.dialog}
    </>
  )
}

/** Which rules the new one ends, and which it cannot stand beside. */
function Succession({ rules, rule }: { readonly rules: readonly DuesRule[]; readonly rule: DuesRuleInput }) {
  const { t } = useTranslation('duesRules')
  const dates = useDates()
  const overlaps = overlapping(rules, rule)
  return (
    <div className={styles.notices} role="status">
      {overlaps.map(({ id, validFrom, validUntil }) => (
        <Alert
          key={id}
          type="error"
          showIcon
          title={
            validUntil === null
              ? t('overlapsOpen', { from: dates.month(validFrom) })
              : t('overlaps', { from: dates.month(validFrom), until: dates.month(validUntil) })
          }
        />
      ))}
      {overlaps.length === 0 &&
        succeeded(rules, rule).map(({ id, validFrom }) => (
          <Alert
            key={id}
            type="info"
            showIcon
            title={
              validFrom === rule.validFrom
                ? t('replaces', { from: dates.month(validFrom) })
                : t('ends', { from: dates.month(validFrom), until: dates.month(addMonths(rule.validFrom, -1)) })
            }
          />
        ))}
    </div>
  )
}
