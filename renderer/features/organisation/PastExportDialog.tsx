import { Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pastRosterExportSchema } from '../../../shared/contract/organisation'
import type { Day } from '../../../shared/model/date'
import { client } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FormField } from '../../components/FormField'
import { ProgressDialog } from '../../components/ProgressDialog'
import { useSave } from '../../components/use-save'
import { useLanguage } from '../../i18n/use-language'
import { ExportColumns } from '../roster/ExportColumns'
import type { ExportColumn } from '../roster/export-columns'

/** The columns of a roster as of a day, to begin with. */
const usual: readonly ExportColumn[] = [
  'name',
  'gender',
  'birthDate',
  'department',
  'unionGroup',
  'staffNumber',
  'joinDate',
  'status',
]

interface PastExportDialogProps {
  readonly day: Day
  readonly onClose: () => void
}

/** Saves the roster of a day as a workbook: which columns, and whether ID and phone numbers stand in clear. */
export function PastExportDialog({ day, onClose }: PastExportDialogProps) {
  const { t } = useTranslation(['organisation', 'roster', 'common'])
  const [language] = useLanguage()
  const [columns, setColumns] = useState(usual)
  const [clear, setClear] = useState(false)
  const [reason, setReason] = useState('')
  const { save, progress, error } = useSave()

  async function saveRoster() {
    const input = pastRosterExportSchema.parse({
      day,
      columns,
      clear: clear ? { clear, reason } : { clear },
      language,
    })
    const saved = await save(
      (options) => client.organisation.exportOn(input, options),
      ({ fileName, rows }) => t('roster:export.saved', { name: fileName, count: rows }),
    )
    if (saved !== null) onClose()
  }

  return (
    <>
      <Modal
        open
        width={820}
        style={{ top: 24 }}
        title={t('past.exportTitle', { day })}
        okText={t('roster:export.save')}
        cancelText={t('common:cancel')}
        okButtonProps={{ disabled: columns.length === 0 || (clear && reason.trim() === '') }}
        onOk={() => void saveRoster()}
        onCancel={onClose}
      >
        <Form layout="vertical">
          <ExportColumns columns={columns} onChange={setColumns} />
          <Form.Item label={t('roster:export.privacy')}>
            <Radio.Group
              value={clear}
              onChange={({ target }) => setClear(target.value === true)}
              options={[
                { value: false, label: t('roster:export.masked') },
                { value: true, label: t('roster:export.clear') },
              ]}
            />
          </Form.Item>
          {clear && (
            <FormField label={t('roster:export.reason')} required hint={t('roster:export.reasonHint')}>
              {(control) => (
                <Input {...control} maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} />
              )}
            </FormField>
          )}
        </Form>
        {error !== null && <ErrorNotice error={error} />}
      </Modal>
      <ProgressDialog title={t('roster:export.saving')} progress={progress} />
    </>
  )
}
