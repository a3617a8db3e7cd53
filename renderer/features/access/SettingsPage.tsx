export function SettingsPage(_props: object) {
  return null
}
