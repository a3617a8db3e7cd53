import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { activityTypeSchema, type ActivityInput } from '../../../../shared/model/activity'
import type { UnitId } from '../../../../shared/model/id'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormField } from '../../../components/FormField'
import { MoneyInput } from '../../../components/MoneyInput'
import panel from '../../../components/panel.module.css'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { Section } from '../../../components/Section'
import { useUnsavedGuard } from '../../../components/use-unsaved-guard'
import { unitPath } from '../../organisation/unit-path'
import styles from '../activities.module.css'
import { readActivityDraft, type ActivityDraft, type ActivityProblem } from './activity-draft'
import { EligibleField } from './EligibleField'
import { ProviderField } from './ProviderField'

interface ActivityFormProps {
  readonly initial: ActivityDraft
  readonly isSaving: boolean
  /** What saving failed with. */
  readonly error: unknown
  /** Stands above the buttons, e.g. whether later activities change as well. */
  readonly children?: ReactNode
  /** Called with the way to leave the page once the activity is saved. */
  readonly onSave: (activity: ActivityInput, release: () => void) => void
  readonly onCancel: () => void
}

/** What, when, where, for whom and up to what cost. */
export function ActivityForm({ initial, isSaving, error, children, onSave, onCancel }: ActivityFormProps) {
  const { t } = useTranslation(['activities', 'plan', 'common'])
  const [draft, setDraft] = useState(initial)
  const [tried, setTried] = useState(false)
  const guard = useUnsavedGuard(draft !== initial)
  const units = useQuery(api.organisation.tree.queryOptions()).data?.units ?? []
  const { activity, problems } = readActivityDraft(draft)

  function change(changes: Partial<ActivityDraft>) {
    setDraft((before) => ({ ...before, ...changes }))
  }

  function problem(...names: ActivityProblem[]): string | null {
    const name = tried ? names.find((one) => problems.has(one)) : undefined
    return name === undefined ? null : t(`plan:problem.${name}`)
  }

  function save() {
    setTried(true)
    if (activity !== null) onSave(activity, guard.release)
  }

  const text = (name: 'place' | 'lecturer' | 'contact' | 'signUpHow', maxLength: number, hint?: string) => (
    <FormField label={t(`plan:field.${name}`)} hint={hint}>
      {(control) => (
        <Input
          {...control}
          maxLength={maxLength}
          value={draft[name]}
          onChange={({ target }) => change({ [name]: target.value })}
        />
      )}
    </FormField>
  )
  const day = (name: 'startsOn' | 'endsOn' | 'signUpUntil', error: string | null, hint?: string) => (
    <FormField label={t(`plan:field.${name}`)} error={error} hint={hint} required={name === 'startsOn'}>
      {(control) => (
        <PartialDateInput {...control} value={draft[name]} onChange={(value) => change({ [name]: value })} />
      )}
    </FormField>
  )
  const clock = (name: 'startsAt' | 'endsAt', error: string | null) => (
    <FormField label={t(`plan:field.${name}`)} error={error}>
      {(control) => (
        <Input
          {...control}
          maxLength={5}
          placeholder={t('plan:clockPlaceholder')}
          value={draft[name]}
          onChange={({ target }) => change({ [name]: target.value })}
        />
      )}
    </FormField>
  )
  const count = (name: 'quota' | 'hours', max: number, hint: string) => (
    <FormField label={t(`plan:field.${name}`)} hint={hint}>
      {({ id }) => (
        <InputNumber
          id={id}
          min={1}
          max={max}
          precision={0}
          style={{ width: '100%' }}
          value={draft[name]}
          onChange={(value) => change({ [name]: value })}
        />
      )}
    </FormField>
  )
  const money = (name: 'perHead' | 'cost', hint: string) => (
    <FormField label={t(`plan:field.${name}`)} error={problem(name)} hint={hint}>
      {(control) => <MoneyInput {...control} value={draft[name]} onChange={(value) => change({ [name]: value })} />}
    </FormField>
  )

  return (
    <Form layout="vertical" className={styles.form ?? ''} onFinish={save}>
      <Section title={t('details')}>
        <FormField label={t('plan:field.title')} error={problem('title')} required>
          {(control) => (
            <Input
              {...control}
              maxLength={100}
              value={draft.title}
              onChange={({ target }) => change({ title: target.value })}
            />
          )}
        </FormField>
        <div className={styles.pair}>
          <FormField label={t('plan:field.type')}>
            {({ id }) => (
              <Select
                id={id}
                showSearch={{ optionFilterProp: 'label' }}
                value={draft.type}
                onChange={(type) => change({ type })}
                options={activityTypeSchema.options.map((value) => ({ value, label: t(`type.${value}`) }))}
              />
            )}
          </FormField>
          <FormField label={t('plan:field.organiser')}>
            {({ id }) => (
              <Select<UnitId | ''>
                id={id}
                showSearch={{ optionFilterProp: 'label' }}
                value={draft.organiserId ?? ''}
                onChange={(value) => change({ organiserId: value === '' ? null : value })}
                options={[
                  { value: '' as const, label: t('plan:branch') },
                  ...units
                    .filter(({ closedOn, id: unitId }) => closedOn === null || unitId === draft.organiserId)
                    .map((unit) => ({ value: unit.id, label: unitPath(units, unit.id) })),
                ]}
              />
            )}
          </FormField>
          {day('startsOn', problem('startsOn'))}
          {clock('startsAt', problem('startsAt'))}
          {day('endsOn', problem('endsOn', 'endsBeforeStart'), t('plan:endsOnHint'))}
          {clock('endsAt', problem('endsAt', 'endsAtBeforeStart'))}
        </div>
        {text('place', 100)}
      </Section>
      <Section title={t('plan:signUp')}>
        <EligibleField value={draft.eligible} onChange={(eligible) => change({ eligible })} />
        <div className={styles.pair}>
          {count('quota', 100_000, t('plan:quotaHint'))}
          {day('signUpUntil', problem('signUpUntil', 'signUpTooLate'), t('plan:signUpUntilHint'))}
          {text('signUpHow', 200, t('plan:signUpHowHint'))}
          {text('contact', 100, t('plan:contactHint'))}
        </div>
      </Section>
      <Section title={t('plan:more')}>
        <div className={styles.pair}>
          {money('perHead', t('plan:perHeadHint'))}
          {money('cost', t('plan:costHint'))}
          {text('lecturer', 60)}
          <ProviderField value={draft.providerId} onChange={(providerId) => change({ providerId })} />
          {count('hours', 999, t('plan:hoursHint'))}
        </div>
        <FormField label={t('plan:field.note')}>
          {(control) => (
            <Input.TextArea
              {...control}
              maxLength={2000}
              autoSize={{ minRows: 2 }}
              value={draft.note}
              onChange={({ target }) => change({ note: target.value })}
            />
          )}
        </FormField>
      </Section>
      {children}
      {error !== null && <ErrorNotice error={error} />}
      <div className={panel.bar}>
        <Button type="primary" htmlType="submit" loading={isSaving}>
          {t('common:save')}
        </Button>
        <Button onClick={onCancel}>{t('common:cancel')}</Button>
      </div>
      {guard.dialog}
    </Form>
  )
}
