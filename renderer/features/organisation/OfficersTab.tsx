import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf } from '../../../shared/rules/date'
import { OfficerTable } from './OfficerTable'
import styles from './organisation.module.css'
import { PostDialog } from './PostDialog'

/** Whoever holds a post today. */
export function OfficersTab() {
  const { t } = useTranslation('organisation')
  const [isAdding, setAdding] = useState(false)
  return (
    <>
      <div className={styles.tableBar}>
        <Button type="primary" onClick={() => setAdding(true)}>
          {t('post.add')}
        </Button>
      </div>
      <OfficerTable day={dayOf(new Date())} />
      {isAdding && <PostDialog unitId={null} onClose={() => setAdding(false)} />}
    </>
  )
}
