import type { ErrorTexts } from '../error-texts'

const errors: ErrorTexts = {
  BRANCH_LOCKED: {
    message: 'The union’s record is locked',
    next: 'Enter the password to unlock it',
  },
  BRANCH_EXISTS: {
    message: 'There is a union’s record on this PC already',
    next: 'Open the record that is there',
  },
  PASSPHRASE_WRONG: {
    message: 'The password is not right',
    next: 'Check capital letters and the input method; tries left: {{attemptsLeft}}',
  },
  RECOVERY_CODE_WRONG: {
    message: 'The recovery code is not right',
    next: 'Compare it group by group with the printed code; tries left: {{attemptsLeft}}',
  },
  RECOVERY_CODE_MISTYPED: {
    message: 'The recovery code holds a slip',
    next: 'Compare it group by group with the printed code; this try was not counted',
  },
  TOO_MANY_ATTEMPTS: {
    message: 'Too many wrong tries',
    next: 'Wait {{seconds}} seconds and try again',
  },
  PASSPHRASE_WEAK: {
    message: 'The password is too easy to guess',
    next: 'Choose a longer one, for example several unrelated words',
  },
  PASSPHRASE_SAME: {
    message: 'The passphrase of sensitive data cannot be the one that opens the record',
    next: 'Choose another one',
  },
  SENSITIVE_CLOSED: {
    message: 'Sensitive data is closed',
    next: 'Press “View sensitive data”, enter the passphrase and try again; what you typed is still there',
  },
  SENSITIVE_NOT_SET: {
    message: 'No passphrase was set for sensitive data yet',
    next: 'Press “View sensitive data” to set one',
  },
  SYSTEM_KEY_LOST: {
    message: 'The password remembered on this PC no longer works',
    next: 'Enter the password to open',
  },
  NOT_IN_SAMPLE: {
    message: 'The sample union has no password',
    next: 'Set up your own union first, then choose a password',
  },
  DATABASE_NEWER: {
    message: 'This record was saved by a newer version of the program',
    next: 'Update the program, then open it; the record was not touched',
  },
  DATABASE_DAMAGED: {
    message: 'The record’s file is damaged and cannot be opened',
    next: 'Do not delete the file; ask the technical staff of the union above or restore a backup. The file was not touched',
  },
  DATABASE_IN_USE: {
    message: 'The record is in use by another program',
    next: 'Close the other program and try again',
  },
  DATABASE_ON_NETWORK: {
    message: 'The union’s record cannot lie in a network folder',
    next: 'Move it to a folder on a disk of this PC',
  },
  MIGRATION_FAILED: {
    message: 'Updating the record failed; it is as it was before',
    next: 'Open the program again; if it still fails, ask the technical staff',
  },
  DISK_FULL: {
    message: 'The disk is full; nothing was saved',
    next: 'Free some space and try again',
  },
  BUSY: {
    message: 'A roster is being imported; nothing else can be saved now',
    next: 'Wait until the import is done and try again',
  },
  NOT_FOUND: {
    message: 'This record was not found',
    next: 'It may have been deleted; go back to the list',
  },
  CHANGED_MEANWHILE: {
    message: 'This record has been changed elsewhere',
    next: 'Look at the newest content and edit again',
  },
  MEMBER_INVALID: {
    message: 'Something is filled in wrongly; nothing was saved',
    next: 'Correct the marked fields and save again',
  },
  MEMBER_IN_USE: {
    message: 'Dues or activities refer to this member; the record cannot be deleted',
    next: 'For a member who leaves, record a membership change',
  },
  ID_NUMBER_TAKEN: {
    message: 'Another member has this ID number',
    next: 'Open that member’s record and compare',
  },
  EVENT_NOT_ALLOWED: {
    message: 'The member stands as “$t(fields:status.{{status}})”; “$t(fields:event.{{type}})” cannot follow',
    next: 'Check the order of the membership changes',
  },
  EVENT_NOT_LAST: {
    message: 'Only the latest membership change can be revoked',
    next: 'Revoke the later changes first, then this one',
  },
  DETAIL_INVALID: {
    message: 'Something is not filled in right; nothing was saved',
    next: 'Correct the marked entries and save again',
  },
  CUSTOM_FIELD_EXISTS: {
    message: 'A field of this name exists',
    next: 'Choose another name; a retired field can be restored',
  },
  PHOTO_INVALID: {
    message: 'This photo cannot be used',
    next: 'Choose another JPG or PNG picture',
  },
  BATCH_NOT_UNDOABLE: {
    message: 'This act cannot be undone',
    next: 'It may have been undone already; see the log',
  },
  REASON_MISSING: {
    message: 'The reason is missing',
    next: 'Fill in the reason and go on',
  },
  NOT_CONFIRMED: {
    message: 'Cancelled',
    next: 'Nothing was changed',
  },
  PASSING_FIXED: {
    message: 'What the law requires to be passed on cannot be held back',
    next: 'Nothing was changed',
  },
  UNIT_NAME_TAKEN: {
    message: 'A unit has the name “{{name}}” already, or uses it as another spelling',
    next: 'Choose another name, or move the members there',
  },
  UNIT_HAS_MEMBERS: {
    message: 'It still has members ({{members}}) and cannot be closed',
    next: 'Move them to another sub-branch or group first',
  },
  UNIT_IN_USE: {
    message: 'Members, groups or posts still refer to it, so it cannot be deleted',
    next: 'Close it if it is no longer used; rename it if the name is wrong',
  },
  UNIT_CLOSED: {
    message: 'This sub-branch or group has been closed',
    next: 'Choose another one',
  },
  NOBODY_TO_MOVE: {
    message: 'Everybody chosen belongs there already',
    next: 'Choose another sub-branch or group',
  },
  FILE_EMPTY: {
    message: 'The file is empty',
    next: 'Check whether it is the right file',
  },
  FILE_NOT_A_ROSTER: {
    message: 'No list of members was found in the file',
    next: 'Choose an Excel or CSV file with a column of names',
  },
  FILE_BROKEN: {
    message: 'The file is broken and cannot be read',
    next: 'Open it in Excel or WPS, save a copy and import that',
  },
  FILE_ENCRYPTED: {
    message: 'The file is protected by a password',
    next: 'Open it in Excel or WPS, save a copy without password and import that',
  },
  FILE_TOO_LARGE: {
    message: 'The file is too large; the limit is {{limit}}',
    next: 'Split it and import the parts',
  },
  FILE_NO_ROWS: {
    message: 'There are no members in the sheet',
    next: 'Check that sheet and header row are the right ones',
  },
  FILE_TOO_MANY_COLUMNS: {
    message: 'The sheet has too many columns; the limit is {{limit}}',
    next: 'Delete columns that are not needed and import again',
  },
  FILE_TOO_SLOW: {
    message: 'Reading the file took too long and was stopped',
    next: 'Save a copy with the roster’s sheet only and import that',
  },
  MAPPING_WITHOUT_NAME: {
    message: 'No column is set as the name',
    next: 'Choose the column of names',
  },
  MAPPING_FIELD_TWICE: {
    message: 'Two columns are set as “$t(fields:member.{{field}})”',
    next: 'Keep one and change the other or leave it out',
  },
  NOTHING_TO_IMPORT: {
    message: 'There are no rows to import',
    next: 'Settle the rows with errors or questions first',
  },
  DECISION_NOT_POSSIBLE: {
    message: 'This row cannot be settled that way',
    next: 'Choose another way, or leave the row out',
  },
  ANSWER_NOT_A_VALUE: {
    message: 'This answer is no value of the field',
    next: 'Choose a suggestion, or write it as the field wants it',
  },
  EXPORT_NOT_WRITTEN: {
    message: 'The file was not saved',
    next: 'Check that it is not open elsewhere and that the folder can be written, then try again',
  },
  NOTHING_TO_REPORT: {
    message: 'There is nobody to write',
    next: 'Choose other members, or correct the errors shown first',
  },
  WORKBOOK_NOT_XLSX: {
    message: 'Only a workbook in .xlsx format can be filled in',
    next: 'Open it in Excel or WPS, save it as .xlsx and try again',
  },
  WORKBOOK_WITHOUT_HEADINGS: {
    message: 'The headings of “{{name}}” are not in this workbook',
    next: 'Check that it is the right file, or make a template from it',
  },
  WORKBOOK_TOO_SHORT: {
    message: 'The workbook has room for {{room}} rows, {{rows}} are needed, and formulas below cannot be moved',
    next: 'Insert enough empty rows in the workbook first',
  },
  NO_DUES_RULE: {
    message: 'There is no dues rule for {{month}}',
    next: 'Set the dues rule first',
  },
  DUES_RULE_OVERLAPS: {
    message: 'It overlaps in time with the rule that holds from {{from}}',
    next: 'Change the first or last month so that each month has one rule',
  },
  BASIS_EXISTS: {
    message: '{{members}} members already have a base from {{month}} on',
    next: 'To replace it, tick “Replace” and save again',
  },
  PAY_SHEET_WITHOUT_PAY: {
    message: 'No names with items of pay were found in this file',
    next: 'Check that its headings name the person and items of pay',
  },
  EXEMPTION_ENDS_BEFORE_START: {
    message: 'The last month is before the first one, {{from}}',
    next: 'Enter {{from}} or a later month, or remove the exemption',
  },
  EXEMPTION_OVERLAPS: {
    message: 'It overlaps with the member’s exemption from {{from}} on',
    next: 'Change the months, or settle the other one first',
  },
  DUES_RULE_ENDS_BEFORE_START: {
    message: 'The last month is before the first one, {{from}}',
    next: 'Enter {{from}} or a later month; a rule nobody was charged by can be taken back',
  },
  NOTHING_TO_SAVE: {
    message: 'There is nothing to change',
    next: 'The chosen members are like this already',
  },
  CHARGES_CHANGED: {
    message: 'The list has changed since it was shown; nothing was charged',
    next: 'Check the people and amounts again, then charge',
  },
  NOTHING_TO_CHARGE: {
    message: 'Nobody is to be charged for this month',
    next: 'It may have been charged already; see the month',
  },
  NOTHING_OWED: {
    message: 'None of the chosen members owes dues',
    next: 'To take money in advance, enter an amount',
  },
  PAYMENTS_NOT_ENTERED: {
    message: 'Payments wait to be entered: {{handOvers}} hand-overs and {{lists}} deduction lists are not posted',
    next: 'Post or remove them first, so that nobody is reminded who has paid',
  },
  ALREADY_REVERSED: {
    message: 'This entry has been reversed already',
    next: 'See the dues ledger',
  },
  PAYROLL_POSTED: {
    message: 'This deduction list is posted already',
    next: 'To change it, first take the posting back in the log',
  },
  PAYROLL_NOT_POSTABLE: {
    message: 'This deduction list cannot be posted as it stands',
    next: 'Look at the notes above the list, settle them and post it then',
  },
  REMITTANCE_TOO_LARGE: {
    message: 'This is more than the employer still holds of the list',
    next: 'Check the amount; record money that covers several lists list by list',
  },
  PAYROLL_RECEIVED: {
    message: 'Money of this deduction list was received already, so its posting stays',
    next: 'First take the money received back in the log, then the posting',
  },
  NOTHING_TO_DEDUCT: {
    message: 'There are no dues to deduct from {{from}} to {{until}}',
    next: 'Charge these months first, or choose others',
  },
  NOTHING_TO_DISPUTE: {
    message: 'All the months chosen are disputed already',
    next: 'See them among the disputed dues',
  },
  DAY_IN_FUTURE: {
    message: 'The day is later than today',
    next: 'Check the day',
  },
  MEMBER_LEFT: {
    message: '{{members}} of those chosen are no longer members and can only pay what they still owe',
    next: 'Record no more than what is owed, and give the rest back',
  },
  MORE_THAN_OPEN: {
    message: 'Not that much is open for {{month}}',
    next: 'Check the amount for this month',
  },
  MORE_THAN_CREDIT: {
    message: 'That is more than was paid ahead',
    next: 'Refund at most what was paid ahead',
  },
  PAYMENT_REFUNDED: {
    message: 'What was left of this payment has been refunded, so it cannot be reversed',
    next: 'Reverse that refund first, then this payment',
  },
  NO_RECEIPT_POSSIBLE: {
    message: 'No receipt can be issued for this payment: it has a valid one, or it was reversed',
    next: 'Look it up under Receipts; to issue it anew, void the present one first',
  },
  RECEIPT_VOIDED: {
    message: 'This receipt is void already',
    next: 'Nothing more to do; another receipt can be issued for the payment',
  },
  DECLARED_DIFFERS: {
    message:
      'The cash entered is not what was declared: declared {{declaredCount}} members and {{declaredTotal}} yuan, entered {{count}} members and {{total}} yuan',
    next: 'Check with the collector and correct the list or the declared figures; it can be posted once they agree',
  },
  GIFT_INVALID: {
    message: 'The date or the amount of the gift is not right',
    next: 'Check the date and the amount, then save again',
  },
  GIFT_BOOKED: {
    message: '{{gifts}} of these gifts are in the book, so this cannot be changed',
    next: 'Reverse that spending under Funds › Book first, then change the gift',
  },
  GIFT_PAID_BY_OTHERS: {
    message: 'Some of these gifts were paid by others and are not booked here',
    next: 'Choose only gifts that this union pays, or first say that it does',
  },
  HARDSHIP_FILE_EXISTS: {
    message: 'This member has a hardship file already',
    next: 'Open it and go on there; a closed one can be opened again',
  },
  HARDSHIP_YEAR_EXISTS: {
    message: 'The figures of {{year}} are there already',
    next: 'Open that year, or enter another one',
  },
  HARDSHIP_REASON_MISSING: {
    message: 'The class decided is not the one the figures propose',
    next: 'Write the reason',
  },
  MONTH_CLOSED: {
    message: 'The books of {{month}} are closed; nothing can be dated in that month any more',
    next: 'Book it today, or reopen the month first: Funds, Closing',
  },
  FUND_ENTRY_INVALID: {
    message: 'The entry is incomplete or makes no sense, so nothing was booked',
    next: 'Check the day, amount, category and the members who received it',
  },
  FUND_BEFORE_OPENING: {
    message: 'This account begins with an opening balance on {{day}}; what came before is part of it',
    next: 'Enter {{day}} or a later day',
  },
  FUND_OPENING_EXISTS: {
    message: 'This account has an opening balance already',
    next: 'If it is wrong, reverse it first and book it anew',
  },
  FUND_OPENING_LATE: {
    message: 'Something was booked on {{day}} already, so the opening balance cannot be later',
    next: 'Set its day to {{day}} or earlier',
  },
  ATTACHMENT_INVALID: {
    message: 'Attachments are JPG or PNG pictures or PDF files',
    next: 'Choose another file, or take a photo or save it as PDF first',
  },
  TRANSFER_DONE: {
    message: 'This member has gone over to the other union; this step cannot be undone here',
    next: 'Ask the other union to undo taking the member over, or to request a transfer back',
  },
  TRANSFER_CLOSED: {
    message: 'This transfer request was taken back or is settled; it needs no answer any more',
    next: 'Refresh to see how it stands',
  },
  LATE_EDIT_NOT_POSSIBLE: {
    message: 'This change of the former union does not fit the record as it is now',
    next: 'Make the change by hand, then choose Ignore',
  },
  ANSWER_MISSING: {
    message: 'The answer that the union above asks for is not there yet',
    next: 'Fill in the figure or the text, or choose the file, then send it',
  },
  ANSWER_FILE_INVALID: {
    message:
      'The union above does not take this file: only JPG and PNG pictures, PDF, Excel (.xlsx) and Word (.docx), without macros',
    next: 'Save it as .xlsx, .docx or PDF and choose that file',
  },
  DIRECTIVE_WITHDRAWN: {
    message: 'The union above took this notice back; it needs no answer any more',
    next: 'Look at the other notices',
  },
  INVITATION_INVALID: {
    message: 'This is no whole invitation',
    next: 'Ask the union above for the invitation again and copy it unchanged',
  },
  EXCHANGE_NO_KEYS: {
    message: 'Exchange by USB stick is not possible yet: the server of the union above has not sent its keys',
    next: 'Connect once first; if its server is too old, ask the union above to update it',
  },
  EXCHANGE_NOT_OURS: {
    message: 'This is no exchange file of Gonghui',
    next: 'Choose the answer file from the union above; its name ends in .gonghui',
  },
  EXCHANGE_OTHER_KIND: {
    message: 'This is a report, not an answer',
    next: 'Take the report to the union above; what is read here is the answer file they give you',
  },
  EXCHANGE_NEWER: {
    message: 'This file was written by a newer program and cannot be read here yet',
    next: 'Update Gonghui on this PC and read the file again',
  },
  EXCHANGE_FOREIGN: {
    message: 'This file is not for this PC',
    next: 'Check whether you took the file of another union or PC; ask the union above for the answer made for yours',
  },
  EXCHANGE_DAMAGED: {
    message: 'The file is cut short or was changed; it was not read and nothing has changed',
    next: 'Copy it again from the union above, and eject the stick safely before you take it out',
  },
  EXCHANGE_FORGED: {
    message: 'The file was not written by the union above that is known here; it was not read',
    next: 'Call the union above; if its server was set up anew, connect again or ask for a new invitation',
  },
  EXCHANGE_TOO_LARGE: {
    message: 'The file is larger than {{limit}}',
    next: 'Take the reports you have to the union above and read the answers before you write another; or connect',
  },
  ATTACHMENTS_TOO_MANY: {
    message: 'There are {{limit, number}} attachments already; no more can be added',
    next: 'Remove those not needed, or put several pages into one PDF',
  },
  ATTACHMENT_TOO_LARGE: {
    message: 'The attachment is too large; at most {{limit}}',
    next: 'Make the picture smaller or split it into several files',
  },
  BUDGET_INVALID: {
    message: 'The budget holds an item or amount that makes no sense, so nothing was saved',
    next: 'Check the categories and amounts',
  },
  DESIGN_INVALID: {
    message: 'The rows and columns of this report do not go together',
    next: 'Choose figures, rows and columns again on the left',
  },
  TEMPLATE_NAME_TAKEN: {
    message: 'There is a template named “{{name}}” already',
    next: 'Choose another name',
  },
  SPLIT_INVALID: {
    message: 'The shares are incomplete, so nothing was saved',
    next: 'The shares must be 100% together, and one level must be your union',
  },
  ACTIVITY_SETTLED: {
    message: 'This activity is settled and cannot be changed',
    next: 'Reopen its settlement with a reason under Money first',
  },
  STEP_NOT_ALLOWED: {
    message: 'This step is not possible as the activity stands; nothing was saved',
    next: 'Somebody may have dealt with it already; look at how it stands now',
  },
  NOTHING_TO_REPEAT: {
    message: 'No further day follows from this repetition',
    next: 'Choose a later end or a higher number',
  },
  ACTIVITY_IN_USE: {
    message: 'Spending was booked for this activity, or it has pictures or papers, so it cannot be removed',
    next: 'The accounts stay; call the activity off if it did not take place. Remove its pictures and papers first',
  },
  CLOSING_BLOCKED: {
    message: '{{month}} cannot be closed yet',
    next: 'Settle what the checks before closing point out',
  },
  REOPEN_NOT_LATEST: {
    message: 'Only {{month}}, the month closed last, can be reopened',
    next: 'For an earlier month, reopen one month after the other from {{month}} back',
  },
  LIMIT_OVERLAPS: {
    message: 'A limit for the same item holds at that time: {{region}}, from {{validFrom}}',
    next: 'Change the first day, or let the other limit end the day before',
  },
  REQUEST_STEP_NOT_ALLOWED: {
    message: 'This step cannot follow now',
    next: 'The request has moved on meanwhile. Reload the page to see where it stands.',
  },
  REQUEST_STEP_EARLY: {
    message: 'The day is before the last step of {{day}}',
    next: 'Enter {{day}} or a later day.',
  },
  REQUEST_NOT_CLOSABLE: {
    message: 'It cannot be closed yet: nobody was called back after the reply',
    next: 'Record the call-back first, or say why there is none.',
  },
  CLAIM_NOT_COVERED: {
    message: 'It happened outside the days of the cover',
    next: 'The cover runs from {{from}} to {{until}}. Check the day, or choose the cover that held then.',
  },
  HUB_UNREACHABLE: {
    message: 'The server of the union above cannot be reached',
    next: 'Check the network and the address. You can work on; everything is sent once it can be reached',
  },
  HUB_NOT_TRUSTED: {
    message: 'The server’s certificate is not trusted; nothing was sent',
    next: 'Check address and certificate with the union above',
  },
  HUB_NOT_A_HUB: {
    message: 'This address is not a Gonghui server',
    next: 'Check the address with the union above',
  },
  ENROLMENT_CODE_WRONG: {
    message: 'The code is wrong or used already',
    next: 'Ask the union above for a new code',
  },
  ALREADY_ENROLLED: {
    message: 'The branch is connected already',
    next: 'To change the server, disconnect first',
  },
  CONFLICT_BLOCKED: {
    message: 'Other records still need this one, or its place is taken; nothing was changed',
    next: 'Choose yours instead, or deal with the records that belong to it first',
  },
  CONFLICT_VALUE_INVALID: {
    message: 'This program does not allow the value of the union above; it was not written',
    next: 'Choose yours instead, and tell the union above to correct it',
  },
  NOT_ENROLLED: {
    message: 'Not connected, or the union above has disabled this PC',
    next: 'Connect again with a new code',
  },
  HUB_INCOMPATIBLE: {
    message: 'The server and this program have different versions; nothing was sent',
    next: 'Update the program or ask the union above to update the server; you can work on',
  },
  HUB_REFUSES_COPY: {
    message: 'The server sees another copy of this record sending; sending has stopped',
    next: 'Check whether a copy of the record is open on another PC, and tell the union above',
  },
  ENROLMENT_CODE_FOR_OTHER: {
    message: 'This code was issued for another union',
    next: 'Ask the union above for a code of your own',
  },
  COMMITTEE_STANDING: {
    message: 'A committee stands there already, or its election is being prepared',
    next: 'Open that one to change it, or record first when it ended',
  },
  VOTES_TOO_MANY: {
    message: 'There are more votes than the {{valid}} valid ballots',
    next: 'Check the votes, or correct the valid ballots of the congress first',
  },
  NOBODY_ELECTED: {
    message: 'It is not recorded yet who was elected',
    next: 'Enter the votes of the candidates and tick who was elected',
  },
  ELECTION_TOO_EARLY: {
    message: 'The election would not be later than that of the term before, on {{day}}',
    next: 'Check the day of the election',
  },
  PROVIDER_NAME_TAKEN: {
    message: 'There is a provider called “{{name}}” already',
    next: 'Open that provider to change it, or take another name',
  },
  PROVIDER_IN_USE: {
    message: 'An activity, a check-up or a legal case names this provider, so it cannot be removed',
    next: 'Mark it as no longer asked instead',
  },
  INTERNAL: {
    message: 'Something went wrong in the program; the last act was not completed',
    next: 'Try again; if it still fails, close the program and open it again',
  },
}

export default errors
