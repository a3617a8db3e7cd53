import type { BranchDatabase } from '../../../../db/branch-database'
import { providerQueries } from '../../../../db/queries/officers/providers'
import { failure } from '../../../../shared/contract/errors'
import { newId, providerContractIdSchema, providerIdSchema, type ProviderId } from '../../../../shared/model/id'
import type { Provider } from '../../../../shared/model/team'
import { dayOf } from '../../../../shared/rules/date'
import { contractState } from '../../../../shared/rules/officers/contracts'
import { withBranch } from '../../context'
import { providersOf } from './contracts'

const os = withBranch.officers.providers
const today = () => dayOf(new Date())

/** Throws NOT_FOUND. */
function requireProvider(db: BranchDatabase, id: ProviderId): Provider {
  const found = providerQueries(db).get(id)
  if (found === null) throw failure('NOT_FOUND')
  return found
}

/** Outside services 外部服务单位. */
export const providers = os.router({
  list: os.list.handler(({ context }) => providersOf(context.db, today())),

  get: os.get.handler(({ context: { db }, input: { id } }) => {
    const provider = requireProvider(db, id)
    const { contracts, activities, checkups, legalCases } = providerQueries(db)
    return {
      ...provider,
      contracts: contracts.all(id).map((contract) => ({ ...contract, state: contractState(contract, today()) })),
      activities: activities.all(id),
      checkups: checkups.all(id),
      legalCases: legalCases.all(id),
    }
  }),

  save: os.save.handler(({ context: { db }, input: { id, provider } }) => {
    if (id !== null) requireProvider(db, id)
    const { list, insert, update } = providerQueries(db)
    if (list().some((other) => other.id !== id && other.name === provider.name)) {
      throw failure('PROVIDER_NAME_TAKEN', { name: provider.name })
    }
    const saved = { ...provider, id: id ?? newId(providerIdSchema) }
    const { batchId } = db.writeBatch({ kind: 'provider', title: provider.name }, () => {
      if (id === null) insert(saved)
      else update(saved)
      return { count: 1, result: null }
    })
    return { id: saved.id, batchId }
  }),

  remove: os.remove.handler(({ context: { db }, input: { id } }) => {
    const { name } = requireProvider(db, id)
    const { isUsed, removeContracts, remove } = providerQueries(db)
    if (isUsed.get({ id }) === 1) throw failure('PROVIDER_IN_USE')
    const { batchId } = db.writeBatch({ kind: 'removal', title: name }, () => {
      const count = removeContracts.run(id).changes + 1
      remove.run(id)
      return { count, result: null }
    })
    return { batchId }
  }),

  saveContract: os.saveContract.handler(({ context: { db }, input: { id, contract } }) => {
    const { name } = requireProvider(db, contract.providerId)
    const { contract: get, insertContract, updateContract } = providerQueries(db)
    if (id !== null && get.get(id)?.providerId !== contract.providerId) throw failure('NOT_FOUND')
    const { batchId } = db.writeBatch({ kind: 'provider', title: `${name} ${contract.title}` }, () => {
      if (id === null) insertContract.run({ ...contract, id: newId(providerContractIdSchema) })
      else updateContract.run({ ...contract, id })
      return { count: 1, result: null }
    })
    return { batchId }
  }),

  removeContract: os.removeContract.handler(({ context: { db }, input: { id } }) => {
    const { contract: get, removeContract } = providerQueries(db)
    const contract = get.get(id)
    if (contract === undefined) throw failure('NOT_FOUND')
    const { batchId } = db.writeBatch({ kind: 'removal', title: contract.title }, () => {
      removeContract.run(id)
      return { count: 1, result: null }
    })
    return { batchId }
  }),
})
