import { statusAfter } from '../../shared/rules/membership-status'

const cases = Object.entries(statusAfter).map(([type, status]) => `WHEN '${type}' THEN '${status}'`)

/** SQL of the status that the column `type` of `membership_event` leads to. */
export const statusByType = `CASE type ${cases.join(' ')} END`

/** Status of a member by the event recorded last, in the order of recording and not of any clock. */
function status(member: string): string {
  return `coalesce((SELECT ${statusByType} FROM membership_event WHERE member_id = ${member}
    ORDER BY rowid DESC LIMIT 1), 'active')`
}

const searchTerms = (row: 'NEW') =>
  `name_terms(${row}.name), pinyin_terms(${row}.name), initial_terms(${row}.name), id_terms(${row}.id_number),
    phone_terms(${row}.phone)`

/** What derives `member_standing` and `member_search` from members and their events. */
export function memberStandingTriggers(): Record<string, string> {
  const refresh = (member: string) => `BEGIN
  UPDATE member_standing SET status = ${status(member)}, updated_at = write_at() WHERE member_id = ${member};
END`
  return {
    member_standing_added: `AFTER INSERT ON member BEGIN
  INSERT INTO member_standing (member_id, status, pinyin, updated_at)
  VALUES (NEW.id, 'active', name_pinyin(NEW.name), write_at());
  INSERT INTO member_search (rowid, name, pinyin, initials, id_tail, phone)
  SELECT search_id, ${searchTerms('NEW')} FROM member_standing WHERE member_id = NEW.id;
END`,
    member_standing_touched: `AFTER UPDATE ON member BEGIN
  UPDATE member_standing SET pinyin = name_pinyin(NEW.name), updated_at = write_at() WHERE member_id = NEW.id;
END`,
    member_search_changed: `AFTER UPDATE ON member
WHEN OLD.name IS NOT NEW.name OR OLD.id_number IS NOT NEW.id_number OR OLD.phone IS NOT NEW.phone BEGIN
  UPDATE member_search SET (name, pinyin, initials, id_tail, phone) = (SELECT ${searchTerms('NEW')})
  WHERE rowid = (SELECT search_id FROM member_standing WHERE member_id = NEW.id);
END`,
    member_search_removed: `BEFORE DELETE ON member BEGIN
  DELETE FROM member_search WHERE rowid = (SELECT search_id FROM member_standing WHERE member_id = OLD.id);
  DELETE FROM member_standing WHERE member_id = OLD.id;
END`,
    membership_event_counts: `AFTER INSERT ON membership_event ${refresh('NEW.member_id')}`,
    membership_event_counts_no_more: `AFTER DELETE ON membership_event ${refresh('OLD.member_id')}`,
  }
}
