import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { z } from 'zod'
import { transferIdSchema } from '../../../../shared/model/id'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { PageHeader } from '../../../components/PageHeader'
import { useErrorToast } from '../../../components/use-error-toast'
import { FormSheet } from '../../reports/FormSheet'
import { PaperActions } from '../../reports/PaperActions'

/** Letters of introduction of members who go to other unions: printed, or saved as a Word file to be worked on. */
export function TransferLetterPage() {
  const { t } = useTranslation(['transfers', 'reports'])
  const { notification } = App.useApp()
  const [params] = useSearchParams()
  const ids = z
    .array(transferIdSchema)
    .catch([])
    .parse((params.get('ids') ?? '').split(','))
  const sheets = useQuery(api.federation.transfers.letters.queryOptions({ input: { ids } }))
  const save = useMutation(
    api.federation.transfers.saveLetters.mutationOptions({
      onSuccess: (saved) => {
        if (saved !== null) notification.success({ title: t('reports:savedTo', { name: saved.fileName }) })
      },
      onError: useErrorToast(),
    }),
  )
  if (sheets.isPending) return <Loading />
  if (sheets.isError) return <ErrorNotice error={sheets.error} onRetry={() => void sheets.refetch()} />
  return (
    <>
      <div className="screen-only">
        <PageHeader
          backTo="/federation?tab=transfers&view=out"
          title={t('letter')}
          actions={
            <>
              <Button loading={save.isPending} onClick={() => save.mutate({ ids })}>
                {t('reports:saveWord')}
              </Button>
              <PaperActions paper="transferLetter" count={ids.length} name={t('letter')} landscape={false} />
            </>
          }
        />
      </div>
      {sheets.data.map((sheet, index) => (
        <FormSheet key={ids[index]} form={sheet} />
      ))}
    </>
  )
}
