import { App, Form, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberFilterInput, MemberSort } from '../../../shared/contract/members'
import { rosterExportSchema } from '../../../shared/contract/roster'
import { client } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { ProgressDialog } from '../../components/ProgressDialog'
import { useProgress } from '../../components/use-progress'
import { languageNames, languageSchema, type Language } from '../../i18n/language'
import { useLanguage } from '../../i18n/use-language'
import { sheetColumns, type ExportColumn } from './export-columns'
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
  const { notification } = App.useApp()
  const [screenLanguage] = useLanguage()
  const [language, setLanguage] = useState(screenLanguage)
  const [columns, setColumns] = useState<readonly ExportColumn[]>(sheetColumns)
  const [clear, setClear] = useState(false)
  const [reason, setReason] = useState('')
  const { run, progress, error, clearError } = useProgress()

  async function save() {
    const input = rosterExportSchema.parse({
      filter,
      sort,
      columns,
      clear: clear ? { clear, reason } : { clear },
      language,
    })
    const saved = await run((options) => client.roster.export(input, options))
    if (saved === undefined || saved === null) return
    notification.success({ title: t('export.saved', { name: saved.fileName, count: saved.rows }) })
    close()
  }

  function close() {
    clearError()
    setClear(false)
    setReason('')
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
        okButtonProps={{ disabled: columns.length === 0 || (clear && reason.trim() === '') }}
        onOk={() => void save()}
      >
        <Form layout="vertical">
          <ExportColumns columns={columns} onChange={setColumns} />
          <Form.Item label={t('export.privacy')}>
            <Radio.Group
              value={clear}
              onChange={({ target }) => setClear(target.value === true)}
              options={[
                { value: false, label: t('export.masked') },
                { value: true, label: t('export.clear') },
              ]}
            />
          </Form.Item>
          {clear && (
            <Form.Item label={t('export.reason')} required htmlFor="export-reason" extra={t('export.reasonHint')}>
              <Input
                id="export-reason"
                maxLength={200}
                value={reason}
                onChange={({ target }) => setReason(target.value)}
              />
            </Form.Item>
          )}
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
