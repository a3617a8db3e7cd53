-- Every reading of a name, parts of all numbers. The index is left empty: it is filled when the database is opened.
DROP TABLE member_search;
--> statement-breakpoint
CREATE VIRTUAL TABLE member_search USING fts5(
  name,
  pinyin,
  initials,
  numbers,
  tails,
  phone,
  content='',
  contentless_delete=1,
  detail=column,
  tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* Co Cn'"
);
