/** What somebody may do in the console. */
export const rights = [
  'figures', // see the figures of the branches
  'work', // directives, corrections, transfers, code lists, exchange files
  'manage', // codes, devices, retention, keys of the data API
  'accounts', // who may sign in
  'audit', // read who did what
] as const
export type Right = (typeof rights)[number]

/** The roles an account may have, one or several. */
export const roles = {
  administrator: ['figures', 'manage', 'accounts'], // 管理员
  officer: ['figures', 'work'], // 经办
  viewer: ['figures'], // 查看
  auditor: ['audit'], // 审计
} as const satisfies Record<string, readonly Right[]>
export type Role = keyof typeof roles

export const roleNames = ['administrator', 'officer', 'viewer', 'auditor'] as const satisfies readonly Role[]

/** Whoever is signed in. */
export interface Account {
  /** Null for the administrator's key, which belongs to nobody. */
  readonly id: string | null
  readonly name: string
  /** The node of the organisation tree that it sees, with what is below; the hub's own id is the whole tree. */
  readonly node: string
  readonly rights: readonly Right[]
  /** Whether it may see members' records; each use is put down in the audit. */
  readonly seesMembers: boolean
}

export function rightsOf(held: readonly Role[]): Right[] {
  return rights.filter((right) => held.some((role) => roles[role].some((of) => of === right)))
}

export function hasRight(account: Account, right: Right): boolean {
  return account.rights.includes(right)
}
