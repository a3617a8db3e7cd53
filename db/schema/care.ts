import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { fundEntry } from './funds'
import { member } from './members'
import { unit } from './organisation'
import { provider } from './team'

/** What one member was given on one occasion 慰问; amounts in fen. */
export const careGift = sqliteTable(
  'care_gift',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    kind: text('kind').notNull(),
    occasion: text('occasion'),
    on: text('on').notNull(),
    form: text('form').notNull(),
    amount: integer('amount').notNull(),
    goods: text('goods'),
    hardshipFileId: text('hardship_file_id').references(() => hardshipFile.id),
    aidKind: text('aid_kind'),
    fundEntryId: text('fund_entry_id').references(() => fundEntry.id),
    decision: text('decision'),
    overLimitReason: text('over_limit_reason'),
    signedOn: text('signed_on'),
    receivedBy: text('received_by'),
    note: text('note'),
    paidBy: text('paid_by'),
  },
  (table) => [
    index('care_gift_by_member').on(table.memberId, table.on),
    index('care_gift_by_kind').on(table.kind, table.on),
    index('care_gift_by_day').on(table.on),
    index('care_gift_by_entry').on(table.fundEntryId),
  ],
)

export const hardshipFile = sqliteTable(
  'hardship_file',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    kind: text('kind').notNull(),
    openedOn: text('opened_on').notNull(),
    intake: text('intake').notNull().default('new'),
    mainCause: text('main_cause'),
    otherCause: text('other_cause'),
    subsistence: text('subsistence'),
    health: text('health'),
    disability: text('disability'),
    medicalInsurance: text('medical_insurance'),
    /** Fen a month. */
    monthlyIncome: integer('monthly_income'),
    /** Fen a year. */
    otherIncome: integer('other_income'),
    housing: text('housing'),
    floorArea: text('floor_area'),
    address: text('address'),
    postcode: text('postcode'),
    otherContact: text('other_contact'),
    employerState: text('employer_state'),
    isSingleParent: text('is_single_parent'),
    canSelfHelp: text('can_self_help'),
    isZeroEmployment: text('is_zero_employment'),
    livesInTown: text('lives_in_town'),
    employedSince: text('employed_since'),
    bank: text('bank'),
    bankBranch: text('bank_branch'),
    bankAccount: text('bank_account'),
    filedBy: text('filed_by'),
    checkedBy: text('checked_by'),
    enteredBy: text('entered_by'),
    closedOn: text('closed_on'),
    closeReason: text('close_reason'),
    note: text('note'),
  },
  (table) => [index('hardship_file_by_member').on(table.memberId)],
)

export const hardshipPerson = sqliteTable(
  'hardship_person',
  {
    id: text('id').primaryKey(),
    fileId: text('file_id')
      .notNull()
      .references(() => hardshipFile.id),
    name: text('name').notNull(),
    relation: text('relation').notNull(),
    gender: text('gender'),
    ethnicity: text('ethnicity'),
    birthDate: text('birth_date'),
    idNumber: text('id_number'),
    politicalStatus: text('political_status'),
    /** Fen. */
    monthlyIncome: integer('monthly_income'),
    modelWorker: text('model_worker'),
    health: text('health'),
    disability: text('disability'),
    medicalInsurance: text('medical_insurance'),
    maritalStatus: text('marital_status'),
    householdType: text('household_type'),
    phone: text('phone'),
    standing: text('standing'),
    education: text('education'),
    enrolledIn: text('enrolled_in'),
    schoolYears: integer('school_years'),
    place: text('place'),
    employerNature: text('employer_nature'),
    employerState: text('employer_state'),
    industry: text('industry'),
    workState: text('work_state'),
    contractFrom: text('contract_from'),
    contractTerm: text('contract_term'),
    note: text('note'),
  },
  (table) => [index('hardship_person_by_file').on(table.fileId)],
)

