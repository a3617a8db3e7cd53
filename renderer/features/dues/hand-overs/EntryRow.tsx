import { Button, type InputRef, type RefSelectProps } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PayingMember } from '../../../../shared/contract/dues/hand-overs'
import { MoneyInput } from '../../../components/MoneyInput'
import panel from '../../../components/panel.module.css'
import { formatYuan, parseYuan, yuanText } from '../../../components/yuan'
import styles from './hand-overs.module.css'
import { MemberPick } from './MemberPick'

interface EntryRowProps {
  readonly onAdd: (member: PayingMember, amount: string) => void
  /** Several lines were pasted where a name is typed. */
  readonly onPaste: (text: string) => void
  readonly action: ReactNode
}

/** The line on which the next payment is typed: a member, the amount, Enter. */
export function EntryRow({ onAdd, onPaste, action }: EntryRowProps) {
  const { t } = useTranslation('handOvers')
  const picker = useRef<RefSelectProps>(null)
  const amountInput = useRef<InputRef>(null)
  const [member, setMember] = useState<PayingMember | null>(null)
  const [amount, setAmount] = useState('')
  const [tried, setTried] = useState(false)
  /** Another one for each payment, so that the search begins anew. */
  const [turn, setTurn] = useState(0)
  const paid = parseYuan(amount)
  const isWrong = tried && (paid === null || paid <= 0)

  function choose(chosen: PayingMember) {
    setMember(chosen)
    setAmount(chosen.owed > 0 ? yuanText(chosen.owed) : '')
    setTried(false)
    // Once the amount stands there it is marked, so that typing replaces it.
    setTimeout(() => amountInput.current?.focus({ cursor: 'all' }))
  }

  function add() {
    setTried(true)
    if (member === null || paid === null || paid <= 0) return
    onAdd(member, amount)
    setMember(null)
    setAmount('')
    setTried(false)
    setTurn(turn + 1)
    setTimeout(() => picker.current?.focus())
  }

  return (
    <form
      className={styles.entry}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
      onPaste={(event) => {
        const text = event.clipboardData.getData('text/plain')
        if (!/[\t\r\n]./.test(text.trim())) return
        event.preventDefault()
        onPaste(text)
      }}
    >
      <div className={styles.who}>
        <MemberPick key={turn} ref={picker} label={t('sheet.member')} value={member} onChange={choose} />
      </div>
      <div className={styles.amount}>
        <MoneyInput
          ref={amountInput}
          aria-label={t('sheet.amount')}
          value={amount}
          status={isWrong ? 'error' : ''}
          onChange={setAmount}
        />
      </div>
      <Button htmlType="submit" disabled={member === null}>
        {t('sheet.add')}
      </Button>
      {member !== null && (
        <span className={panel.quiet}>
          {member.owed > 0 ? t('sheet.owes', { amount: formatYuan(member.owed) }) : t('sheet.owesNothing')}
        </span>
      )}
      <span className={styles.end}>{action}</span>
    </form>
  )
}
