import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Table, Tag, type TableColumnsType } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import type { HardshipAid, HardshipHead } from '../../../../shared/contract/care/hardship'
import { hardshipFileIdSchema, type HardshipFileId } from '../../../../shared/model/id'
import { SENSITIVE_MASK } from '../../../../shared/sync/sensitive'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { Money } from '../../../components/Money'
import { PageHeader } from '../../../components/PageHeader'
import { Section } from '../../../components/Section'
import { useErrorToast } from '../../../components/use-error-toast'
import { useUndo } from '../../../components/use-undo'
import { formatYuan } from '../../../components/yuan'
import { SensitiveGate } from '../../access/SensitiveGate'
import { useSensitive } from '../../access/use-sensitive'
import { AidDialog } from './AidDialog'
import { CloseDialog } from './CloseDialog'
import { FamilySection } from './FamilySection'
import { FileSection, PapersSection } from './FileSection'
import styles from './hardship.module.css'
import { NotFiledNote } from './NewFileDialog'
import { YearsSection } from './YearsSection'

/** A family's file: what anybody may see, and the rest while sensitive data is open. */
export function HardshipFilePage() {
  const { t } = useTranslation(['hardship', 'common'])
  const id = hardshipFileIdSchema.safeParse(useParams()['id'])
  const head = useQuery({
    ...api.care.hardship.head.queryOptions({ input: { id: id.data ?? hardshipFileIdSchema.parse(ABSENT) } }),
  })
  if (head.isPending) return <Loading />
  if (head.isError) {
    return (
      <>
        <PageHeader title={t('tab')} backTo="/care?tab=hardship" />
        <ErrorNotice error={head.error} />
      </>
    )
  }
  return <FilePage head={head.data} />
}

const ABSENT = '00000000-0000-7000-8000-000000000000'

function FilePage({ head }: { readonly head: HardshipHead }) {
  const { t } = useTranslation(['hardship', 'common'])
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const { isOpen } = useSensitive()
  const [dialog, setDialog] = useState<'aid' | 'close' | null>(null)
  const { id, memberId, name, department } = head
  const reopen = useMutation(
    api.care.hardship.reopen.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('reopened'), batchId)
        return queryClient.invalidateQueries()
      },
      onError: useErrorToast(),
    }),
  )
  return (
    <>
      <PageHeader
        backTo="/care?tab=hardship"
        title={t('fileTitle', { name })}
        note={department ?? undefined}
        actions={
          <>
            {head.closedOn === null ? (
              <Button disabled={!isOpen} onClick={() => setDialog('close')}>
                {t('closeTitle')}
              </Button>
            ) : (
              <Button disabled={!isOpen} loading={reopen.isPending} onClick={() => reopen.mutate({ id })}>
                {t('reopen')}
              </Button>
            )}
            <Button disabled={!isOpen} onClick={() => void navigate(`/care/hardship/${id}/form`)}>
              {t('printForm')}
            </Button>
            <Button type="primary" onClick={() => setDialog('aid')}>
              {t('aid.give')}
            </Button>
          </>
        }
      />
      <NotFiledNote memberId={memberId} />
      <Section title={t('overview')}>
        <dl className={styles.facts}>
          <Fact name={t('member')}>
            <Link to={`/members/${memberId}`}>{name}</Link>
          </Fact>
          <Fact name={t('fileField.kind')}>{t(`kind.${head.kind}`)}</Fact>
          <Fact name={t('fileField.intake')}>{t(`intake.${head.intake}`)}</Fact>
          <Fact name={t('fileField.openedOn')}>{head.openedOn}</Fact>
          <Fact name={t('assessmentField.class')}>
            {head.class === null ? t(head.isDecided ? 'class.none' : 'class.undecided') : t(`class.${head.class}`)}
          </Fact>
          {head.closedOn === null ? (
            <Fact name={t('nextReview')}>
              {head.nextReviewOn ?? t('noYears')} {head.isReviewDue && <Tag color="warning">{t('due')}</Tag>}
            </Fact>
          ) : (
            <Fact name={t('closedOn')}>{head.closedOn}</Fact>
          )}
          {head.isInPublicity && (
            <Fact name={t('part.publicity')}>{t('publicUntil', { day: head.publicUntil ?? '' })}</Fact>
          )}
        </dl>
        {head.years.length > 1 && (
          <p>
            {t('classes')}{' '}
            {head.years
              .map((year) =>
                t('classOfYear', {
                  year: year.year,
                  name: t(year.decidedOn === null ? 'class.undecided' : `class.${year.class ?? 'none'}`),
                }),
              )
              .join(t('separator'))}
          </p>
        )}
      </Section>
      <SensitiveGate masked={<Masked />}>
        <OpenFile id={id} />
      </SensitiveGate>
      <AidSection given={head.given} total={head.aid} />
      {dialog === 'aid' && <AidDialog file={head} onClose={() => setDialog(null)} />}
      {dialog === 'close' && <CloseDialog id={id} onClose={() => setDialog(null)} />}
    </>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const hidden = ['years', 'family', 'fileData', 'papers'] as const

/** What is there and not told. */
function Masked() {
  const { t } = useTranslation('hardship')
  return (
    <Section title={t('maskedTitle')}>
      <dl className={styles.facts}>
        {hidden.map((part) => (
          <Fact key={part} name={t(part)}>
            {SENSITIVE_MASK}
          </Fact>
        ))}
      </dl>
    </Section>
  )
}

function OpenFile({ id }: { readonly id: HardshipFileId }) {
  const detail = useQuery(api.care.hardship.get.queryOptions({ input: { id } }))
  if (detail.isPending) return <Loading />
  if (detail.isError) return <ErrorNotice error={detail.error} onRetry={() => void detail.refetch()} />
  return (
    <>
      <YearsSection detail={detail.data} />
      <FamilySection detail={detail.data} />
      <FileSection detail={detail.data} />
      <PapersSection detail={detail.data} />
    </>
  )
}

interface AidSectionProps {
  readonly given: readonly HardshipAid[]
  readonly total: HardshipHead['aid']
}

function AidSection({ given, total }: AidSectionProps) {
  const { t } = useTranslation(['hardship', 'funds'])
  const columns: TableColumnsType<HardshipAid> = [
    { title: t('aid.on'), width: 130, render: (_, { id, on }) => <Link to={`/care/gifts/${id}`}>{on}</Link> },
    { title: t('aid.kind'), render: (_, { aidKind }) => aidKind !== null && t(`aidKind.${aidKind}`) },
    { title: t('aid.form'), render: (_, { form }) => t(`funds:form.${form}`) },
    { title: t('aid.amount'), align: 'right', render: (_, { amount }) => <Money fen={amount} /> },
  ]
  return (
    <Section title={t('aid.list', { total: formatYuan(total) })}>
      {given.length === 0 ? (
        <EmptyState title={t('aid.none')} />
      ) : (
        <Table
          size="small"
          rowKey="id"
          columns={columns}
          dataSource={[...given]}
          pagination={false}
          scroll={{ x: 500 }}
        />
      )}
    </Section>
  )
}
