import { memberFieldDeclarations, type Member, type MemberField } from '../../../shared/model/member'
import { maskField } from '../../../shared/rules/mask'

/** A member as it may leave the backend. */
export function masked<Fields extends Pick<Member, 'idNumber' | 'phone'>>(member: Fields) {
  return {
    ...member,
    idNumber: member.idNumber === null ? null : maskField('idNumber', member.idNumber),
    phone: member.phone === null ? null : maskField('phone', member.phone),
  }
}

/** Whether a field leaves the backend in clear by a logged reveal only. */
export function isMasked(field: MemberField): boolean {
  return memberFieldDeclarations[field].masked
}
