-- What members are found by; kept by triggers, holds no text of its own. The categories take characters newer than the
-- tokenizer's tables (rare name characters) for letters.
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
