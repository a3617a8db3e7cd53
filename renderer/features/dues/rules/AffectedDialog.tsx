import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RuleEffect, RuleExample, RuleToPreview } from '../../../../shared/contract/dues/rules'
import type { MemberClass } from '../../../../shared/model/dues-rule'
import type { MemberId } from '../../../../shared/model/id'
import { api } from '../../../client'
import { DataGrid, useRowPages, type GridColumn } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { Money } from '../../../components/Money'
import { useDueText } from '../charges/use-due-text'
import { amountOf } from './amount-of'
import styles from './rules.module.css'

interface AffectedDialogProps {
  readonly rule: RuleToPreview
  readonly memberClass: MemberClass | null
  readonly effect: RuleEffect | null
  readonly onClose: () => void
}

/** Everybody for whom a rule being made changes things in one way. */
export function AffectedDialog({ rule, memberClass, effect, onClose }: AffectedDialogProps) {
  const { t } = useTranslation(['duesRules', 'fields', 'common'])
  const dueText = useDueText()
  const pages = useRowPages<RuleExample>((page) =>
    api.dues.rules.affected.queryOptions({ input: { ...rule, memberClass, effect, ...page } }),
  )
  const columns: GridColumn<RuleExample>[] = [
    { key: 'name', title: t('fields:member.name'), width: 100, render: ({ name }) => name },
    { key: 'department', title: t('fields:member.department'), width: 140, render: ({ department }) => department },
    {
      key: 'before',
      title: t('preview.before'),
      width: 100,
      align: 'end',
      render: ({ before }) => <Money fen={amountOf(before)} />,
    },
    {
      key: 'after',
      title: t('preview.after'),
      width: 100,
      align: 'end',
      render: ({ after }) => <Money fen={amountOf(after)} />,
    },
    {
      key: 'why',
      title: t('preview.why'),
      width: 340,
      render: ({ after }) => <span className="numeric">{dueText(after)}</span>,
    },
  ]
  const count = pages.total ?? 0
  return (
    <Modal
      open
      width={900}
      title={[
        ...(memberClass === null ? [] : [t(`fields:memberClass.${memberClass}`)]),
        effect === null ? t('preview.all', { count }) : t(`effect.${effect}`, { count }),
      ].join(t('text.dot'))}
      footer={null}
      onCancel={onClose}
    >
      <div className={styles.list}>
        <DataGrid<RuleExample, MemberId>
          label={t('preview.effects')}
          columns={columns}
          pages={pages}
          rowId={({ memberId }) => memberId}
          rowName={({ name }) => name}
          empty={<EmptyState title={t('preview.nobodyFound')} />}
        />
      </div>
    </Modal>
  )
}
