import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { ProgressDialog } from '../../../components/ProgressDialog'
import { useProgress } from '../../../components/use-progress'
import { useLanguage } from '../../../i18n/use-language'
import { useFundYear } from '../use-fund-year'

/** Writes the year of the account to a workbook. */
export function SaveBookButton() {
  const { t } = useTranslation('funds')
  const { notification } = App.useApp()
  const [language] = useLanguage()
  const { account, year } = useFundYear()
  const { progress, error, run } = useProgress()

  async function save() {
    const saved = await run((options) => client.funds.book.export({ account, year, language }, options))
    if (saved !== undefined && saved !== null)
      notification.success({ title: t('book.saved', { name: saved.fileName }) })
  }

  return (
    <>
      <Button onClick={() => void save()}>{t('book.save')}</Button>
      <ProgressDialog title={t('book.save')} progress={progress} />
      {error !== null && <ErrorNotice error={error} />}
    </>
  )
}
