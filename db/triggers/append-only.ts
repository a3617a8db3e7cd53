/** Tables whose lines are neither edited nor deleted; mistakes are corrected by further lines. */
const ledgers = ['change', 'dues_entry', 'remittance', 'fund_entry', 'fund_share', 'month_closing', 'access_event']

/**
 * Keeps ledgers as they were written. Membership events are never edited either, but go away together with a member
 * record made by mistake, when the batch that brought them is undone, and when a person revokes one entered by mistake;
 * the change log keeps them even then. So do the steps of a request, which is removed as a whole.
 */
export function appendOnlyTriggers(): Record<string, string> {
  const refuse = (table: string) => `BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`
  const triggers: Record<string, string> = {
    // Written while a batch in steps is open, it would vanish when that batch is taken back.
    access_event_settled: `BEFORE INSERT ON access_event BEGIN SELECT write_settled(); END`,
    membership_event_kept: `BEFORE UPDATE ON membership_event ${refuse('membership_event')}`,
    membership_event_undeleted: `BEFORE DELETE ON membership_event
WHEN coalesce(write_batch_kind(), '') NOT IN ('undo', 'removal', 'revocation', 'recall', 'settling') ${refuse('membership_event')}`,
    request_event_kept: `BEFORE UPDATE ON request_event ${refuse('request_event')}`,
    request_event_undeleted: `BEFORE DELETE ON request_event
WHEN coalesce(write_batch_kind(), '') NOT IN ('undo', 'removal', 'recall') ${refuse('request_event')}`,
    // Steps of an activity go away with it, or when the batch that took one is undone.
    activity_step_kept: `BEFORE UPDATE ON activity_step ${refuse('activity_step')}`,
    activity_step_undeleted: `BEFORE DELETE ON activity_step
WHEN coalesce(write_batch_kind(), '') NOT IN ('undo', 'removal', 'recall', 'settling') ${refuse('activity_step')}`,
  }
  for (const table of ledgers) {
    triggers[`${table}_kept`] = `BEFORE UPDATE ON ${table} ${refuse(table)}`
    triggers[`${table}_undeleted`] = `BEFORE DELETE ON ${table} ${refuse(table)}`
  }
  return triggers
}
