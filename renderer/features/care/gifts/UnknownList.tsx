import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Proposed } from '../../../../shared/contract/care/gifts'
import panel from '../../../components/panel.module.css'

/** Names shown at most. */
const SHOWN = 200

interface UnknownListProps {
  readonly title: string
  readonly members: readonly Pick<Proposed, 'memberId' | 'name'>[]
}

/** Members of whom the record does not tell enough to propose them, each with the way to the record. */
export function UnknownList({ title, members }: UnknownListProps) {
  const { t } = useTranslation('gifts')
  const [isOpen, setOpen] = useState(false)
  if (members.length === 0) return null
  return (
    <Alert
      type="info"
      showIcon
      title={title}
      action={
        <Button size="small" onClick={() => setOpen((before) => !before)}>
          {t(isOpen ? 'proposals.hide' : 'proposals.show')}
        </Button>
      }
      description={
        isOpen && (
          <div className={panel.bar}>
            {members.slice(0, SHOWN).map(({ memberId, name }) => (
              <Link key={memberId} to={`/members/${memberId}`}>
                {name}
              </Link>
            ))}
            {members.length > SHOWN && <span>{t('andMore', { count: members.length - SHOWN })}</span>}
          </div>
        )
      }
    />
  )
}
