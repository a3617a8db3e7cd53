import { useLocation, useNavigate } from 'react-router'
import { z } from 'zod'
import { duesReceiptIdSchema, type DuesReceiptId } from '../../../../shared/model/id'
import { useAsOrigin } from '../../../components/use-origin'

const stateSchema = z.object({ receiptIds: z.array(duesReceiptIdSchema) })

/** What the page that prints receipts is opened with. */
function receiptsState(ids: readonly DuesReceiptId[]): z.infer<typeof stateSchema> {
  return { receiptIds: [...ids] }
}

/** Leads to the paper of receipts, from where the way back is to this page. */
export function usePrintReceipts(): (ids: readonly DuesReceiptId[]) => void {
  const navigate = useNavigate()
  const asOrigin = useAsOrigin()
  return (ids) => void navigate('/dues/receipts/print', { state: { ...receiptsState(ids), ...asOrigin } })
}

/** The receipts to print; none where the page was opened by its address alone. */
export function useReceiptIds(): readonly DuesReceiptId[] {
  const parsed = stateSchema.safeParse(useLocation().state)
  return parsed.success ? parsed.data.receiptIds : []
}
