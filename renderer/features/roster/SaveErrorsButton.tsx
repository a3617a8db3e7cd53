import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RosterImportId } from '../../../shared/model/id'
import { api } from '../../client'
import { useErrorToast } from '../../components/use-error-toast'
import { useLanguage } from '../../i18n/use-language'

/** Saves the rows that are left out as a workbook to be corrected and imported again. */
export function SaveErrorsButton({ importId }: { readonly importId: RosterImportId }) {
  const { t } = useTranslation('roster')
  const { notification } = App.useApp()
  const [language] = useLanguage()
  const save = useMutation(
    api.roster.saveErrors.mutationOptions({
      onSuccess: (saved) => {
        if (saved !== null) notification.success({ title: t('savedTo', { name: saved.fileName }) })
      },
      onError: useErrorToast(),
    }),
  )
  return (
    <Button loading={save.isPending} onClick={() => save.mutate({ id: importId, language })}>
      {t('saveErrors')}
    </Button>
  )
}
