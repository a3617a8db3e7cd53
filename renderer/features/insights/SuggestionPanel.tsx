import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Suggestion } from '../../../shared/model/insights'
import { addDays } from '../../../shared/rules/date'
import { api } from '../../client'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import panel from '../../components/panel.module.css'
import { useAsOrigin } from '../../components/use-origin'
import { readDismissed, writeDismissed } from './dismissed'
import styles from './insights.module.css'
import { peoplePath } from './people-path'
import { useSuggestionText } from './use-suggestion-text'

/** For how long a suggestion is put aside. */
const DISMISSED_DAYS = 90

/** What the record suggests, each with its figures, the list behind it and what to do with it. */
export function SuggestionPanel() {
  const { t } = useTranslation('insights')
  const navigate = useNavigate()
  const origin = useAsOrigin()
  const say = useSuggestionText()
  const [dismissed, setDismissed] = useState(readDismissed)
  const found = useQuery(api.insights.suggestions.queryOptions())
  if (found.isPending) return <Loading />
  if (found.isError) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
  const { today, suggestions } = found.data
  const isAside = ({ key }: Suggestion) => (dismissed[key] ?? '') > today
  const shown = suggestions.filter((suggestion) => !isAside(suggestion))
  const aside = suggestions.length - shown.length

  function putAside({ key }: Suggestion) {
    const changed = { ...dismissed, [key]: addDays(today, DISMISSED_DAYS) }
    writeDismissed(changed, today)
    setDismissed(changed)
  }

  function showAll() {
    writeDismissed({}, today)
    setDismissed({})
  }

  /** Where a suggestion without a list of people leads. */
  function elsewhere(suggestion: Suggestion): string {
    return suggestion.kind === 'overdueRequests' ? '/care?tab=requests' : '/insights?tab=topics'
  }

  return (
    <div className={panel.stack}>
      <p className={panel.quiet}>{t('suggestionsNote')}</p>
      {shown.length === 0 && <EmptyState title={t('noSuggestions')} text={t('noSuggestionsText')} />}
      <ul className={styles.suggestions}>
        {shown.map((suggestion) => (
          <li key={suggestion.key}>
            <p>{say(suggestion)}</p>
            <div className={panel.bar}>
              <Button
                onClick={() =>
                  void navigate(
                    suggestion.people === null
                      ? elsewhere(suggestion)
                      : peoplePath(suggestion.people, t(`list.${suggestion.kind}`)),
                    { state: origin },
                  )
                }
              >
                {suggestion.people === null ? t('seeMore') : t('seePeople')}
              </Button>
              {suggestion.kind === 'records' && (
                <Button type="link" onClick={() => void navigate('/insights?tab=quality')}>
                  {t('tab.quality')}
                </Button>
              )}
              <Button type="text" onClick={() => putAside(suggestion)}>
                {t('putAside', { days: DISMISSED_DAYS })}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {aside > 0 && (
        <div className={panel.bar}>
          <span className={panel.quiet}>{t('aside', { count: aside })}</span>
          <Button type="link" onClick={showAll}>
            {t('showAside')}
          </Button>
        </div>
      )}
    </div>
  )
}
