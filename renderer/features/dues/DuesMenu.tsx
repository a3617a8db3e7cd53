import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberId } from '../../../shared/model/id'
import { SetBasisDialog } from './bases/SetBasisDialog'
import { AddExemptionDialog } from './exemptions/AddExemptionDialog'

interface DuesMenuProps {
  readonly memberIds: readonly MemberId[]
  readonly onSaved: () => void
}

/** What is set of the dues of many members at once. */
export function DuesMenu({ memberIds, onSaved }: DuesMenuProps) {
  const { t } = useTranslation(['dues', 'bases', 'exemptions'])
  const [open, setOpen] = useState<'basis' | 'exemption' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'basis', label: t('bases:set'), onClick: () => setOpen('basis') },
            { key: 'exemption', label: t('exemptions:add'), onClick: () => setOpen('exemption') },
          ],
        }}
      >
        <Button icon={<DownOutlined />} iconPlacement="end">
          {t('title')}
        </Button>
      </Dropdown>
      {open === 'basis' && <SetBasisDialog memberIds={memberIds} onSaved={onSaved} onClose={close} />}
      {open === 'exemption' && <AddExemptionDialog memberIds={memberIds} onSaved={onSaved} onClose={close} />}
    </>
  )
}
