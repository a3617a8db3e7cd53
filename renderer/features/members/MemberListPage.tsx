export function MemberListPage(_props: object) {
  return null
}
