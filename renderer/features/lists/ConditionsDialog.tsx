import { PlusOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberCondition } from '../../../shared/contract/members'
import { conditionOf, draftFrom, draftOf } from './condition-draft'
import { ConditionRow } from './ConditionRow'
import styles from './lists.module.css'

interface ConditionsDialogProps {
  readonly conditions: readonly MemberCondition[]
  readonly onShow: (conditions: readonly MemberCondition[]) => void
  readonly onClose: () => void
}

/** Filters the member list by any field of the record; mounted while it is open. */
export function ConditionsDialog({ conditions, onShow, onClose }: ConditionsDialogProps) {
  const { t } = useTranslation(['lists', 'common'])
  const [drafts, setDrafts] = useState(() =>
    (conditions.length === 0 ? [draftOf('gender')] : conditions.map(draftFrom)).map((draft, key) => ({ key, draft })),
  )
  const stated = drafts.map(({ draft }) => conditionOf(draft))
  const complete = stated.filter((condition) => condition !== null)
  const add = () =>
    setDrafts((before) => [...before, { key: (before.at(-1)?.key ?? -1) + 1, draft: draftOf('education') }])

  return (
    <Modal
      open
      width={820}
      title={t('conditionsTitle')}
      okText={t('show')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: complete.length < stated.length }}
      onOk={() => {
        onShow(complete)
        onClose()
      }}
      onCancel={onClose}
    >
      <p className={styles.note}>{t('conditionsNote')}</p>
      {drafts.length === 0 && <p>{t('noConditions')}</p>}
      {drafts.map(({ key, draft }) => (
        <ConditionRow
          key={key}
          draft={draft}
          onChange={(changed) =>
            setDrafts((before) => before.map((other) => (other.key === key ? { key, draft: changed } : other)))
          }
          onRemove={() => setDrafts((before) => before.filter((other) => other.key !== key))}
        />
      ))}
      <Button icon={<PlusOutlined />} onClick={add}>
        {t('addCondition')}
      </Button>
    </Modal>
  )
}
