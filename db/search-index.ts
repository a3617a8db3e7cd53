import Database from 'better-sqlite3'
import { asFailure } from './connection'
import type { SearchIndex } from './branch-database'

/** So many members come into the index with the write that touched them; more wait for time between other work. */
const WITH_WRITE = 250
/** Members brought in between two chances for other work of the process. */
const A_STEP = 200

/** The search index over members; triggers mark in `member_search_pending` those whom it does not know as they are. */
export class MemberSearchIndex implements SearchIndex {
  #changes = 0
  #isFilling = false
  readonly #waiting
  readonly #totalChanges

  constructor(private readonly sqlite: Database.Database) {
    this.#waiting = sqlite.prepare<[], number>('SELECT count(*) FROM member_search_pending').pluck()
    this.#totalChanges = sqlite.prepare<[], number>('SELECT total_changes()').pluck()
  }

  /** See `SearchIndex`; what is brought in together with other changes is not told apart from them. */
  get changes(): number {
    return this.#changes
  }

  complete(): void {
    if (this.#count() === 0) return
    try {
      if (this.sqlite.inTransaction) this.#bringIn(-1)
      else this.#bringInAlone(-1)
    } catch (error) {
      throw asFailure(error)
    }
  }

  /** The last act of every write, within its transaction. */
  completeFew(): void {
    const waiting = this.#count()
    if (waiting > 0 && waiting <= WITH_WRITE) this.#bringIn(-1)
  }

  /** Brings in whoever waits, in short transactions between other work; a search that comes earlier does it at once. */
  fill(): void {
    if (this.#isFilling || this.#count() === 0) return
    this.#isFilling = true
    const next = () => {
      this.#isFilling = false
      // A batch in steps fills when it is over; on a full disk the next write or search tries again.
      if (!this.sqlite.open || this.sqlite.inTransaction) return
      try {
        this.#bringInAlone(A_STEP)
      } catch (error) {
        if (error instanceof Database.SqliteError) return
        throw error
      }
      this.fill()
    }
    setImmediate(next).unref()
  }

  /** A migration that changes what the index holds leaves it empty. */
  markAllIfEmpty(): void {
    if (this.sqlite.prepare('SELECT 1 FROM member_search LIMIT 1').get() !== undefined) return
    this.sqlite.exec('INSERT OR IGNORE INTO member_search_pending SELECT search_id FROM member_standing')
  }

  #count(): number {
    return this.#waiting.get() ?? 0
  }

  #bringInAlone(limit: number): void {
    const before = this.#totalChanges.get() ?? 0
    this.sqlite.transaction(() => this.#bringIn(limit)).immediate()
    // Part of it is done at the end of the transaction.
    this.#changes += (this.#totalChanges.get() ?? 0) - before
  }

  /** @param limit -1 for everyone */
  #bringIn(limit: number): void {
    const pending = `SELECT search_id FROM member_search_pending ORDER BY search_id LIMIT ${limit}`
    this.sqlite.exec(`
      DELETE FROM member_search WHERE rowid IN (${pending});
      INSERT INTO member_search (rowid, name, pinyin, initials, numbers, tails, phone)
        SELECT search_id, name_terms(name), pinyin_terms(name, pinyin), initial_terms(name, pinyin),
          number_terms(id_number, staff_number, member_card_number),
          tail_terms(id_number, staff_number, member_card_number), phone_terms(phone)
        FROM member_standing JOIN member ON member.id = member_id WHERE search_id IN (${pending});
      DELETE FROM member_search_pending WHERE search_id IN (${pending});
    `)
  }
}
