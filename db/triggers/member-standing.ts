import { statusByType } from '../status-by-type'

/** Status of a member by the event recorded last, in the order of recording and not of any clock. */
function status(member: string): string {
  return `coalesce((SELECT ${statusByType} FROM membership_event WHERE member_id = ${member}
    ORDER BY rowid DESC LIMIT 1), 'active')`
}

function searchPending(member: string): string {
  return `INSERT OR IGNORE INTO member_search_pending SELECT search_id FROM member_standing WHERE member_id = ${member};`
}

/**
 * What derives `member_standing` from members and their events at once, and marks whom `db/search-index` brings into
 * `member_search`.
 */
export function memberStandingTriggers(): Record<string, string> {
  const refresh = (member: string) => `BEGIN
  UPDATE member_standing SET status = ${status(member)}, updated_at = write_at()
  WHERE member_id = ${member} AND (updated_at IS NOT write_at() OR status IS NOT ${status(member)});
END`
  return {
    member_standing_added: `AFTER INSERT ON member BEGIN
  INSERT INTO member_standing (member_id, status, pinyin, updated_at)
  VALUES (NEW.id, ${status('NEW.id')}, name_pinyin(NEW.name), write_at());
  ${searchPending('NEW.id')}
END`,
    member_standing_touched: `AFTER UPDATE ON member BEGIN
  UPDATE member_standing SET pinyin = name_pinyin(NEW.name), updated_at = write_at() WHERE member_id = NEW.id;
END`,
    member_search_changed: `AFTER UPDATE ON member
WHEN OLD.name IS NOT NEW.name OR OLD.id_number IS NOT NEW.id_number OR OLD.phone IS NOT NEW.phone
  OR OLD.staff_number IS NOT NEW.staff_number OR OLD.member_card_number IS NOT NEW.member_card_number BEGIN
  ${searchPending('NEW.id')}
END`,
    member_standing_removed: `BEFORE DELETE ON member BEGIN
  ${searchPending('OLD.id')}
  DELETE FROM member_standing WHERE member_id = OLD.id;
END`,
    // A record that lives on in another one stands in no list.
    member_merge_hides: `AFTER INSERT ON member_merge BEGIN
  ${searchPending('NEW.member_id')}
  DELETE FROM member_standing WHERE member_id = NEW.member_id;
END`,
    member_merge_shows: `AFTER DELETE ON member_merge BEGIN
  INSERT OR IGNORE INTO member_standing (member_id, status, pinyin, updated_at)
  SELECT id, ${status('OLD.member_id')}, name_pinyin(name), write_at() FROM member WHERE id = OLD.member_id;
  ${searchPending('OLD.member_id')}
END`,
    membership_event_counts: `AFTER INSERT ON membership_event ${refresh('NEW.member_id')}`,
    membership_event_counts_no_more: `AFTER DELETE ON membership_event ${refresh('OLD.member_id')}`,
  }
}
