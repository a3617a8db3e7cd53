/** One step of the hub's schema. A step that was released is never changed again. */
export interface HubMigration {
  readonly name: string
  readonly sql: string
}

export const hubMigrations: readonly HubMigration[] = [
  {
    name: '0000_start',
    sql: `
CREATE TABLE hub (
  id uuid PRIMARY KEY,
  incarnation uuid NOT NULL
);
CREATE TABLE organisation (
  organisation uuid PRIMARY KEY,
  union_name text NOT NULL,
  credit_code text,
  parent_union text,
  rev bigint NOT NULL DEFAULT 0,
  waiting integer NOT NULL DEFAULT 0,
  enrolled_at timestamptz NOT NULL DEFAULT now(),
  last_contact timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE device (
  organisation uuid NOT NULL REFERENCES organisation,
  device uuid NOT NULL,
  incarnation uuid NOT NULL,
  public_key text NOT NULL,
  enrolled_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz,
  PRIMARY KEY (organisation, device)
);
CREATE TABLE stream (
  organisation uuid NOT NULL,
  stream uuid NOT NULL,
  device uuid NOT NULL,
  head bigint NOT NULL DEFAULT 0,
  head_id uuid,
  counter bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (organisation, stream),
  FOREIGN KEY (organisation, device) REFERENCES device
);
CREATE TABLE enrolment_code (
  organisation uuid NOT NULL,
  code_hash text NOT NULL,
  made_for uuid,
  expires_at timestamptz NOT NULL,
  used_by_key text,
  PRIMARY KEY (organisation, code_hash)
);
CREATE TABLE change (
  organisation uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  stream uuid NOT NULL,
  stream_seq bigint NOT NULL,
  incarnation uuid NOT NULL,
  seq bigint NOT NULL,
  change_set uuid NOT NULL,
  "table" text NOT NULL,
  row_id uuid NOT NULL,
  operation text NOT NULL CHECK (operation IN ('insert', 'update', 'delete')),
  before text NOT NULL,
  after text NOT NULL,
  base uuid,
  actor text NOT NULL,
  at text NOT NULL,
  batch_id uuid,
  hash text NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation, id),
  UNIQUE (organisation, stream, stream_seq)
);
CREATE TABLE receipt (
  organisation uuid NOT NULL,
  change_id uuid NOT NULL,
  outcome jsonb NOT NULL,
  seen_rev bigint NOT NULL,
  PRIMARY KEY (organisation, change_id),
  FOREIGN KEY (organisation, change_id) REFERENCES change
);
CREATE TABLE record (
  organisation uuid NOT NULL REFERENCES organisation,
  "table" text NOT NULL,
  row_id uuid NOT NULL,
  rev bigint NOT NULL,
  deleted boolean NOT NULL,
  deletion jsonb,
  columns jsonb NOT NULL,
  stamps jsonb NOT NULL,
  PRIMARY KEY (organisation, "table", row_id)
);
CREATE INDEX record_event_of_member ON record (organisation, (columns->>'member_id'), rev)
  WHERE "table" = 'membership_event' AND NOT deleted;
CREATE INDEX record_dues_of_month ON record (organisation, (columns->>'month'))
  WHERE "table" = 'dues_entry' AND NOT deleted;
CREATE INDEX record_dues_by_payment ON record (organisation, (columns->>'paid_on'))
  WHERE "table" = 'dues_entry' AND NOT deleted;
`,
  },
  {
    name: '0001_downward',
    sql: `
ALTER TABLE organisation ADD COLUMN downward bigint NOT NULL DEFAULT 0;
CREATE TABLE downward (
  organisation uuid NOT NULL REFERENCES organisation,
  seq bigint NOT NULL,
  kind text NOT NULL,
  body jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation, seq)
);
CREATE TABLE directive (
  organisation uuid NOT NULL,
  directive uuid NOT NULL,
  body jsonb NOT NULL,
  issued_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation, directive)
);
CREATE TABLE directive_recipient (
  organisation uuid NOT NULL REFERENCES organisation,
  directive uuid NOT NULL,
  PRIMARY KEY (organisation, directive)
);
CREATE INDEX receipt_held ON receipt (organisation) WHERE outcome->>'result' = 'held';
CREATE INDEX record_answer_of_directive ON record (organisation, (columns->>'directive_id'))
  WHERE "table" = 'directive_answer' AND NOT deleted;
`,
  },
  {
    name: '0002_console',
    sql: `
CREATE TABLE account (
  organisation uuid NOT NULL,
  account uuid NOT NULL,
  node uuid NOT NULL,
  name text NOT NULL,
  login text NOT NULL,
  password_hash text NOT NULL,
  must_change_password boolean NOT NULL,
  roles jsonb NOT NULL,
  sees_members boolean NOT NULL,
  needs_code boolean NOT NULL,
  totp_secret text,
  totp_step integer NOT NULL DEFAULT 0,
  recovery_hashes jsonb NOT NULL DEFAULT '[]',
  failures integer NOT NULL DEFAULT 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_sign_in timestamptz,
  PRIMARY KEY (organisation, account),
  UNIQUE (organisation, login)
);
CREATE TABLE session (
  organisation uuid NOT NULL,
  token_hash text NOT NULL,
  account uuid,
  is_confirmed boolean NOT NULL,
  browser text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_seen timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation, token_hash)
);
CREATE INDEX session_of_account ON session (organisation, account);
CREATE TABLE audit (
  organisation uuid NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  account uuid,
  by text NOT NULL,
  event text NOT NULL,
  about uuid,
  detail text,
  PRIMARY KEY (organisation, id)
);
CREATE INDEX audit_at ON audit (organisation, at);
CREATE FUNCTION audit_stays() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''The audit is only ever added to''; END';
CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_stays();
`,
  },
  {
    name: '0003_running',
    sql: `
DROP VIEW IF EXISTS member_count, dues_of_month;
DROP INDEX record_dues_of_month;
DROP INDEX record_dues_by_payment;
CREATE TABLE figure (
  organisation uuid NOT NULL REFERENCES organisation,
  name text NOT NULL,
  period text NOT NULL,
  value numeric NOT NULL,
  PRIMARY KEY (organisation, name, period)
);
CREATE TABLE member_standing (
  organisation uuid NOT NULL REFERENCES organisation,
  member uuid NOT NULL,
  is_here boolean NOT NULL,
  status text NOT NULL,
  merges integer NOT NULL,
  lacks text NOT NULL,
  PRIMARY KEY (organisation, member)
);
CREATE TABLE rate_limit (
  key varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);
CREATE INDEX record_present_at_activity ON record (organisation, (columns->>'activity_id'))
  WHERE "table" = 'participation' AND NOT deleted AND columns->>'attendance' = 'present';
`,
  },
  {
    name: '0005_exchange',
    sql: `
ALTER TABLE hub ADD COLUMN signing_key text, ADD COLUMN file_identity text;
ALTER TABLE device ADD COLUMN recipient text;
CREATE TABLE report_file (
  organisation uuid NOT NULL REFERENCES organisation,
  stream uuid NOT NULL,
  number bigint NOT NULL,
  hash text NOT NULL,
  device uuid NOT NULL,
  cursor text,
  earlier jsonb NOT NULL,
  result text NOT NULL,
  entries integer NOT NULL,
  read_at timestamptz NOT NULL DEFAULT now(),
  answered_at timestamptz,
  PRIMARY KEY (organisation, stream, number, hash)
);
CREATE TABLE file_content (
  organisation uuid NOT NULL REFERENCES organisation,
  hash text NOT NULL,
  size integer NOT NULL,
  received integer NOT NULL DEFAULT 0,
  media_type text,
  added_at timestamptz NOT NULL DEFAULT now(),
  complete_at timestamptz,
  PRIMARY KEY (organisation, hash)
);
CREATE TABLE file_piece (
  organisation uuid NOT NULL,
  hash text NOT NULL,
  start integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (organisation, hash, start),
  FOREIGN KEY (organisation, hash) REFERENCES file_content
);
`,
  },
  {
    name: '0008_codes',
    sql: `
ALTER TABLE organisation ADD COLUMN taken bigint NOT NULL DEFAULT 0;
ALTER TABLE record ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
CREATE TABLE issued_version (
  organisation uuid NOT NULL,
  issued uuid NOT NULL,
  version integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('codeList', 'receiverProfile')),
  body jsonb NOT NULL,
  to_all boolean NOT NULL,
  issued_by text NOT NULL,
  issued_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation, issued, version)
);
CREATE TABLE issued_delivery (
  organisation uuid NOT NULL REFERENCES organisation,
  issued uuid NOT NULL,
  version integer NOT NULL,
  seq bigint NOT NULL,
  PRIMARY KEY (organisation, issued)
);
CREATE TABLE api_key (
  organisation uuid NOT NULL,
  api_key uuid NOT NULL,
  name text NOT NULL,
  secret_hash text NOT NULL,
  scopes jsonb NOT NULL,
  node uuid,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  last_used_at timestamptz,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation, api_key),
  UNIQUE (organisation, secret_hash)
);
`,
  },
  {
    name: '0006_corrections',
    sql: `
CREATE TABLE correction (
  organisation uuid NOT NULL REFERENCES organisation,
  correction uuid NOT NULL,
  "by" text NOT NULL,
  reason text NOT NULL,
  account text,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation, correction)
);
UPDATE receipt SET outcome = receipt.outcome || jsonb_build_object('theirsBy', NULL, 'theirsAt', NULL, 'theirs', (
  SELECT CASE WHEN record.deleted THEN NULL ELSE record.columns END FROM change JOIN record
    ON record.organisation = change.organisation AND record."table" = change."table" AND record.row_id = change.row_id
  WHERE change.organisation = receipt.organisation AND change.id = receipt.change_id
)) WHERE receipt.outcome->>'result' = 'conflict';
`,
  },
  {
    name: '0007_transfers',
    sql: `
CREATE TABLE transfer (
  organisation uuid NOT NULL,
  transfer uuid NOT NULL,
  from_organisation uuid NOT NULL,
  member uuid NOT NULL,
  to_organisation uuid,
  to_member uuid,
  state text NOT NULL,
  result jsonb,
  forced jsonb,
  packet jsonb,
  is_past boolean NOT NULL DEFAULT false,
  asked_at timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation, transfer)
);
CREATE INDEX transfer_of_member ON transfer (organisation, from_organisation, member);
CREATE INDEX transfer_to_member ON transfer (organisation, to_organisation, to_member);
CREATE TABLE hub_secret (
  organisation uuid NOT NULL,
  purpose text NOT NULL,
  secret text NOT NULL,
  PRIMARY KEY (organisation, purpose)
);
CREATE TABLE person (
  organisation uuid NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (organisation, hash)
);
CREATE TABLE person_member (
  organisation uuid NOT NULL,
  branch uuid NOT NULL,
  member uuid NOT NULL,
  hash text NOT NULL,
  since text,
  PRIMARY KEY (organisation, branch, member)
);
CREATE INDEX person_member_by_hash ON person_member (organisation, hash);
CREATE TABLE person_duplicate (
  organisation uuid NOT NULL,
  duplicate uuid NOT NULL,
  one_branch uuid NOT NULL,
  one_member uuid NOT NULL,
  other_branch uuid NOT NULL,
  other_member uuid NOT NULL,
  found_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  PRIMARY KEY (organisation, duplicate)
);
CREATE UNIQUE INDEX person_duplicate_open ON person_duplicate
  (organisation, one_branch, one_member, other_branch, other_member) WHERE ended_at IS NULL;
CREATE INDEX person_duplicate_of_other ON person_duplicate (organisation, other_branch, other_member)
  WHERE ended_at IS NULL;
CREATE INDEX record_answer_of_transfer ON record (organisation, (columns->>'transfer_id'))
  WHERE "table" = 'transfer_answer' AND NOT deleted;
`,
  },
  {
    name: '0018_api',
    sql: `
ALTER TABLE member_standing ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
`,
  },
  {
    name: '0012_console',
    sql: `
CREATE INDEX receipt_attention ON receipt (organisation)
  WHERE outcome->>'result' IN ('conflict', 'held', 'rejected');
`,
  },
  {
    name: '0004_tree',
    sql: `
ALTER TABLE organisation ADD COLUMN parent uuid;
ALTER TABLE organisation ADD COLUMN path uuid[];
UPDATE organisation SET path = ARRAY[organisation];
ALTER TABLE organisation ALTER COLUMN path SET NOT NULL;
ALTER TABLE organisation ADD COLUMN kind text NOT NULL DEFAULT 'branch' CHECK (kind IN ('branch', 'union', 'hub'));
ALTER TABLE organisation ADD COLUMN via uuid;
ALTER TABLE organisation ADD COLUMN closed_at timestamptz;
CREATE INDEX organisation_path ON organisation USING gin (path);
ALTER TABLE enrolment_code ADD COLUMN kind text NOT NULL DEFAULT 'branch';
ALTER TABLE enrolment_code ADD COLUMN parent uuid;
ALTER TABLE stream DROP CONSTRAINT stream_organisation_device_fkey;
ALTER TABLE change ADD COLUMN position bigserial;
CREATE INDEX change_by_position ON change (organisation, position);
CREATE TABLE uplink (
  organisation uuid PRIMARY KEY,
  address text NOT NULL,
  device uuid NOT NULL,
  private_key text NOT NULL,
  public_key text NOT NULL,
  hub_id uuid,
  hub_incarnation uuid,
  hub_name text,
  cursor text,
  stream uuid,
  stream_mark text,
  enrolled_at timestamptz,
  last_contact timestamptz,
  problem text,
  leased_by uuid,
  leased_until timestamptz
);
CREATE TABLE passing_policy (
  organisation uuid NOT NULL,
  version integer NOT NULL,
  choices jsonb NOT NULL,
  by text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation, version)
);
CREATE TABLE relay (
  organisation uuid PRIMARY KEY,
  stream uuid,
  head bigint NOT NULL DEFAULT 0,
  head_id uuid,
  position bigint NOT NULL DEFAULT 0,
  node jsonb,
  figures_due boolean NOT NULL DEFAULT true,
  problem text
);
CREATE TABLE relay_again (
  organisation uuid NOT NULL,
  position bigint NOT NULL,
  change_id uuid NOT NULL,
  PRIMARY KEY (organisation, position)
);
CREATE TABLE upper_receipt (
  organisation uuid NOT NULL,
  change_id uuid NOT NULL,
  outcome jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation, change_id)
);
`,
  },
  {
    name: '0020_scope',
    sql: `
ALTER TABLE directive ADD COLUMN issued_for uuid;
UPDATE directive SET issued_for = organisation;
ALTER TABLE directive ALTER COLUMN issued_for SET NOT NULL;
`,
  },
  {
    name: '0027_claims',
    sql: `
CREATE TABLE transfer_claim (
  organisation uuid NOT NULL,
  claim uuid NOT NULL,
  by_organisation uuid NOT NULL,
  from_organisation uuid,
  member uuid,
  state text NOT NULL,
  result jsonb,
  asked_at timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation, claim)
);
`,
  },
  {
    name: '0021_settled',
    sql: `
ALTER TABLE receipt ADD COLUMN settled boolean NOT NULL DEFAULT false;
CREATE INDEX receipt_conflict ON receipt (organisation) WHERE outcome->>'result' = 'conflict' AND NOT settled;
CREATE INDEX change_of_correction ON change (organisation, change_set) WHERE actor <> 'local' AND batch_id IS NULL;
`,
  },
  {
    name: '0028_across',
    sql: `
CREATE TABLE transfer_across (
  organisation uuid NOT NULL,
  transfer uuid NOT NULL,
  from_organisation uuid NOT NULL,
  from_union text,
  question jsonb,
  near jsonb NOT NULL DEFAULT '[]',
  to_organisation uuid,
  to_union text,
  to_member uuid,
  facts jsonb,
  packet jsonb,
  PRIMARY KEY (organisation, transfer)
);
CREATE INDEX transfer_across_to_member ON transfer_across (organisation, to_organisation, to_member);
CREATE TABLE across_message (
  organisation uuid NOT NULL,
  key text NOT NULL,
  seq bigserial,
  message jsonb NOT NULL,
  is_sent boolean NOT NULL DEFAULT false,
  PRIMARY KEY (organisation, key)
);
CREATE INDEX across_message_unsent ON across_message (organisation, seq) WHERE NOT is_sent;
`,
  },
  {
    name: '0029_guests',
    sql: `
ALTER TABLE transfer_across ADD COLUMN request jsonb;
ALTER TABLE transfer_across ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();
`,
  },
]
