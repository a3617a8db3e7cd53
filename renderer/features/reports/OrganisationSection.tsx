import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { organisationInputSchema } from '../../../shared/model/branch'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FormField } from '../../components/FormField'
import { Loading } from '../../components/Loading'
import { PartialDateInput } from '../../components/PartialDateInput'
import { Section } from '../../components/Section'
import { useCodeLabel } from '../../i18n/use-code-label'
import { knownValues } from './known-values'
import {
  organisationDraft,
  organisationFields,
  organisationInput,
  type OrganisationDraft,
  type OrganisationField,
} from './organisation-draft'
import styles from './reports.module.css'

const LONG_LIST = 8

/** The union's organisation record 工会组织信息, for the sheet that goes upward. */
export function OrganisationSection() {
  const { t } = useTranslation('reports')
  const organisation = useQuery(api.reports.organisation.queryOptions())
  return (
    <Section title={t('organisationSection')}>
      {organisation.isPending && <Loading />}
      {organisation.isError && <ErrorNotice error={organisation.error} onRetry={() => void organisation.refetch()} />}
      {organisation.data !== undefined && (
        <>
          <p className={styles.quiet}>{t('organisationNote', { count: organisation.data.memberCount })}</p>
          <OrganisationForm initial={organisationDraft(organisationInputSchema.parse(organisation.data))} />
        </>
      )}
    </Section>
  )
}

function OrganisationForm({ initial }: { readonly initial: OrganisationDraft }) {
  const { t } = useTranslation(['reports', 'common'])
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const codeLabel = useCodeLabel()
  const [draft, setDraft] = useState(initial)
  const [isChecked, setChecked] = useState(false)
  const { input, wrong } = organisationInput(draft)
  const save = useMutation(
    api.reports.saveOrganisation.mutationOptions({
      onSuccess: () => {
        void message.success(t('common:saved'))
        return queryClient.invalidateQueries()
      },
    }),
  )
  const set = (field: OrganisationField) => (text: string) => setDraft({ ...draft, [field]: text })

  /** Only what can be typed wrong has a sentence of its own; everything else is text of any kind or chosen. */
  function problem(field: OrganisationField) {
    if (!isChecked || !wrong.has(field)) return null
    if (field === 'staffCount') return t('staffCountWrong')
    if (field === 'foundedOn') return t('dateWrong')
    return t(field === 'phone' ? 'phoneWrong' : 'creditCodeWrong')
  }

  function editor(field: OrganisationField, control: { id: string; status: 'error' | '' }) {
    const values = knownValues({ from: 'organisation', field })
    if (field === 'foundedOn') return <PartialDateInput {...control} value={draft[field]} onChange={set(field)} />
    if (values.length === 0) {
      return (
        <Input {...control} maxLength={200} value={draft[field]} onChange={({ target }) => set(field)(target.value)} />
      )
    }
    return (
      <Select
        {...control}
        allowClear
        showSearch={values.length > LONG_LIST ? { optionFilterProp: 'label' } : false}
        value={draft[field] === '' ? null : draft[field]}
        onChange={(chosen: string | undefined) => set(field)(chosen ?? '')}
        options={values.map((value) => ({ value, label: codeLabel(value) }))}
      />
    )
  }

  return (
    <Form
      layout="vertical"
      style={{ maxWidth: 600, marginBlockStart: 12 }}
      onFinish={() => {
        setChecked(true)
        if (input !== null) save.mutate(input)
      }}
    >
      {organisationFields.map((field) => (
        <FormField
          key={field}
          label={t(`field.${field}`)}
          error={problem(field)}
          hint={field === 'employerCreditCode' ? t('employerCreditCodeHint') : undefined}
        >
          {(control) => editor(field, control)}
        </FormField>
      ))}
      {save.isError && <ErrorNotice error={save.error} />}
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('common:save')}
      </Button>
    </Form>
  )
}
