import { useQuery, skipToken } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { hardshipAssessmentIdSchema, hardshipFileIdSchema } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { PageHeader } from '../../../components/PageHeader'
import { PageSetup } from '../../reports/PageSetup'
import paper from '../../reports/paper.module.css'
import { PaperActions } from '../../reports/PaperActions'
import { useUnionName } from '../../reports/use-union-name'
import styles from './hardship.module.css'

/** The notice 公示 with the least that it takes: who and which class; no numbers, no illness, no address. */
export function NoticePage() {
  const { t } = useTranslation('hardship')
  const params = useParams()
  const id = hardshipFileIdSchema.safeParse(params['id'])
  const yearId = hardshipAssessmentIdSchema.safeParse(params['year'])
  const [isNameMasked, setNameMasked] = useState(false)
  const head = useQuery(api.care.hardship.head.queryOptions({ input: id.success ? { id: id.data } : skipToken }))
  const unionName = useUnionName()
  if (head.isError) return <ErrorNotice error={head.error} />
  if (head.isPending) return <Loading />
  const { name, department } = head.data
  const year = head.data.years.find((found) => found.id === yearId.data)
  const shown = isNameMasked ? name.slice(0, 1) + '*'.repeat(Math.max(name.length - 1, 1)) : name
  return (
    <>
      <div className="screen-only">
        <PageHeader
          backTo={`/care/hardship/${head.data.id}`}
          title={t('notice.title')}
          note={t('notice.note')}
          actions={<PaperActions paper="hardshipNotice" count={1} name={t('notice.title')} landscape={false} />}
        />
        <Checkbox checked={isNameMasked} onChange={({ target }) => setNameMasked(target.checked)}>
          {t('notice.maskName')}
        </Checkbox>
      </div>
      <article className={`${paper.page ?? ''} ${styles.notice ?? ''}`} aria-label={t('notice.title')}>
        <PageSetup landscape={false} margin="0" />
        <h2 className={paper.title}>{t('notice.title')}</h2>
        <p className={styles.indent}>{t('notice.text')}</p>
        <table className={paper.table}>
          <thead>
            <tr>
              <th>{t('notice.name')}</th>
              <th>{t('notice.department')}</th>
              <th>{t('fileField.kind')}</th>
              <th>{t('notice.class')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td className={paper.label}>{shown}</td>
              <td className={paper.label}>{department}</td>
              <td className={paper.label}>{t(`kind.${head.data.kind}`)}</td>
              <td className={paper.label}>{t(`class.${year?.class ?? 'none'}`)}</td>
            </tr>
          </tbody>
        </table>
        <p className={styles.indent}>
          {t('notice.period', {
            from: year?.publicFrom ?? '',
            until: year?.publicUntil ?? '',
            place: year?.publicPlace ?? '',
          })}
        </p>
        <p className={styles.indent}>{t('notice.objections')}</p>
        <p className={styles.from}>{unionName}</p>
        <p className={styles.from}>{year?.publicFrom ?? dayOf(new Date())}</p>
      </article>
    </>
  )
}
