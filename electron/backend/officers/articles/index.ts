import { articleQueries } from '../../../../db/queries/officers/articles'
import { memberQueries } from '../../../../db/queries/members'
import { failure } from '../../../../shared/contract/errors'
import { articleIdSchema, newId } from '../../../../shared/model/id'
import { daysOfYear } from '../../../../shared/rules/funds/year'
import { withBranch } from '../../context'

const os = withBranch.officers.articles

/** Articles 投稿, kept for the file and never ranked. */
export const articles = os.router({
  list: os.list.handler(({ context: { db }, input: { year, adoption, search } }) => {
    const span = daysOfYear(year)
    const { list, written, adopted } = articleQueries(db)
    return {
      rows: list.all({ ...span, adoption, search }),
      written: written.get(span) ?? 0,
      adopted: adopted.all(span),
    }
  }),

  save: os.save.handler(({ context: { db }, input: { id, article } }) => {
    const { get, insert, update } = articleQueries(db)
    if (id !== null && get.get(id) === undefined) throw failure('NOT_FOUND')
    if (article.memberId !== null && memberQueries(db).get.get(article.memberId) === undefined) {
      throw failure('NOT_FOUND')
    }
    const saved = { ...article, id: id ?? newId(articleIdSchema) }
    const { batchId } = db.writeBatch({ kind: 'article', title: article.title }, () => {
      if (id === null) insert.run(saved)
      else update.run(saved)
      return { count: 1, result: null }
    })
    return { id: saved.id, batchId }
  }),

  remove: os.remove.handler(({ context: { db }, input: { id } }) => {
    const article = articleQueries(db).get.get(id)
    if (article === undefined) throw failure('NOT_FOUND')
    const { batchId } = db.writeBatch({ kind: 'removal', title: article.title }, () => {
      articleQueries(db).remove.run(id)
      return { count: 1, result: null }
    })
    return { batchId }
  }),
})
