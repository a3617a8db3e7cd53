export function FirstRunPage(_props: { readonly systemKeyStore: boolean }) {
  return null
}
