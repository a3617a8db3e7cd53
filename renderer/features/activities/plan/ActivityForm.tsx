import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { activityTypeSchema, type ActivityInput } from '../../../../shared/model/activity'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormField } from '../../../components/FormField'
import { MoneyInput } from '../../../components/MoneyInput'
import panel from '../../../components/panel.module.css'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { Section } from '../../../components/Section'
import { useUnsavedGuard } from '../../../components/use-unsaved-guard'
import styles from '../activities.module.css'
import { readActivityDraft, type ActivityDraft, type ActivityProblem } from './activity-draft'

interface ActivityFormProps {
  readonly title: string
  readonly initial: ActivityDraft
  readonly isSaving: boolean
  /** What saving failed with. */
  readonly error: unknown
  /** Called with the way to leave the page once the activity is saved. */
  readonly onSave: (activity: ActivityInput, release: () => void) => void
  readonly onCancel: () => void
}

/** What, when, where and at what cost. */
export function ActivityForm({ title, initial, isSaving, error, onSave, onCancel }: ActivityFormProps) {
  const { t } = useTranslation(['activities', 'common'])
  const [draft, setDraft] = useState(initial)
  const [tried, setTried] = useState(false)
  const guard = useUnsavedGuard(draft !== initial)
  const { activity, problems } = readActivityDraft(draft)

  function change(changes: Partial<ActivityDraft>) {
    setDraft((before) => ({ ...before, ...changes }))
  }

  function problem(...names: ActivityProblem[]): string | null {
    const name = tried ? names.find((one) => problems.has(one)) : undefined
    return name === undefined ? null : t(`problem.${name}`)
  }

  function save() {
    setTried(true)
    if (activity !== null) onSave(activity, guard.release)
  }

  return (
    <Section title={title}>
      <Form layout="vertical" className={styles.form ?? ''} onFinish={save}>
        <FormField label={t('field.title')} error={problem('title')} required>
          {(control) => (
            <Input
              {...control}
              maxLength={100}
              value={draft.title}
              onChange={({ target }) => change({ title: target.value })}
            />
          )}
        </FormField>
        <FormField label={t('field.type')}>
          {({ id }) => (
            <Select
              id={id}
              value={draft.type}
              onChange={(type) => change({ type })}
              options={activityTypeSchema.options.map((value) => ({ value, label: t(`type.${value}`) }))}
            />
          )}
        </FormField>
        <div className={styles.pair}>
          <FormField label={t('field.startsOn')} error={problem('startsOn')} required>
            {(control) => (
              <PartialDateInput {...control} value={draft.startsOn} onChange={(startsOn) => change({ startsOn })} />
            )}
          </FormField>
          <FormField label={t('field.endsOn')} error={problem('endsOn', 'endsBeforeStart')} hint={t('endsOnHint')}>
            {(control) => (
              <PartialDateInput {...control} value={draft.endsOn} onChange={(endsOn) => change({ endsOn })} />
            )}
          </FormField>
        </div>
        <FormField label={t('field.place')}>
          {(control) => (
            <Input
              {...control}
              maxLength={100}
              value={draft.place}
              onChange={({ target }) => change({ place: target.value })}
            />
          )}
        </FormField>
        <FormField label={t('field.cost')} error={problem('cost')} hint={t('costHint')}>
          {(control) => <MoneyInput {...control} value={draft.cost} onChange={(cost) => change({ cost })} />}
        </FormField>
        <FormField label={t('field.note')}>
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
        {error !== null && <ErrorNotice error={error} />}
        <div className={panel.bar}>
          <Button type="primary" htmlType="submit" loading={isSaving}>
            {t('common:save')}
          </Button>
          <Button onClick={onCancel}>{t('common:cancel')}</Button>
        </div>
      </Form>
      {guard.dialog}
    </Section>
  )
}
