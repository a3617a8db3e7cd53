import type { FormPaper, PaperForm } from '../../../model/paper'
import { applicationForm } from './application'
import { dataSheet } from './data-sheet'
import { registrationForm } from './registration'
import type { PaperSubject } from './subject'

export type { PaperSubject, PaperRelative } from './subject'

/** Official names of the papers, which stand on them in Chinese whatever language the screen has. */
export const paperTitles: Readonly<Record<FormPaper, string>> = {
  registration: '工会会员登记表',
  application: '入会申请书',
  dataSheet: '会员个人信息单',
}

/** A paper of a member, page by page the same on screen, on paper and as a Word file. */
export function paperForm(paper: FormPaper, subject: PaperSubject): PaperForm {
  switch (paper) {
    case 'registration':
      return registrationForm(subject)
    case 'application':
      return applicationForm(subject)
    case 'dataSheet':
      return dataSheet(subject)
  }
}
