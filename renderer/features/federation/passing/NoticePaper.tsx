import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { noticeOn } from '../../../../shared/codes/member-notices'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { PageHeader } from '../../../components/PageHeader'
import { PageSetup } from '../../reports/PageSetup'
import paper from '../../reports/paper.module.css'
import { PaperActions } from '../../reports/PaperActions'
import { useUnionName } from '../../reports/use-union-name'
import { useLanguage } from '../../../i18n/use-language'
import { useFederationState } from '../use-federation-state'

/** The notice 告知书 for members: who keeps what, why, to whom it goes, how long, whom to ask. */
export function NoticePaper() {
  const { t } = useTranslation('passing')
  const unionName = useUnionName()
  const state = useFederationState().data
  const [language] = useLanguage()
  const { data } = useQuery(api.federation.passing.overview.queryOptions())
  const above = state?.state === 'enrolled' ? state.hubName : t('paper.above')
  const { version, source, words } = noticeOn(dayOf(new Date()))
  const { title, before, after, sign } = words[language]
  const named = (text: string) => text.replaceAll('{union}', unionName).replaceAll('{above}', above)
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
          <span>{t('paper.version', { version: version })}</span>
        </p>
        {before.map((text) => (
          <p key={text}>{named(text)}</p>
        ))}
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
        {after.map((text) => (
          <p key={text}>{named(text)}</p>
        ))}
        <p>{t('paper.source', { source })}</p>
        <p className={paper.signed}>{sign}</p>
      </article>
    </>
  )
}
