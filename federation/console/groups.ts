import { accountPages } from './account-pages'
import { auditPages } from './audit-pages'
import { branchPages } from './branch-pages'
import { codePages } from './codes'
import { correctionPages } from './correction-pages'
import { directivePages } from './directive-pages'
import { enrolmentCodePages } from './enrolment-code-pages'
import { exchangePages } from './exchange'
import { keyPages } from './key-pages'
import { levelPages } from './level-pages'
import { ownPages } from './own-pages'
import { parentHubPages } from './parent-hub-pages'
import { sheetPages } from './sheet-pages'
import { treePages } from './tree-pages'
import { treeSheetPages } from './tree-sheet-pages'
import type { PageGroup } from './route'
import { transferPages } from './transfer-pages'

/** Every group of pages; within a section the navigation has them in this order. */
export const groups: readonly PageGroup[] = [
  branchPages,
  levelPages,
  treePages,
  treeSheetPages,
  directivePages,
  correctionPages,
  transferPages,
  codePages,
  exchangePages,
  sheetPages,
  enrolmentCodePages,
  parentHubPages,
  accountPages,
  keyPages,
  auditPages,
  ownPages,
]
