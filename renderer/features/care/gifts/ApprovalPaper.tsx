import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { GiftLine } from '../../../../shared/contract/care/gifts'
import { careGiftIdSchema } from '../../../../shared/model/id'
import { isSensitiveKind } from '../../../../shared/rules/care/sensitive-kinds'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { PageHeader } from '../../../components/PageHeader'
import { formatYuan } from '../../../components/yuan'
import { SensitiveGate } from '../../access/SensitiveGate'
import { PageSetup } from '../../reports/PageSetup'
import paper from '../../reports/paper.module.css'
import { PaperActions } from '../../reports/PaperActions'
import { useUnionName } from '../../reports/use-union-name'
import styles from './gifts.module.css'

/** The form 会员日常慰问审批表 of one gift, to be signed and stamped. */
export function ApprovalPaper() {
  const { t } = useTranslation('gifts')
  const id = careGiftIdSchema.parse(useParams()['id'])
  const gift = useQuery(api.care.gifts.get.queryOptions({ input: { id } }))
  const title = t('approval.title')
  return (
    <>
      <div className="screen-only">
        <PageHeader
          backTo={`/care/gifts/${id}`}
          title={title}
          actions={
            gift.data !== undefined && (
              <PaperActions paper="giftApproval" count={1} name={`${title} ${gift.data.name}`} landscape={false} />
            )
          }
        />
        {gift.isError && <ErrorNotice error={gift.error} onRetry={() => void gift.refetch()} />}
        {gift.isPending && <Loading />}
        {gift.data !== undefined && isSensitiveKind(gift.data.kind) && <SensitiveGate>{null}</SensitiveGate>}
      </div>
      {gift.data !== undefined && <ApprovalSheet title={title} gift={gift.data} />}
    </>
  )
}

function ApprovalSheet({ title, gift }: { readonly title: string; readonly gift: GiftLine }) {
  const { t } = useTranslation(['gifts', 'fields', 'funds', 'common'])
  const unionName = useUnionName()
  const item = t(`funds:limitItem.${gift.kind}`)
  const opinions = ['group', 'branch', 'union'] as const
  return (
    <article className={`${paper.page} ${styles.approval}`} aria-label={title}>
      <PageSetup landscape={false} margin="0" />
      <h2 className={paper.title}>{title}</h2>
      <p className={paper.head}>
        <span>{unionName}</span>
        <span>{t('approval.unit')}</span>
      </p>
      <table className={`${paper.table} ${styles.wide}`}>
        <tbody>
          <tr>
            <th>{t('fields:member.name')}</th>
            <td>{gift.name}</td>
            <th>{t('fields:member.department')}</th>
            <td>{gift.department}</td>
          </tr>
          <tr>
            <th>{t('kind')}</th>
            <td>{item}</td>
            <th>{t('on')}</th>
            <td>{gift.on}</td>
          </tr>
          <tr>
            <th>{t('form')}</th>
            <td>
              {[t(`funds:form.${gift.form}`), ...(gift.goods === null ? [] : [gift.goods])].join(t('common:dot'))}
            </td>
            <th>{t('amount')}</th>
            <td>{formatYuan(gift.amount)}</td>
          </tr>
          <tr>
            <th>{t('approval.reason')}</th>
            <td colSpan={3}>{[gift.occasion, gift.note].filter((text) => text !== null).join(t('common:dot'))}</td>
          </tr>
          <tr>
            <th>{t('decision')}</th>
            <td colSpan={3}>
              {[gift.decision, gift.overLimitReason].filter((text) => text !== null).join(t('common:dot'))}
            </td>
          </tr>
          {opinions.map((opinion) => (
            <tr key={opinion} className={styles.opinion}>
              <th>{t(`approval.opinion.${opinion}`)}</th>
              <td colSpan={3} className={paper.sign}>
                {t('approval.signHere')}
              </td>
            </tr>
          ))}
          <tr className={styles.opinion}>
            <th>{t('approval.received')}</th>
            <td colSpan={3} className={paper.sign}>
              {t('approval.receivedHere')}
            </td>
          </tr>
        </tbody>
      </table>
    </article>
  )
}
