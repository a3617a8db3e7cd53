import type { BranchDatabase } from '../../../../db/branch-database'
import { exchangeQueries, outgoingFileQueries } from '../../../../db/queries/exchange'
import { federationQueries } from '../../../../db/queries/federation'
import type { ExchangeState } from '../../../../shared/contract/federation/exchange'
import { checkNumber } from '../../../../shared/sync/file-codec'
import { withBranch } from '../../context'
import { hubLinkOf } from '../hub-link'
import { acceptInvitation, invitingHub, readInvitation } from './accept-invitation'
import { readAnswer } from './read-answer'
import { writeReport } from './write-report'

const os = withBranch.federation.exchange

async function stateOf(db: BranchDatabase): Promise<ExchangeState> {
  const queries = federationQueries(db)
  const files = exchangeQueries(db)
  const enrolment = queries.enrolment.get()
  if (enrolment === undefined) return { state: 'notEnrolled' }
  const { hubKey, hubRecipient, fileIdentity, hubName, fileCode, address, acknowledgedPosition } = enrolment
  if (hubKey === null || hubRecipient === null || fileIdentity === null) return { state: 'noKeys' }
  const last = files.lastReport.get()
  return {
    state: 'ready',
    hubName,
    checkNumber: await checkNumber(hubKey),
    isConfirmed: fileCode === null,
    isOnLine: address !== '',
    waiting: Math.max(0, (queries.lastPosition.get() ?? 0) - acknowledgedPosition),
    waitingFiles: outgoingFileQueries(db).waiting.all().length,
    open: last === undefined || last.answeredAt !== null ? null : { number: last.number, at: last.at },
  }
}

/** Exchange by file 文件交换. */
export const exchange = os.router({
  state: os.state.handler(({ context }) => stateOf(context.db)),
  invitation: os.invitation.handler(async ({ input: { file } }) => invitingHub(await readInvitation(file))),
  accept: os.accept.handler(async ({ context: { db }, input: { file } }) => {
    await acceptInvitation(db, await readInvitation(file))
    return stateOf(db)
  }),
  write: os.write.handler(({ context: { db, host }, signal }) => writeReport(db, host, signal)),
  read: os.read.handler(({ context: { db }, input: { file } }) => readAnswer(db, file)),
  files: os.files.handler(({ context: { db }, input }) => {
    const { list, count } = exchangeQueries(db)
    const rows = list.all(input).map((row) => ({ ...row, isWhole: row.isWhole === 1 }))
    return { rows, total: count.get() ?? 0 }
  }),
  goOnLine: os.goOnLine.handler(async ({ context: { db }, input: { address } }) => {
    await hubLinkOf(db).goOnLine(address)
    return stateOf(db)
  }),
})
