import { ArrowDownOutlined, ArrowUpOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnitNode, UnitTree } from '../../../shared/contract/organisation'
import type { UnitId } from '../../../shared/model/id'
import { CloseUnitDialog } from './CloseUnitDialog'
import { Officers } from './Officers'
import styles from './organisation.module.css'
import { PlaceMembers } from './PlaceMembers'
import { PostDialog } from './PostDialog'
import { UnitDialog } from './UnitDialog'
import { unitPath } from './unit-path'
import { useUnitActs } from './use-unit-acts'

interface UnitPanelProps {
  readonly tree: UnitTree
  readonly unit: UnitNode
  readonly onSelect: (id: UnitId | null) => void
}

/** A unit: what is known of it, what can be done with it, and its members. */
export function UnitPanel({ tree, unit, onSelect }: UnitPanelProps) {
  const { t } = useTranslation(['organisation', 'common'])
  const [dialog, setDialog] = useState<'edit' | 'group' | 'close' | 'post' | null>(null)
  const acts = useUnitActs(tree.units, unit, () => onSelect(null))
  const close = () => setDialog(null)
  const { active, kept, aliases, foundedOn, closedOn } = unit
  const facts = [
    t(kept > 0 ? 'headsKept' : 'heads', { active, kept }),
    ...(foundedOn === null ? [] : [t('common:labelled', { label: t('foundedOn'), text: foundedOn })]),
    ...(closedOn === null ? [] : [t('closedOn', { date: closedOn })]),
    ...(aliases.length === 0 ? [] : [t('common:labelled', { label: t('aliases'), text: aliases.join(' / ') })]),
  ]
  return (
    <section className={styles.panel} aria-label={unit.name}>
      <div className={styles.panelHead}>
        <h2>{unitPath(tree.units, unit.id)}</h2>
        <div className={styles.bar}>
          <Button
            icon={<ArrowUpOutlined />}
            aria-label={t('moveUp')}
            title={t('moveUp')}
            disabled={acts.isFirst}
            onClick={() => acts.move(-1)}
          />
          <Button
            icon={<ArrowDownOutlined />}
            aria-label={t('moveDown')}
            title={t('moveDown')}
            disabled={acts.isLast}
            onClick={() => acts.move(1)}
          />
          <Button danger onClick={acts.remove}>
            {t('common:remove')}
          </Button>
          {closedOn === null ? (
            <Button onClick={() => setDialog('close')}>{t('close')}</Button>
          ) : (
            <Button onClick={acts.reopen}>{t('reopen')}</Button>
          )}
          {unit.kind === 'branch' && closedOn === null && (
            <Button icon={<PlusOutlined />} onClick={() => setDialog('group')}>
              {t('addGroup')}
            </Button>
          )}
          <Button onClick={() => setDialog('post')}>{t('post.add')}</Button>
          <Button onClick={() => setDialog('edit')}>{t('common:edit')}</Button>
        </div>
      </div>
      <p className={styles.quiet}>{facts.join('　')}</p>
      <Officers officers={unit.officers} />
      <PlaceMembers key={unit.id} unitId={unit.id} />
      {(dialog === 'edit' || dialog === 'group') && (
        <UnitDialog
          unit={dialog === 'edit' ? unit : null}
          parentId={unit.id}
          units={tree.units}
          onSaved={onSelect}
          onClose={close}
        />
      )}
      {dialog === 'close' && <CloseUnitDialog unit={unit} onClose={close} />}
      {dialog === 'post' && <PostDialog unitId={unit.id} onClose={close} />}
    </section>
  )
}
