import type { PassingChoices, PassingKind } from '../../shared/sync/passing'
import type { FigureName } from '../figures/figure'

/** The kind of data that a figure counts, by the first part of its name; others are counted by each hub for itself. */
const kinds: Readonly<Record<string, PassingKind>> = {
  members: 'members',
  incomplete: 'members',
  duesCharged: 'dues',
  duesReceived: 'dues',
  activities: 'activities',
  participations: 'activities',
  directiveAnswers: 'directiveAnswers',
  directiveFigures: 'directiveAnswers',
}

const kindOf = (name: string) => kinds[name.split('.')[0] ?? '']

/** Whether a figure is one that goes on from hub to hub. */
export function isRelayedFigure(name: string): name is FigureName {
  return kindOf(name) !== undefined
}

/** Whether a policy lets a figure go on. */
export function passesFigure(name: string, choices: PassingChoices): boolean {
  const kind = kindOf(name)
  return kind !== undefined && choices[kind] !== 'nothing'
}
