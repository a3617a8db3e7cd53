import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { formPaperSchema, paperSchema } from '../../../shared/model/paper'
import { PageHeader } from '../../components/PageHeader'
import { FormPapers } from './FormPapers'
import { LabelPaper } from './LabelPaper'
import { SignInPaper } from './SignInPaper'

/** A paper to print: of whom, with which settings, as it will come out. */
export function PaperPage() {
  const { t } = useTranslation('reports')
  const { paper: name } = useParams()
  const paper = paperSchema.catch('registration').parse(name)
  const form = formPaperSchema.safeParse(paper)
  return (
    <>
      <div className="screen-only">
        <PageHeader backTo="/reports" title={t(`paper.${paper}`)} note={t(`paperNote.${paper}`)} />
      </div>
      {form.success && <FormPapers key={form.data} paper={form.data} />}
      {paper === 'labels' && <LabelPaper />}
      {paper === 'signIn' && <SignInPaper />}
    </>
  )
}
