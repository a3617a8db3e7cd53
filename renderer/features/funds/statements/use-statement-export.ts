import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client'
import { useProgress } from '../../../components/use-progress'
import { useLanguage } from '../../../i18n/use-language'

type ExportInput = Parameters<typeof client.funds.statements.export>[0]
type Chosen = ExportInput extends infer Input ? (Input extends unknown ? Omit<Input, 'language'> : never) : never

/** Writes a statement, or the audit committee's workbook, and says where it went. */
export function useStatementExport() {
  const { t } = useTranslation('statements')
  const { notification } = App.useApp()
  const [language] = useLanguage()
  const { run, progress, error } = useProgress()

  async function save(chosen: Chosen) {
    const saved = await run((options) => client.funds.statements.export({ ...chosen, language }, options))
    if (saved !== undefined && saved !== null) notification.success({ title: t('exported', { name: saved.fileName }) })
  }

  return { save, progress, error }
}
