import { trainingQueries } from '../../../../db/queries/officers/training'
import type { ActivityType } from '../../../../shared/model/activity'
import { daySchema } from '../../../../shared/model/date'
import { dayOf } from '../../../../shared/rules/date'
import { daysOfYear } from '../../../../shared/rules/funds/year'
import { withBranch } from '../../context'
import { trainedOfficers } from './trained'

const os = withBranch.officers.training

const TYPES: Readonly<Record<'training' | 'volunteering', readonly ActivityType[]>> = {
  training: ['training', 'lecture'],
  volunteering: ['volunteering'],
}
const EVER = { from: daySchema.parse('0001-01-01'), until: daySchema.parse('9999-12-31') }

/** Training 培训 held and attended. */
export const training = os.router({
  list: os.list.handler(({ context, input }) => trainingQueries(context.db).list.all(daysOfYear(input.year))),
  officers: os.officers.handler(({ context, input }) => trainedOfficers(context.db, input.year, dayOf(new Date()))),
  attended: os.attended.handler(({ context, input: { memberId, of, year } }) =>
    trainingQueries(context.db).attended.all({
      memberId,
      types: JSON.stringify(TYPES[of]),
      ...(year === null ? EVER : daysOfYear(year)),
    }),
  ),
})
