/** How often what two transactions wait for each other for is tried anew. */
const TRIES = 5

/** What PostgreSQL says of a transaction that it ended so that another one could go on. */
function wasGivenUp(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? error.code : null
  return code === '40P01' || code === '40001' || wasGivenUp(error.cause)
}

/**
 * Does a transaction anew when PostgreSQL gave it up for another one: what a branch sends may go down to other branches,
 * which are locked then, while theirs goes down to it.
 */
export async function whenFree<Result>(act: () => Promise<Result>): Promise<Result> {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await act()
    } catch (error) {
      if (left <= 1 || !wasGivenUp(error)) throw error
    }
  }
}
