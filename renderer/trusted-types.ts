/** The one Trusted Types policy that the page's security policy allows; not yet in TypeScript's own types. */
interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML: (text: string) => string | null }): unknown
}

declare global {
  interface Window {
    readonly trustedTypes: PolicyFactory
  }
}

// Ant Design writes its styles as the inner HTML of style elements. Styles pass; what could make an element does not.
window.trustedTypes.createPolicy('default', { createHTML: (text) => (text.includes('<') ? null : text) })

export {}
