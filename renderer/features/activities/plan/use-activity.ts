import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { activityIdSchema } from '../../../../shared/model/id'
import { api } from '../../../client'

/** The activity named in the address of the page. @throws ZodError when the address names none */
export function useActivity() {
  const id = activityIdSchema.parse(useParams()['id'])
  return { id, activity: useQuery(api.activities.plan.get.queryOptions({ input: { id } })) }
}
