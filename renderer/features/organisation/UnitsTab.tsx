import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { unitIdSchema, type UnitId } from '../../../shared/model/id'
import { api } from '../../client'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import { Officers } from './Officers'
import styles from './organisation.module.css'
import { PlaceMembers } from './PlaceMembers'
import { PostDialog } from './PostDialog'
import type { Place } from './tree-rows'
import { UnitDialog } from './UnitDialog'
import { UnitPanel } from './UnitPanel'
import { UnitTree } from './UnitTree'

/** The tree at the side and what is chosen in it; the choice is kept in the address of the page. */
export function UnitsTab() {
  const { t } = useTranslation(['organisation', 'common'])
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const [dialog, setDialog] = useState<'branch' | 'post' | null>(null)
  const tree = useQuery(api.organisation.tree.queryOptions())
  if (tree.isPending) return <Loading />
  if (tree.isError) return <ErrorNotice error={tree.error} onRetry={() => void tree.refetch()} />
  const { units, branch, unplaced } = tree.data
  const wanted = params.get('unit')
  const unit = units.find(({ id }) => id === unitIdSchema.safeParse(wanted).data) ?? null
  const selected: Place = unit?.id ?? (wanted === 'unplaced' ? 'unplaced' : 'whole')
  const select = (place: Place) => setParams(place === 'whole' ? {} : { unit: place }, { replace: true })
  const selectUnit = (id: UnitId | null) => select(id ?? 'whole')
  const close = () => setDialog(null)
  const arrange = (primary: boolean) => (
    <Button type={primary ? 'primary' : 'default'} onClick={() => void navigate('/organisation/arrange')}>
      {t(primary ? 'fromDepartments' : 'arrangeLink')}
    </Button>
  )
  const addBranch = (
    <Button icon={<PlusOutlined />} onClick={() => setDialog('branch')}>
      {t('addBranch')}
    </Button>
  )
  const { active, kept } = branch

  return (
    <div className={styles.units}>
      <UnitTree tree={tree.data} selected={selected} onSelect={select} />
      {unit !== null && <UnitPanel key={unit.id} tree={tree.data} unit={unit} onSelect={selectUnit} />}
      {selected === 'unplaced' && (
        <section className={styles.panel} aria-label={t('unplaced')}>
          <div className={styles.panelHead}>
            <h2>{t('unplaced')}</h2>
            {arrange(false)}
          </div>
          <p className={styles.quiet}>{t(unplaced.kept > 0 ? 'headsKept' : 'heads', unplaced)}</p>
          <p>{t('unplacedNote')}</p>
          <PlaceMembers unitId={null} />
        </section>
      )}
      {selected === 'whole' && (
        <section className={styles.panel} aria-label={t('whole')}>
          <div className={styles.panelHead}>
            <h2>{t('whole')}</h2>
            {units.length > 0 && (
              <div className={styles.bar}>
                {arrange(false)}
                <Button onClick={() => setDialog('post')}>{t('post.add')}</Button>
                {addBranch}
              </div>
            )}
          </div>
          <p className={styles.quiet}>{t(kept > 0 ? 'headsKept' : 'heads', { active, kept })}</p>
          <Officers officers={branch.officers} />
          {units.length === 0 ? (
            <EmptyState
              title={t('none')}
              text={t('noneText')}
              action={
                <div className={styles.bar}>
                  {arrange(true)}
                  {addBranch}
                </div>
              }
            />
          ) : (
            <p>{t('wholeNote')}</p>
          )}
        </section>
      )}
      {dialog === 'branch' && (
        <UnitDialog unit={null} parentId={null} units={units} onSaved={selectUnit} onClose={close} />
      )}
      {dialog === 'post' && <PostDialog unitId={null} onClose={close} />}
    </div>
  )
}
