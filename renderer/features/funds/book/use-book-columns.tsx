import { PaperClipOutlined, TeamOutlined } from '@ant-design/icons'
import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BookLine } from '../../../../shared/contract/funds/book'
import type { GridColumn } from '../../../components/data-grid'
import { Money } from '../../../components/Money'
import panel from '../../../components/panel.module.css'
import { useCodeLabel } from '../../../i18n/use-code-label'

/** What tells lines of the book apart. */
export const lineId = (line: BookLine): string => (line.kind === 'dues' ? `dues ${line.on}` : line.id)

const directionOf = (line: BookLine) => (line.kind === 'dues' ? 'income' : line.direction)

/** The columns of the book. */
export function useBookColumns(): readonly GridColumn<BookLine>[] {
  const { t } = useTranslation(['funds', 'common'])
  const codeLabel = useCodeLabel()
  return [
    { key: 'on', title: t('book.on'), width: 105, render: ({ on }) => on },
    {
      key: 'voucher',
      title: t('book.voucher'),
      width: 95,
      align: 'end',
      render: (line) => line.kind === 'entry' && line.voucherNumber,
    },
    {
      key: 'summary',
      title: t('book.summary'),
      width: 190,
      render: (line) =>
        line.kind === 'dues' ? (
          t('book.duesLine', { count: line.lines })
        ) : (
          <>
            {line.reversesId !== null && <Tag color="error">{t('book.reversal')}</Tag>}
            {line.isReversed && <Tag>{t('book.reversed')}</Tag>}
            {line.summary}
          </>
        ),
    },
    {
      key: 'category',
      title: t('book.category'),
      width: 165,
      render: (line) => {
        if (line.kind === 'dues') return codeLabel('会费收入')
        if (line.category === null) return t('direction.opening')
        const { category, subcategory } = line
        return [category, ...(subcategory === null ? [] : [subcategory])].map(codeLabel).join(t('common:dot'))
      },
    },
    {
      key: 'counterpart',
      title: t('book.counterpart'),
      width: 125,
      render: (line) => line.kind === 'entry' && line.counterpart,
    },
    {
      key: 'income',
      title: t('direction.income'),
      width: 105,
      align: 'end',
      render: (line) => directionOf(line) !== 'spending' && <Money fen={line.amount} />,
    },
    {
      key: 'spending',
      title: t('direction.spending'),
      width: 105,
      align: 'end',
      render: (line) => directionOf(line) === 'spending' && <Money fen={line.amount} />,
    },
    {
      key: 'balance',
      title: t('book.balance'),
      width: 115,
      align: 'end',
      render: ({ balance }) => <Money fen={balance} />,
    },
    {
      key: 'with',
      title: t('book.with'),
      width: 95,
      render: (line) =>
        line.kind === 'entry' && (
          <span className={panel.quiet}>
            {line.attachments > 0 && (
              <span title={t('book.attachments', { count: line.attachments })}>
                <PaperClipOutlined /> {line.attachments}{' '}
              </span>
            )}
            {line.members > 0 && (
              <span title={t('book.members', { count: line.members })}>
                <TeamOutlined /> {line.members}
              </span>
            )}
          </span>
        ),
    },
  ]
}
