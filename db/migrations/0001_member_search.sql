-- What members are found by; holds no text of its own. The categories take characters newer than the tokenizer's
-- tables (rare name characters) for letters.
CREATE VIRTUAL TABLE member_search USING fts5(
  name,
  pinyin,
  initials,
  id_tail,
  phone,
  content='',
  contentless_delete=1,
  detail=column,
  tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* Co Cn'"
);
-- Rows of the index to be made anew at the end of the write: one by one they would cost several times as much.
CREATE TABLE member_search_pending (search_id INTEGER PRIMARY KEY) STRICT;
