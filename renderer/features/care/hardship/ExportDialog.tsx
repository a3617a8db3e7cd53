import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HardshipFilter } from '../../../../shared/contract/care/hardship'
import { client } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { useSave } from '../../../components/use-save'
import { useLanguage } from '../../../i18n/use-language'
import { SensitiveGate } from '../../access/SensitiveGate'
import { ClearChoice, clearOf, isSettled, MASKED } from '../../roster/ClearChoice'
import { useClearTexts } from './use-clear-texts'

interface ExportDialogProps {
  readonly filter: HardshipFilter
  readonly onClose: () => void
}

/** Saves the list 汇总表: masked, or in full with a reason. */
export function ExportDialog({ filter, onClose }: ExportDialogProps) {
  const { t } = useTranslation('hardship')
  const texts = useClearTexts()
  const [language] = useLanguage()
  const [draft, setDraft] = useState(MASKED)
  const { save, progress, error } = useSave()

  async function start() {
    const saved = await save(
      (options) => client.care.hardship.export({ filter, clear: clearOf(draft), language }, options),
      ({ fileName, rows }) => t('exported', { name: fileName, count: rows }),
    )
    if (saved !== null) onClose()
  }

  return (
    <Modal
      open
      title={t('export')}
      okText={t('save')}
      okButtonProps={{ disabled: !isSettled(draft) }}
      confirmLoading={progress !== null}
      onOk={() => void start()}
      onCancel={onClose}
    >
      <SensitiveGate>
        <ClearChoice draft={draft} onChange={setDraft} texts={texts} />
      </SensitiveGate>
      {error !== null && <ErrorNotice error={error} />}
    </Modal>
  )
}
