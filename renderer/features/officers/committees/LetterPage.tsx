import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { electionLetterSchema } from '../../../../shared/contract/officers/committees'
import { committeeIdSchema } from '../../../../shared/model/id'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { PageHeader } from '../../../components/PageHeader'
import { useErrorToast } from '../../../components/use-error-toast'
import { FormSheet } from '../../reports/FormSheet'
import { PaperActions } from '../../reports/PaperActions'

/** A paper of an election for the union above: printed, or saved as a Word file to be worked on. */
export function LetterPage() {
  const { t } = useTranslation(['officers', 'reports'])
  const { notification } = App.useApp()
  const params = useParams()
  const id = committeeIdSchema.parse(params['id'])
  const letter = electionLetterSchema.catch('request').parse(params['letter'])
  const sheet = useQuery(api.officers.committees.letter.queryOptions({ input: { id, letter } }))
  const save = useMutation(
    api.officers.committees.saveLetter.mutationOptions({
      onSuccess: (saved) => {
        if (saved !== null) notification.success({ title: t('reports:savedTo', { name: saved.fileName }) })
      },
      onError: useErrorToast(),
    }),
  )
  if (sheet.isPending) return <Loading />
  if (sheet.isError) return <ErrorNotice error={sheet.error} onRetry={() => void sheet.refetch()} />
  return (
    <>
      <div className="screen-only">
        <PageHeader
          backTo={`/officers/committees/${id}`}
          title={t(`letter.${letter}`)}
          note={t('letter.note')}
          actions={
            <>
              <Button loading={save.isPending} onClick={() => save.mutate({ id, letter })}>
                {t('reports:saveWord')}
              </Button>
              <PaperActions paper="electionLetter" count={0} name={sheet.data.title} landscape={false} />
            </>
          }
        />
      </div>
      <FormSheet form={sheet.data} />
    </>
  )
}
