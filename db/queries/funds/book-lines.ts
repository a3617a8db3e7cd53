/**
 * The lines of both accounts as a table `book_line` to be put before a SELECT: what was booked, and day by day what the
 * dues ledger received. Dues deducted from wages count when the employer pays them over. Dues of before the opening
 * balance of the dues account are part of it, so they do not count again. `effect` is what a line does to the balance,
 * `place` its place among the lines of a day.
 */
export const bookLines = `
WITH dues_money AS (
  SELECT coalesce(booked_on, paid_on) AS "on", 0 - amount AS amount FROM dues_entry
  WHERE paid_on IS NOT NULL AND payroll_list_id IS NULL
  UNION ALL SELECT received_on, amount FROM remittance
), dues_day AS (
  SELECT "on", sum(amount) AS amount, count(*) AS lines FROM dues_money
  WHERE "on" >= coalesce((SELECT max(opening."on") FROM fund_entry AS opening
    WHERE account = 'dues' AND direction = 'opening' AND reverses_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM fund_entry AS later WHERE later.reverses_id = opening.id)), '')
  GROUP BY "on"
), book_line AS (
  SELECT id, account, direction, "on", amount, chart, category, subcategory, voucher_number, summary, counterpart,
    activity_id, form, decision, invoice, sign_off, over_limit_reason, reverses_id, batch_id, note, recorded_at,
    NULL AS lines, CASE direction WHEN 'spending' THEN 0 - amount ELSE amount END AS effect,
    CASE direction WHEN 'opening' THEN 0 ELSE 2 END AS place
  FROM fund_entry
  UNION ALL
  SELECT NULL, 'dues', 'income', "on", amount, NULL, '会费收入', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
    NULL, NULL, NULL, NULL, lines, amount, 1
  FROM dues_day
)`
