import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { ProgressDialog } from '../../../components/ProgressDialog'
import { useSave } from '../../../components/use-save'
import { useLanguage } from '../../../i18n/use-language'
import { useFundYear } from '../use-fund-year'

/** Writes the year of the account to a workbook. */
export function SaveBookButton() {
  const { t } = useTranslation('funds')
  const [language] = useLanguage()
  const { account, year } = useFundYear()
  const { save, progress, error } = useSave()

  const saveBook = () =>
    save(
      (options) => client.funds.book.export({ account, year, language }, options),
      ({ fileName }) => t('book.saved', { name: fileName }),
    )

  return (
    <>
      <Button onClick={() => void saveBook()}>{t('book.save')}</Button>
      <ProgressDialog title={t('book.save')} progress={progress} />
      {error !== null && <ErrorNotice error={error} />}
    </>
  )
}
