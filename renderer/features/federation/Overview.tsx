import type { FederationState } from '../../../shared/contract/federation'
import { DirectiveList } from './DirectiveList'
import { EnrolForm } from './EnrolForm'
import { Enrolment } from './Enrolment'
import { SettingsSection } from './log/SettingsSection'
import styles from './federation.module.css'

/** How the branch stands to the union above, and what that one asks for; the form to enrol where it is not enrolled. */
export function Overview({ state }: { readonly state: FederationState }) {
  if (state.state === 'notEnrolled') return <EnrolForm />
  return (
    <div className={styles.stack}>
      <Enrolment state={state} />
      <DirectiveList />
      {state.address !== '' && <SettingsSection />}
    </div>
  )
}
