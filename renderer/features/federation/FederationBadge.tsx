/** How the branch stands to the hub of the union above, in the header. */
export function FederationBadge() {
  return null
}
