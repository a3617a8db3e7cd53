import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { HardshipDetail } from '../../../../shared/contract/care/hardship'
import type { HardshipAssessment } from '../../../../shared/model/hardship'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import { useErrorToast } from '../../../components/use-error-toast'
import { useUndo } from '../../../components/use-undo'
import { Arithmetic } from './Arithmetic'
import { AssessmentDialog } from './AssessmentDialog'
import styles from './hardship.module.css'
import { proposalOf } from './proposal'

/** Figures, arithmetic, publicity and decision of every year. */
export function YearsSection({ detail }: { readonly detail: HardshipDetail }) {
  const { t } = useTranslation(['hardship', 'common'])
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [edited, setEdited] = useState<HardshipAssessment | 'new' | null>(null)
  const remove = useMutation(
    api.care.hardship.removeAssessment.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('removedYear'), batchId)
        return queryClient.invalidateQueries()
      },
      onError: useErrorToast(),
    }),
  )
  const { file, assessments } = detail
  return (
    <Section
      title={t('years')}
      action={
        <Button type="primary" onClick={() => setEdited('new')}>
          {t(assessments.length === 0 ? 'newYear' : 'review')}
        </Button>
      }
    >
      {assessments.length === 0 && <EmptyState title={t('noYears')} text={t('noYearsText')} />}
      {assessments.map((assessment, place) => {
        const {
          id,
          year,
          class: decided,
          reason,
          decidedOn,
          decision,
          publicFrom,
          publicUntil,
          publicPlace,
        } = assessment
        return (
          <article key={id} className={styles.year} aria-label={t('yearTitle', { year })}>
            <h3>
              {t('yearTitle', { year })}
              {decidedOn === null ? (
                <Tag>{t('class.undecided')}</Tag>
              ) : (
                <Tag color="processing">{t(`class.${decided ?? 'none'}`)}</Tag>
              )}
              <Button size="small" onClick={() => setEdited(assessment)}>
                {t('common:edit')}
              </Button>
              {publicFrom !== null && <Link to={`/care/hardship/${file.id}/notice/${id}`}>{t('printNotice')}</Link>}
              {place === 0 && decidedOn === null && (
                <Button type="link" size="small" danger onClick={() => remove.mutate({ id })}>
                  {t('common:remove')}
                </Button>
              )}
            </h3>
            <Arithmetic proposal={proposalOf(file, assessment)} />
            <p>
              {publicFrom === null
                ? t('notPublic')
                : t('wasPublic', { from: publicFrom, until: publicUntil ?? '', place: publicPlace ?? '' })}
            </p>
            {decidedOn !== null && <p>{t('wasDecided', { on: decidedOn, decision: decision ?? '' })}</p>}
            {reason !== null && <p>{t('wasReason', { reason })}</p>}
            {assessment.objections !== null && (
              <p className={panel.quiet}>{t('wasObjected', { text: assessment.objections })}</p>
            )}
          </article>
        )
      })}
      {edited !== null && (
        <AssessmentDialog
          detail={detail}
          assessment={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Section>
  )
}
