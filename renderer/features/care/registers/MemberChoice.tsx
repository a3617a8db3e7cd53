import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberId } from '../../../../shared/model/id'
import panel from '../../../components/panel.module.css'
import { MemberPickerDialog } from '../../activities/MemberPickerDialog'

interface MemberChoiceProps {
  readonly memberIds: readonly MemberId[]
  readonly onChange: (memberIds: readonly MemberId[]) => void
}

/** Chooses many members, and says how many. */
export function MemberChoice({ memberIds, onChange }: MemberChoiceProps) {
  const { t } = useTranslation(['registers', 'common'])
  const [isPicking, setPicking] = useState(false)
  return (
    <div className={panel.bar}>
      <Button onClick={() => setPicking(true)}>{t('chooseMembers')}</Button>
      <span role="status">{memberIds.length > 0 && t('common:people', { count: memberIds.length })}</span>
      {isPicking && (
        <MemberPickerDialog
          title={t('chooseMembers')}
          isBusy={false}
          onPick={(chosen) => {
            onChange([...new Set([...memberIds, ...chosen])])
            setPicking(false)
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </div>
  )
}
