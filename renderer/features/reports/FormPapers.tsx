import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paperRequestSchema } from '../../../shared/contract/reports'
import type { FormPaper } from '../../../shared/model/paper'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Section } from '../../components/Section'
import { ClearChoice, clearOf, isSettled, MASKED } from '../roster/ClearChoice'
import { FormSheet } from './FormSheet'
import { PaperActions } from './PaperActions'
import { PeopleChoice } from './PeopleChoice'
import styles from './reports.module.css'
import { TooMany } from './TooMany'
import { useClearTexts } from './use-clear-texts'
import { useNames } from './use-names'

/** Forms of a page a member; shown once asked for, as numbers in full are confirmed and logged each time. */
export function FormPapers({ paper }: { readonly paper: FormPaper }) {
  const { t } = useTranslation('reports')
  const { notification } = App.useApp()
  const queryClient = useQueryClient()
  const clearTexts = useClearTexts()
  const { people, list, names } = useNames()
  const [clear, setClear] = useState(MASKED)
  const papers = useMutation(api.reports.papers.mutationOptions())
  const saveDocument = useMutation(
    api.reports.saveDocument.mutationOptions({
      onSuccess: (saved) => {
        if (saved !== null) notification.success({ title: t('savedTo', { name: saved.fileName }) })
        return queryClient.invalidateQueries({ queryKey: api.reports.recent.key() })
      },
    }),
  )
  const request = () => paperRequestSchema.parse({ paper, people, clear: clearOf(clear) })
  const { data } = papers
  const [first] = data?.forms ?? []
  return (
    <>
      <div className="screen-only">
        <Section title={t('people')}>
          <PeopleChoice people={people} list={list} count={names.data?.total ?? null} />
        </Section>
        <Section title={t('printing')}>
          <Form layout="vertical">
            <ClearChoice draft={clear} onChange={setClear} texts={clearTexts} />
            {papers.isError && <ErrorNotice error={papers.error} />}
            {saveDocument.isError && <ErrorNotice error={saveDocument.error} />}
            <div className={styles.bar}>
              <Button
                type="primary"
                disabled={!isSettled(clear)}
                loading={papers.isPending}
                onClick={() => papers.mutate(request())}
              >
                {t('show')}
              </Button>
              <Button
                disabled={!isSettled(clear)}
                loading={saveDocument.isPending}
                onClick={() => saveDocument.mutate(request())}
              >
                {t('saveWord')}
              </Button>
            </div>
          </Form>
        </Section>
        {data !== undefined && (
          <Section
            title={t('preview')}
            action={
              first !== undefined && (
                <PaperActions paper={paper} count={data.forms.length} name={t(`paper.${paper}`)} landscape={false} />
              )
            }
          >
            {first === undefined ? (
              <p>{t('nobody')}</p>
            ) : (
              <p className={styles.quiet}>{t('found', { count: data.total })}</p>
            )}
            <TooMany shown={data.forms.length} total={data.total} />
          </Section>
        )}
      </div>
      {data?.forms.map((form) => (
        <FormSheet key={form.memberId} form={form} />
      ))}
    </>
  )
}
