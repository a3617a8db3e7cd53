import type { BranchDatabase } from '../../../../db/branch-database'
import { providerQueries } from '../../../../db/queries/officers/providers'
import type { ProviderSummary } from '../../../../shared/contract/officers/providers'
import type { Day } from '../../../../shared/model/date'
import { addDays } from '../../../../shared/rules/date'
import { ENDING_DAYS } from '../../../../shared/rules/officers/contracts'

/** Contracts about to end that nothing follows, the first to end first. */
export function contractsEnding(db: BranchDatabase, day: Day) {
  return providerQueries(db).ending.all({ today: day, until: addDays(day, ENDING_DAYS) })
}

/** Providers in use first, by name, with how their contracts stand. */
export function providersOf(db: BranchDatabase, day: Day): ProviderSummary[] {
  const { list, allContracts } = providerQueries(db)
  const contracts = allContracts.all()
  const ending = new Set(contractsEnding(db, day).map(({ providerId }) => providerId))
  return list().map((provider) => {
    const own = contracts.filter(({ providerId }) => providerId === provider.id)
    return {
      ...provider,
      contracts: own.length,
      validUntil: own[0]?.validUntil ?? null,
      isEnding: ending.has(provider.id),
    }
  })
}
