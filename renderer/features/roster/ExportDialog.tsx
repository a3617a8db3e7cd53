import { Form, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberFilterInput, MemberSort } from '../../../shared/contract/members'
import { rosterExportSchema } from '../../../shared/contract/roster'
import { client } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { ProgressDialog } from '../../components/ProgressDialog'
import { useSave } from '../../components/use-save'
import { languageNames, languageSchema, type Language } from '../../i18n/language'
import { useLanguage } from '../../i18n/use-language'
import { ClearChoice, clearOf, isSettled, MASKED } from './ClearChoice'
import { storedExport, storeExport, type Group } from './export-columns'
import { ExportColumns } from './ExportColumns'

interface ExportDialogProps {
  readonly filter: MemberFilterInput
  readonly sort: MemberSort
  /** How many members the filter finds. */
  readonly total: number
  readonly open: boolean
  readonly onClose: () => void
}

/** Saves the members of a filter as a workbook: which columns, and whether ID and phone numbers stand in clear. */
export function ExportDialog({ filter, sort, total, open, onClose }: ExportDialogProps) {
  const { t } = useTranslation(['roster', 'fields', 'common'])
  const [screenLanguage] = useLanguage()
  const [language, setLanguage] = useState(screenLanguage)
  const [columns, setColumns] = useState(() => storedExport().columns)
  const [group, setGroup] = useState(() => storedExport().group)
  const [clear, setClear] = useState(MASKED)
  const { save, progress, error, clearError } = useSave()

  async function saveRoster() {
    const input = rosterExportSchema.parse({
      filter,
      sort,
      columns,
      group,
      clear: clearOf(clear),
      language,
    })
    const saved = await save(
      (options) => client.roster.export(input, options),
      ({ fileName, rows }) => t('export.saved', { name: fileName, count: rows }),
    )
    if (saved === null) return
    storeExport({ columns, group })
    close()
  }

  function close() {
    clearError()
    setClear(MASKED)
    onClose()
  }

  return (
    <>
      <Modal
        open={open}
        width={820}
        style={{ top: 24 }}
        title={t('export.title', { count: total })}
        onCancel={close}
        okText={t('export.save')}
        cancelText={t('common:cancel')}
        okButtonProps={{ disabled: columns.length === 0 || !isSettled(clear) }}
        onOk={() => void saveRoster()}
      >
        <Form layout="vertical">
          <ExportColumns columns={columns} onChange={setColumns} />
          <Form.Item label={t('export.group')} htmlFor="export-group">
            <Select<Group | 'none'>
              id="export-group"
              value={group ?? 'none'}
              onChange={(chosen) => setGroup(chosen === 'none' ? null : chosen)}
              options={[
                { value: 'none', label: t('export.noGroup') },
                { value: 'department', label: t('fields:member.department') },
                { value: 'unionGroup', label: t('fields:member.unionGroup') },
              ]}
            />
          </Form.Item>
          <ClearChoice
            draft={clear}
            onChange={setClear}
            texts={{
              privacy: t('export.privacy'),
              masked: t('export.masked'),
              clear: t('export.clear'),
              reason: t('export.reason'),
              reasonHint: t('export.reasonHint'),
            }}
          />
          <Form.Item label={t('export.language')} htmlFor="export-language">
            <Select<Language>
              id="export-language"
              value={language}
              onChange={setLanguage}
              options={languageSchema.options.map((value) => ({ value, label: languageNames[value] }))}
            />
          </Form.Item>
        </Form>
        {error !== null && <ErrorNotice error={error} />}
      </Modal>
      <ProgressDialog title={t('export.saving')} progress={progress} />
    </>
  )
}
