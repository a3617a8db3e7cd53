export function LogPage(_props: object) {
  return null
}
