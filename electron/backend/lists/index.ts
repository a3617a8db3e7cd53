import { listQueries, type StoredList } from '../../../db/queries/lists'
import { namedListSchema, type NamedList } from '../../../shared/contract/lists'
import { memberFilterIdSchema, newId } from '../../../shared/model/id'
import { withBranch } from '../context'
import { bulkEdit, previewBulkEdit } from './bulk-edit'

const os = withBranch.lists

/** A stored list; zod reads its filter. */
function readList(stored: StoredList): NamedList {
  const filter: unknown = JSON.parse(stored.filter)
  return namedListSchema.parse({ ...stored, filter })
}

/** Named lists of members, and acting on many of them at once. */
export const lists = os.router({
  all: os.all.handler(({ context }) => listQueries(context.db).all.all().map(readList)),

  save: os.save.handler(({ context: { db }, input: { name, filter } }) => {
    const stored = { id: newId(memberFilterIdSchema), name, filter: JSON.stringify(filter) }
    return readList(db.write(() => listQueries(db).save.get(stored)) ?? stored)
  }),

  remove: os.remove.handler(({ context: { db }, input }) => {
    db.write(() => listQueries(db).remove.run(input.id))
  }),

  previewEdit: os.previewEdit.handler(({ context, input }) => previewBulkEdit(context.db, input)),
  edit: os.edit.handler(({ context, input }) => bulkEdit(context.db, input)),
})
