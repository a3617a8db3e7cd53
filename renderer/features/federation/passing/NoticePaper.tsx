import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { NOTICE_VERSION } from '../../../../shared/rules/federation/notice'
import { api } from '../../../client'
import { PageHeader } from '../../../components/PageHeader'
import { PageSetup } from '../../reports/PageSetup'
import paper from '../../reports/paper.module.css'
import { PaperActions } from '../../reports/PaperActions'
import { useUnionName } from '../../reports/use-union-name'
import { useFederationState } from '../use-federation-state'

const points = ['who', 'why', 'howLong', 'rights', 'contact'] as const

/** The notice 告知书 for members: who keeps what, why, to whom it goes, how long, whom to ask. */
export function NoticePaper() {
  const { t } = useTranslation('passing')
  const unionName = useUnionName()
  const state = useFederationState().data
  const { data } = useQuery(api.federation.passing.overview.queryOptions())
  const above = state?.state === 'enrolled' ? state.hubName : t('paper.above')
  const title = t('paper.title')
  return (
    <>
      <div className="screen-only">
        <PageHeader
          backTo="/federation?tab=passing"
          title={title}
          actions={<PaperActions paper="memberNotice" count={1} name={title} landscape={false} />}
        />
      </div>
      <article className={paper.page} aria-label={title}>
        <PageSetup landscape={false} margin="18mm" />
        <h2 className={paper.title}>{title}</h2>
        <p className={paper.head}>
          <span>{unionName}</span>
          <span>{t('paper.version', { version: NOTICE_VERSION })}</span>
        </p>
        {points.slice(0, 2).map((point) => (
          <p key={point}>{t(`paper.${point}`, { union: unionName, above })}</p>
        ))}
        <p>{t('paper.fields', { above })}</p>
        <ul>
          {data?.kinds
            .filter(({ level }) => level !== 'nothing')
            .map(({ kind, level, basis }) => (
              <li key={kind}>
                {t('paper.field', {
                  kind: t(`kind.${kind}`),
                  what: t(`what.${kind}`),
                  level: t(`level.${level}`),
                  basis: t(`basis.${basis}`),
                })}
              </li>
            ))}
        </ul>
        {points.slice(2).map((point) => (
          <p key={point}>{t(`paper.${point}`, { union: unionName, above })}</p>
        ))}
        <p className={paper.signed}>{t('paper.sign')}</p>
      </article>
    </>
  )
}
