import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { CommitteeDetail } from '../../../../shared/contract/officers/committees'
import { electionStepKindSchema, type ElectionStep, type ElectionStepKind } from '../../../../shared/model/committee'
import { ruleOn } from '../../../../shared/rules/officers/rules'
import { hasQuorum } from '../../../../shared/rules/officers/votes'
import { api } from '../../../client'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import styles from '../officers.module.css'
import { useWritten } from '../use-written'
import { StepDialog } from './StepDialog'

/** The steps of an election in their usual order, those done with what was recorded of them. */
export function ElectionSteps({ election }: { readonly election: CommitteeDetail }) {
  const { t } = useTranslation(['officers', 'common'])
  const navigate = useNavigate()
  const { written, onError } = useWritten()
  const [opened, setOpened] = useState<ElectionStepKind | null>(null)
  const remove = useMutation(
    api.officers.committees.removeStep.mutationOptions({
      onSuccess: (done) => written(done, t('election.stepRemoved')),
      onError,
    }),
  )
  const done = new Map(election.steps.map((step) => [step.kind, step]))
  const congress = done.get('congress')
  const isQuorate = congress === undefined ? null : hasQuorum(congress, congress.on)

  function detail({ on, document, expected, present, issued, returned, valid, note }: ElectionStep): string {
    const counts = [
      ['expected', expected],
      ['present', present],
      ['issued', issued],
      ['returned', returned],
      ['valid', valid],
    ] as const
    return [
      on,
      document,
      ...counts.map(([name, count]) => (count === null ? null : t(`votes.with.${name}`, { count }))),
      note,
    ]
      .filter((text) => text !== null)
      .join('　')
  }

  return (
    <Section
      title={t('election.steps')}
      action={
        <span className={panel.bar}>
          <Button onClick={() => void navigate(`/officers/committees/${election.id}/letters/request`)}>
            {t('letter.request')}
          </Button>
          <Button onClick={() => void navigate(`/officers/committees/${election.id}/letters/result`)}>
            {t('letter.result')}
          </Button>
        </span>
      }
    >
      {isQuorate === false && congress !== undefined && (
        <Alert type="warning" showIcon title={t('votes.noQuorum')} description={ruleOn('quorum', congress.on).source} />
      )}
      <ol className={styles.steps}>
        {electionStepKindSchema.options.map((kind, place) => {
          const step = done.get(kind)
          return (
            <li key={kind} className={step === undefined ? undefined : styles.done}>
              <span className={styles.number} aria-hidden="true">
                {place + 1}
              </span>
              <strong>{t(`step.${kind}`)}</strong>
              <span className={step === undefined ? panel.quiet : undefined}>
                {step === undefined ? t('election.open') : detail(step)}
                {kind === 'delegates' && (
                  <>
                    {'　'}
                    <Link to={`/officers?tab=delegates&committee=${election.id}`}>{t('delegate.title')}</Link>
                  </>
                )}
              </span>
              <span className={panel.bar}>
                <Button
                  size="small"
                  aria-label={t('common:labelled', { label: t('election.record'), text: t(`step.${kind}`) })}
                  onClick={() => setOpened(kind)}
                >
                  {t(step === undefined ? 'election.record' : 'common:edit')}
                </Button>
                {step !== undefined && (
                  <Button
                    size="small"
                    type="link"
                    danger
                    aria-label={t('common:labelled', { label: t('common:remove'), text: t(`step.${kind}`) })}
                    onClick={() => remove.mutate({ id: step.id })}
                  >
                    {t('common:remove')}
                  </Button>
                )}
              </span>
            </li>
          )
        })}
      </ol>
      {opened !== null && (
        <StepDialog
          committeeId={election.id}
          kind={opened}
          step={done.get(opened) ?? null}
          onClose={() => setOpened(null)}
        />
      )}
    </Section>
  )
}
