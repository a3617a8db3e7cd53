export function HomePage(_props: object) {
  return null
}