/** The figures of a family in one year, in fen, and what was decided. */
export const hardshipAssessment = sqliteTable(
  'hardship_assessment',
  {
    id: text('id').primaryKey(),
    fileId: text('file_id')
      .notNull()
      .references(() => hardshipFile.id),
    on: text('on').notNull(),
    year: text('year').notNull(),
    people: integer('people').notNull(),
    income: integer('income').notNull(),
    rigidSpending: integer('rigid_spending').notNull(),
    accidentCost: integer('accident_cost').notNull(),
    isStricken: integer('is_stricken').notNull().default(0),
    minimumLiving: integer('minimum_living').notNull(),
    /** Null where the thresholds are the branch's own. */
    standard: text('standard'),
    deepPercent: integer('deep_percent').notNull().default(100),
    relativePercent: integer('relative_percent').notNull().default(200),
    accidentPercent: integer('accident_percent').notNull().default(80),
    exclusion: text('exclusion'),
    class: text('class'),
    reason: text('reason'),
    publicFrom: text('public_from'),
    publicUntil: text('public_until'),
    publicPlace: text('public_place'),
    objections: text('objections'),
    partyOpinion: text('party_opinion'),
    partyOpinionOn: text('party_opinion_on'),
    decidedOn: text('decided_on'),
    decision: text('decision'),
    upperOpinion: text('upper_opinion'),
    upperOpinionOn: text('upper_opinion_on'),
    note: text('note'),
  },
  (table) => [uniqueIndex('hardship_assessment_by_year').on(table.fileId, table.year)],
)

/** 诉求. */
export const request = sqliteTable(
  'request',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id').references(() => member.id),
    unitId: text('unit_id').references(() => unit.id),
    kind: text('kind').notNull(),
    topic: text('topic').notNull(),
    urgency: text('urgency').notNull(),
    channel: text('channel').notNull(),
    receivedOn: text('received_on').notNull(),
    title: text('title').notNull(),
    text: text('text').notNull(),
    owner: text('owner'),
    dueOn: text('due_on'),
    isConfidential: integer('is_confidential').notNull(),
    satisfaction: integer('satisfaction'),
  },
  (table) => [
    index('request_by_day').on(table.receivedOn),
    index('request_by_topic').on(table.topic, table.receivedOn),
    index('request_by_member').on(table.memberId),
  ],
)

/** Append-only: what happened to a request. */
export const requestEvent = sqliteTable(
  'request_event',
  {
    id: text('id').primaryKey(),
    requestId: text('request_id')
      .notNull()
      .references(() => request.id),
    kind: text('kind').notNull(),
    on: text('on').notNull(),
    by: text('by'),
    text: text('text'),
    recordedAt: text('recorded_at').notNull(),
  },
  (table) => [index('request_event_by_request').on(table.requestId)],
)

export const legalCase = sqliteTable(
  'legal_case',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    kind: text('kind').notNull(),
    openedOn: text('opened_on').notNull(),
    matter: text('matter').notNull(),
    providerId: text('provider_id').references(() => provider.id),
    handler: text('handler'),
    closedOn: text('closed_on'),
    outcome: text('outcome'),
    cost: integer('cost'),
    note: text('note'),
  },
  (table) => [index('legal_case_by_member').on(table.memberId)],
)

export const mutualAid = sqliteTable(
  'mutual_aid',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    plan: text('plan').notNull(),
    validFrom: text('valid_from').notNull(),
    validUntil: text('valid_until').notNull(),
    premium: integer('premium').notNull(),
    payer: text('payer').notNull(),
    number: text('number'),
    note: text('note'),
  },
  (table) => [index('mutual_aid_by_member').on(table.memberId), index('mutual_aid_by_end').on(table.validUntil)],
)

export const mutualAidClaim = sqliteTable(
  'mutual_aid_claim',
  {
    id: text('id').primaryKey(),
    mutualAidId: text('mutual_aid_id')
      .notNull()
      .references(() => mutualAid.id),
    kind: text('kind').notNull(),
    happenedOn: text('happened_on').notNull(),
    claimedOn: text('claimed_on').notNull(),
    claimed: integer('claimed'),
    paid: integer('paid'),
    paidOn: text('paid_on'),
    refusal: text('refusal'),
    note: text('note'),
  },
  (table) => [index('mutual_aid_claim_by_cover').on(table.mutualAidId)],
)

export const checkup = sqliteTable(
  'checkup',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    on: text('on').notNull(),
    providerId: text('provider_id').references(() => provider.id),
    package: text('package'),
    cost: integer('cost'),
    attendance: text('attendance').notNull(),
    finding: text('finding'),
    followUpOn: text('follow_up_on'),
    note: text('note'),
  },
  (table) => [index('checkup_by_member').on(table.memberId), index('checkup_by_day').on(table.on)],
)
