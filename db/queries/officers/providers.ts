import type { Day } from '../../../shared/model/date'
import type { ActivityId, MemberId, ProviderContractId, ProviderId } from '../../../shared/model/id'
import type { Provider, ProviderContract } from '../../../shared/model/team'
import { perDatabase } from '../../branch-database'

type StoredProvider = Omit<Provider, 'isRetired'> & { readonly isRetired: number }

const providerOf = ({ isRetired, ...row }: StoredProvider): Provider => ({ ...row, isRetired: isRetired === 1 })

const stored = ({ isRetired, ...provider }: Provider): StoredProvider => ({
  ...provider,
  isRetired: isRetired ? 1 : 0,
})

const columns = `id, name, kind, credit_code AS creditCode, contact, phone, address, is_retired AS isRetired, note`

const contractColumns = `provider_contract.id, provider_id AS providerId, title, number, signed_on AS signedOn,
  valid_from AS validFrom, valid_until AS validUntil, amount, provider_contract.note`

/** Prepared statements of outside services and the contracts with them. */
export const providerQueries = perDatabase(({ sqlite }) => {
  const list = sqlite.prepare<[], StoredProvider>(`SELECT ${columns} FROM provider ORDER BY is_retired, name, id`)
  const get = sqlite.prepare<[ProviderId], StoredProvider>(`SELECT ${columns} FROM provider WHERE id = ?`)
  const insert = sqlite.prepare<[StoredProvider]>(
    `INSERT INTO provider (id, name, kind, credit_code, contact, phone, address, is_retired, note)
    VALUES (@id, @name, @kind, @creditCode, @contact, @phone, @address, @isRetired, @note)`,
  )
  const update = sqlite.prepare<[StoredProvider]>(
    `UPDATE provider SET name = @name, kind = @kind, credit_code = @creditCode, contact = @contact, phone = @phone,
      address = @address, is_retired = @isRetired, note = @note WHERE id = @id`,
  )
  return {
    /** Those in use first, by name. */
    list: () => list.all().map(providerOf),
    get: (id: ProviderId): Provider | null => {
      const row = get.get(id)
      return row === undefined ? null : providerOf(row)
    },
    insert: (provider: Provider): void => void insert.run(stored(provider)),
    update: (provider: Provider): void => void update.run(stored(provider)),
    remove: sqlite.prepare<[ProviderId]>('DELETE FROM provider WHERE id = ?'),
    /** Whether something that was done names it. */
    isUsed: sqlite
      .prepare<[{ readonly id: ProviderId }], number>(
        `SELECT EXISTS (SELECT 1 FROM activity WHERE provider_id = @id)
          OR EXISTS (SELECT 1 FROM checkup WHERE provider_id = @id)
          OR EXISTS (SELECT 1 FROM legal_case WHERE provider_id = @id)`,
      )
      .pluck(),

    /** The latest end first. */
    contracts: sqlite.prepare<[ProviderId], ProviderContract>(
      `SELECT ${contractColumns} FROM provider_contract WHERE provider_id = ? ORDER BY valid_until DESC, id DESC`,
    ),
    allContracts: sqlite.prepare<[], ProviderContract>(
      `SELECT ${contractColumns} FROM provider_contract ORDER BY valid_until DESC, id DESC`,
    ),
    contract: sqlite.prepare<[ProviderContractId], ProviderContract>(
      `SELECT ${contractColumns} FROM provider_contract WHERE id = ?`,
    ),
    insertContract: sqlite.prepare<[ProviderContract]>(
      `INSERT INTO provider_contract (id, provider_id, title, number, signed_on, valid_from, valid_until, amount, note)
      VALUES (@id, @providerId, @title, @number, @signedOn, @validFrom, @validUntil, @amount, @note)`,
    ),
    updateContract: sqlite.prepare<[ProviderContract]>(
      `UPDATE provider_contract SET title = @title, number = @number, signed_on = @signedOn, valid_from = @validFrom,
        valid_until = @validUntil, amount = @amount, note = @note WHERE id = @id`,
    ),
    removeContract: sqlite.prepare<[ProviderContractId]>('DELETE FROM provider_contract WHERE id = ?'),
    removeContracts: sqlite.prepare<[ProviderId]>('DELETE FROM provider_contract WHERE provider_id = ?'),
    /**
     * Contracts in force that end within a time, where no other contract of the provider, in use still, holds longer;
     * the first to end first.
     */
    ending: sqlite.prepare<
      [{ readonly today: Day; readonly until: Day }],
      { readonly providerId: ProviderId; readonly name: string; readonly title: string; readonly validUntil: Day }
    >(
      `SELECT provider.id AS providerId, name, title, valid_until AS validUntil FROM provider_contract AS contract
      JOIN provider ON provider.id = provider_id
      WHERE valid_until BETWEEN @today AND @until AND valid_from <= @today AND is_retired = 0
        AND NOT EXISTS (SELECT 1 FROM provider_contract AS other
          WHERE other.provider_id = contract.provider_id AND other.valid_until > contract.valid_until)
      ORDER BY valid_until, contract.id`,
    ),

    /** What it did for the branch, the latest first. */
    activities: sqlite.prepare<
      [ProviderId],
      { readonly id: ActivityId; readonly title: string; readonly startsOn: Day }
    >('SELECT id, title, starts_on AS startsOn FROM activity WHERE provider_id = ? ORDER BY starts_on DESC, id DESC'),
    checkups: sqlite.prepare<[ProviderId], { readonly on: Day; readonly members: number }>(
      'SELECT "on", count(*) AS members FROM checkup WHERE provider_id = ? GROUP BY "on" ORDER BY "on" DESC',
    ),
    legalCases: sqlite.prepare<
      [ProviderId],
      { readonly id: string; readonly memberId: MemberId; readonly name: string; readonly openedOn: Day }
    >(
      `SELECT legal_case.id, member_id AS memberId, member.name AS name, opened_on AS openedOn FROM legal_case
      JOIN member ON member.id = member_id WHERE provider_id = ? ORDER BY opened_on DESC, legal_case.id DESC`,
    ),
  }
})
