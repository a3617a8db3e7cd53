/** What derives `dues_standing` from the ledger; its lines are never edited or deleted. */
export function duesStandingTriggers(): Record<string, string> {
  return {
    dues_standing_counts: `AFTER INSERT ON dues_entry BEGIN
  INSERT INTO dues_standing (member_id, balance) VALUES (NEW.member_id, NEW.amount)
  ON CONFLICT (member_id) DO UPDATE SET balance = balance + excluded.balance;
END`,
  }
}
