import type { SyncedTable } from './change'

/** A column as the hub checks it; a text with `refersTo` is the id of a row of that table. */
export interface SyncedColumn {
  readonly kind: 'text' | 'integer'
  readonly required: boolean
  readonly refersTo?: SyncedTable
}

export interface SyncedTableRules {
  readonly columns: Readonly<Record<string, SyncedColumn>>
  /** What may happen to a row after its insertion; ledgers and events are never edited. */
  readonly mayChange: boolean
  readonly mayDisappear: boolean
}

const text: SyncedColumn = { kind: 'text', required: false }
const needed: SyncedColumn = { kind: 'text', required: true }
const integer: SyncedColumn = { kind: 'integer', required: false }
const neededInteger: SyncedColumn = { kind: 'integer', required: true }

function reference(refersTo: SyncedTable, required = true): SyncedColumn {
  return { kind: 'text', required, refersTo }
}

/** Columns of the branch's synced tables; a test holds them against `db/schema`. */
export const tableRules: Readonly<Record<SyncedTable, SyncedTableRules>> = {
  branch: {
    columns: {
      id: needed,
      union_name: needed,
      credit_code: text,
      parent_union: text,
      employer_name: text,
      employer_credit_code: text,
      employer_address: text,
      region: text,
      employer_nature: text,
      economic_type: text,
      industry: text,
      staff_count: integer,
      founded_on: text,
      union_type: text,
      chair_name: text,
      phone: text,
      is_sample: neededInteger,
    },
    mayChange: true,
    mayDisappear: false,
  },
  batch: {
    columns: {
      id: needed,
      kind: needed,
      title: needed,
      count: neededInteger,
      at: needed,
      undoes_id: reference('batch', false),
    },
    mayChange: true,
    mayDisappear: true,
  },
  member: {
    columns: {
      id: needed,
      name: needed,
      gender: text,
      birth_date: text,
      ethnicity: text,
      id_type: text,
      id_number: text,
      id_valid_until: text,
      phone: text,
      education: text,
      degree: text,
      political_status: text,
      household_type: text,
      household_place: text,
      native_place: text,
      birth_place: text,
      employment_status: text,
      employment_form: text,
      skill_level: text,
      job_title: text,
      position: text,
      union_position: text,
      department: text,
      union_group: text,
      employer: text,
      staff_number: text,
      member_card_number: text,
      join_date: text,
      work_start_date: text,
      is_migrant_worker: text,
      is_new_employment: text,
      new_employment_type: text,
      marital_status: text,
      address: text,
      email: text,
      wage: integer,
      specialty: text,
      remark: text,
    },
    mayChange: true,
    mayDisappear: true,
  },
  membership_event: {
    columns: {
      id: needed,
      member_id: reference('member'),
      type: needed,
      date: text,
      reason: text,
      document_number: text,
      decided_on: text,
      other_union: text,
      recorded_at: needed,
    },
    mayChange: false,
    mayDisappear: true,
  },
  identity_document: {
    columns: {
      id: needed,
      member_id: reference('member'),
      type: needed,
      number: needed,
      valid_from: text,
      valid_to: text,
      note: text,
    },
    mayChange: true,
    mayDisappear: true,
  },
  relative: {
    columns: {
      id: needed,
      member_id: reference('member'),
      relation: needed,
      name: needed,
      birth_date: text,
      id_number: text,
      phone: text,
      employer: text,
      political_status: text,
      is_emergency_contact: neededInteger,
      note: text,
    },
    mayChange: true,
    mayDisappear: true,
  },
  honour: {
    columns: {
      id: needed,
      member_id: reference('member'),
      title: needed,
      level: needed,
      awarded_on: text,
      awarded_by: text,
      document_number: text,
      note: text,
    },
    mayChange: true,
    mayDisappear: true,
  },
  custom_field: {
    columns: {
      id: needed,
      name: needed,
      kind: needed,
      choices: needed,
      position: neededInteger,
      is_masked: neededInteger,
      is_retired: neededInteger,
    },
    mayChange: true,
    mayDisappear: true,
  },
  custom_value: {
    columns: { id: needed, member_id: reference('member'), field_id: reference('custom_field'), value: needed },
    mayChange: true,
    mayDisappear: true,
  },
  unit: {
    columns: {
      id: needed,
      parent_id: reference('unit', false),
      kind: needed,
      name: needed,
      aliases: needed,
      position: neededInteger,
      founded_on: text,
      closed_on: text,
    },
    mayChange: true,
    mayDisappear: true,
  },
  post: {
    columns: {
      id: needed,
      member_id: reference('member'),
      unit_id: reference('unit', false),
      title: needed,
      engagement: text,
      term: text,
      held_from: text,
      held_to: text,
      document_number: text,
      note: text,
    },
    mayChange: true,
    mayDisappear: true,
  },
  member_merge: {
    columns: { id: needed, member_id: reference('member'), into_id: reference('member') },
    mayChange: true,
    mayDisappear: true,
  },
  not_same_person: {
    columns: { id: needed, member_id: reference('member'), other_id: reference('member') },
    mayChange: false,
    mayDisappear: true,
  },
  dues_rule: {
    columns: { id: needed, formula: needed, valid_from: needed, decision: text },
    mayChange: true,
    mayDisappear: true,
  },
  dues_entry: {
    columns: {
      id: needed,
      member_id: reference('member'),
      kind: needed,
      amount: neededInteger,
      month: text,
      rule_id: reference('dues_rule', false),
      method: text,
      paid_on: text,
      reverses_id: reference('dues_entry', false),
      batch_id: reference('batch'),
      note: text,
      recorded_at: needed,
    },
    mayChange: false,
    mayDisappear: false,
  },
  activity: {
    columns: {
      id: needed,
      title: needed,
      type: needed,
      starts_on: needed,
      ends_on: needed,
      place: text,
      cost: integer,
      note: text,
    },
    mayChange: true,
    mayDisappear: true,
  },
  participation: {
    columns: { id: needed, activity_id: reference('activity'), member_id: reference('member'), attendance: needed },
    mayChange: true,
    mayDisappear: true,
  },
}
