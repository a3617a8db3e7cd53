import { useQueryClient } from '@tanstack/react-query'
import { Alert, Modal, Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ChargePreview } from '../../../../shared/contract/dues/charges'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import { client } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Money } from '../../../components/Money'
import panel from '../../../components/panel.module.css'
import { ProgressDialog } from '../../../components/ProgressDialog'
import { useDates } from '../../../components/use-dates'
import { useProgress } from '../../../components/use-progress'
import { useUndo } from '../../../components/use-undo'
import { formatYuan } from '../../../components/yuan'
import styles from '../dues.module.css'
import { usePeriodText } from './use-period-text'
import type { Ticked } from './use-ticked'

interface ChargeDialogProps {
  readonly preview: ChargePreview
  readonly back: Ticked
  readonly difference: Ticked
  readonly onClose: () => void
}

interface Part {
  readonly part: 'charge' | 'back' | 'difference'
  readonly members: number
  readonly amount: Fen
}

/** Says once more what is about to be charged, with its sum, and does it. */
export function ChargeDialog({ preview, back, difference, onClose }: ChargeDialogProps) {
  const { t } = useTranslation(['charges', 'common'])
  const dates = useDates()
  const periodText = usePeriodText()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const { run, progress, error } = useProgress()
  const { from, until, lists, closed, withoutRule } = preview
  const toCharge = lists.find(({ list }) => list === 'charge')
  const unusual = lists.find(({ list }) => list === 'unusual')
  const parts: Part[] = [
    ...(toCharge === undefined
      ? []
      : [{ part: 'charge' as const, members: toCharge.members, amount: toCharge.amount }]),
    ...(back.memberIds.length === 0
      ? []
      : [{ part: 'back' as const, members: back.memberIds.length, amount: back.amount }]),
    ...(difference.memberIds.length === 0
      ? []
      : [{ part: 'difference' as const, members: difference.memberIds.length, amount: difference.amount }]),
  ]
  const sum = fenSchema.parse(parts.reduce((total, { amount }) => total + amount, 0))

  async function charge() {
    const done = await run((options) =>
      client.dues.charges.run(
        { from, until, back: [...back.memberIds], differences: [...difference.memberIds], expected: sum },
        options,
      ),
    )
    if (done === undefined) return
    back.selection.clear()
    difference.selection.clear()
    onClose()
    offerUndo(t('charged', { count: done.members, amount: formatYuan(done.amount) }), done.batchId)
    await queryClient.invalidateQueries()
  }

  const columns: TableColumnsType<Part> = [
    { title: t('part'), render: (_, { part }) => t(`parts.${part}`) },
    {
      title: t('members'),
      align: 'end',
      width: 120,
      render: (_, { members }) => t('common:people', { count: members }),
    },
    { title: t('amountDue'), align: 'end', width: 160, render: (_, { amount }) => <Money fen={amount} /> },
  ]
  return (
    <Modal
      open
      width={640}
      title={t('confirm', { period: periodText({ from, until }) })}
      okText={t('chargeNow')}
      cancelText={t('common:cancel')}
      confirmLoading={progress !== null}
      onOk={() => void charge()}
      onCancel={onClose}
    >
      <div className={panel.fill}>
        <Table rowKey="part" columns={columns} dataSource={parts} pagination={false} size="small" />
        <p className={styles.example}>{t('sum', { amount: formatYuan(sum) })}</p>
        {withoutRule.length > 0 && (
          <Alert
            type="warning"
            showIcon
            title={t('withoutRule', { months: withoutRule.map(dates.month).join(t('listComma')) })}
          />
        )}
        {closed.length > 0 && (
          <Alert type="info" showIcon title={t('closed', { months: closed.map(dates.month).join(t('listComma')) })} />
        )}
        {unusual !== undefined && (
          <Alert
            type="warning"
            showIcon
            title={t('unusual', { count: unusual.members })}
            description={t('unusualNext')}
          />
        )}
        {error !== null && <ErrorNotice error={error} />}
      </div>
      <ProgressDialog title={t('charging')} progress={progress} />
    </Modal>
  )
}
