import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ParticipantShow } from '../../../../shared/contract/activities/people'
import type { ActivitySummary } from '../../../../shared/contract/activities/plan'
import { client } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { ProgressDialog } from '../../../components/ProgressDialog'
import { useAsOrigin } from '../../../components/use-origin'
import { useSave } from '../../../components/use-save'
import { useLanguage } from '../../../i18n/use-language'
import { activityState } from '../../reports/people-state'

/** The lists of an activity's people: on paper to be signed, and as a workbook. */
export function usePeopleLists({ id }: ActivitySummary, show: ParticipantShow | null) {
  const { t } = useTranslation('activityPeople')
  const [language] = useLanguage()
  const navigate = useNavigate()
  const origin = useAsOrigin()
  const { save, progress, error } = useSave()
  const paper = (attendance: 'present' | null) => () =>
    void navigate('/reports/papers/signIn', { state: { ...activityState(id, attendance), ...origin } })

  function saveList() {
    void save(
      (options) => client.activities.people.saveList({ id, show, language }, options),
      ({ fileName, rows }) => t('listSaved', { fileName, count: rows }),
    )
  }

  return {
    items: [
      { key: 'signIn', label: t('printSignIn'), onClick: paper(null) },
      { key: 'signed', label: t('printSigned'), onClick: paper('present') },
      { key: 'save', label: t('saveList'), onClick: saveList },
    ],
    state: (
      <>
        {error !== null && <ErrorNotice error={error} />}
        <ProgressDialog title={t('saveList')} progress={progress} />
      </>
    ),
  }
}
