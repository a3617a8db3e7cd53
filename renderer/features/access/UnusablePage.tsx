export function UnusablePage(_props: { readonly reason: string }) {
  return null
}
