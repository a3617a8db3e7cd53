import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { HardshipDetail } from '../../../../shared/contract/care/hardship'
import { hardshipFileIdSchema, type HardshipFileId } from '../../../../shared/model/id'
import { memberMusts } from '../../../../shared/rules/care/hardship-complete'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { PageHeader } from '../../../components/PageHeader'
import { Section } from '../../../components/Section'
import { formatYuan } from '../../../components/yuan'
import { SensitiveGate } from '../../access/SensitiveGate'
import { useFieldText } from '../../members/use-field-text'
import { PageSetup } from '../../reports/PageSetup'
import paper from '../../reports/paper.module.css'
import { PaperActions } from '../../reports/PaperActions'
import { ClearChoice, clearOf, isSettled, MASKED, type ClearDraft } from '../../roster/ClearChoice'
import styles from './hardship.module.css'
import { fileFields, personFields } from './hardship-fields'
import { useClearTexts } from './use-clear-texts'
import { useFactText } from './use-fact-text'
import { useStepsText } from './use-steps-text'
import { proposalOf } from './proposal'

/** The paper 困难职工档案表. */
export function FormPage() {
  const { t } = useTranslation('hardship')
  const id = hardshipFileIdSchema.safeParse(useParams()['id'])
  if (!id.success) return <EmptyState title={t('none')} />
  return (
    <>
      <div className="screen-only">
        <PageHeader backTo={`/care/hardship/${id.data}`} title={t('form.title')} note={t('form.note')} />
      </div>
      <SensitiveGate>
        <FormOf id={id.data} />
      </SensitiveGate>
    </>
  )
}

function FormOf({ id }: { readonly id: HardshipFileId }) {
  const { t } = useTranslation('hardship')
  const texts = useClearTexts()
  const [draft, setDraft] = useState<ClearDraft>(MASKED)
  const [settled, setSettled] = useState<ClearDraft>(MASKED)
  const detail = useQuery({
    ...api.care.hardship.paper.queryOptions({ input: { id, clear: clearOf(settled) } }),
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  })
  if (detail.isPending) return <Loading />
  return (
    <>
      <div className="screen-only">
        <Section
          title={t('form.setting')}
          action={<PaperActions paper="hardshipForm" count={1} name={t('form.title')} landscape={false} />}
        >
          <ClearChoice draft={draft} onChange={setDraft} texts={texts} />
          <Button disabled={!isSettled(draft) || draft === settled} onClick={() => setSettled(draft)}>
            {t('form.apply')}
          </Button>
          {detail.isError && <ErrorNotice error={detail.error} />}
        </Section>
      </div>
      {detail.data !== undefined && <FormSheet detail={detail.data} />}
    </>
  )
}

/** Cells of a row: label and value, three pairs. */
const PAIRS = 3

function FormSheet({ detail }: { readonly detail: HardshipDetail }) {
  const { t } = useTranslation(['hardship', 'fields'])
  const fieldText = useFieldText()
  const factText = useFactText()
  const stepText = useStepsText()
  const { file, member, persons, assessments, isModelWorker, unionName, industry, employerNature } = detail
  const [last] = assessments
  const opinions = [
    ['form.partyOpinion', last?.partyOpinion ?? '', last?.partyOpinionOn ?? ''],
    ['form.unionOpinion', last?.decision ?? '', last?.decidedOn ?? ''],
    ['form.upperOpinion', last?.upperOpinion ?? '', last?.upperOpinionOn ?? ''],
  ] as const
  const facts: (readonly [string, string])[] = [
    [t('fields:member.staffNumber'), member.staffNumber ?? ''],
    [t('fields:member.name'), member.name],
    ...memberMusts.map((field) => {
      const value = member[field]
      return [t(`fields:member.${field}`), value === null ? '' : fieldText(field, String(value))] as const
    }),
    [t('fields:member.householdPlace'), member.householdPlace ?? ''],
    [t('fields:member.address'), file.address ?? member.address ?? ''],
    [t('form.modelWorker'), t(isModelWorker ? 'form.yes' : 'form.no')],
    [t('form.industry'), industry ?? ''],
    [t('form.employerNature'), employerNature ?? ''],
    ...fileFields
      .filter(({ name }) => name !== 'address' && name !== 'note')
      .map((spec) => [t(`fileField.${spec.name}`), factText(spec, file[spec.name])] as const),
    ...(last === undefined
      ? []
      : [
          [t('form.yearlyIncome'), formatYuan(last.income)] as const,
          [t('assessmentField.people'), String(last.people)] as const,
        ]),
  ]
  const rows = Array.from({ length: Math.ceil(facts.length / PAIRS) }, (_, row) =>
    facts.slice(row * PAIRS, (row + 1) * PAIRS),
  )
  return (
    <article className={`${paper.page ?? ''} ${paper.running ?? ''} ${styles.form ?? ''}`} aria-label={t('form.title')}>
      <PageSetup landscape={false} margin="10mm" />
      <h2 className={paper.title}>{t('form.title')}</h2>
      <p>{t('form.unit', { name: unionName })}</p>
      <table className={paper.table}>
        <tbody>
          {rows.map((row, place) => (
            <tr key={place}>
              {row.flatMap(([name, value]) => [<th key={name}>{name}</th>, <td key={`${name}=`}>{value}</td>])}
              {row.length < PAIRS && <td colSpan={(PAIRS - row.length) * 2} />}
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{t('family')}</h3>
      {persons.map((person) => (
        <table key={person.id} className={paper.table}>
          <tbody>
            {Array.from({ length: Math.ceil(personFields.length / PAIRS) }, (_, row) => (
              <tr key={row}>
                {personFields
                  .slice(row * PAIRS, (row + 1) * PAIRS)
                  .flatMap((spec) => [
                    <th key={spec.name}>{t(`personField.${spec.name}`)}</th>,
                    <td key={`${spec.name}=`}>{factText(spec, person[spec.name])}</td>,
                  ])}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      {last !== undefined && (
        <>
          <h3>{t('yearTitle', { year: last.year })}</h3>
          <ol className={styles.steps}>
            {proposalOf(file, last).steps.map((step) => (
              <li key={step.kind}>{stepText(step)}</li>
            ))}
          </ol>
        </>
      )}
      <table className={paper.table}>
        <tbody>
          {opinions.map(([name, opinion, on]) => (
            <tr key={name} style={{ height: '18mm' }}>
              <th style={{ width: '36mm' }}>{t(name)}</th>
              <td>{opinion}</td>
              <td className={paper.sign} style={{ width: '50mm' }}>
                {t('form.seal', { on })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {file.note !== null && <p>{t('form.noteLine', { note: file.note })}</p>}
    </article>
  )
}
