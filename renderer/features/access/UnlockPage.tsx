export function UnlockPage(_props: { readonly state: { readonly state: 'locked' } }) {
  return null
}
