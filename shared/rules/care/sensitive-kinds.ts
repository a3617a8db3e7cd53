import type { CareKind } from '../../model/care-gift'

/** Occasions whose words say something of a person's health or of a death in the family. */
const sensitiveKinds: ReadonlySet<CareKind> = new Set<CareKind>([
  'hospital',
  'seriousIllness',
  'memberDeath',
  'parentDeath',
  'spouseChildDeath',
  'hardship',
])

/** Whether the occasion and the note of a gift are shown only while sensitive data are open. */
export const isSensitiveKind = (kind: CareKind): boolean => sensitiveKinds.has(kind)
