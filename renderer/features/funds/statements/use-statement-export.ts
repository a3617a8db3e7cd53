import { useTranslation } from 'react-i18next'
import { client } from '../../../client'
import { useSave } from '../../../components/use-save'
import { useLanguage } from '../../../i18n/use-language'

type ExportInput = Parameters<typeof client.funds.statements.export>[0]
type Chosen = ExportInput extends infer Input ? (Input extends unknown ? Omit<Input, 'language'> : never) : never

/** Writes a statement, or the audit committee's workbook. */
export function useStatementExport() {
  const { t } = useTranslation('statements')
  const [language] = useLanguage()
  const { save, ...work } = useSave()
  return {
    save: (chosen: Chosen) =>
      save(
        (options) => client.funds.statements.export({ ...chosen, language }, options),
        ({ fileName }) => t('exported', { name: fileName }),
      ),
    ...work,
  }
}
