type Policy = { readonly createHTML: (html: string) => string }
type Factory = { readonly createPolicy: (name: string, rules: { readonly createHTML: (html: string) => string }) => Policy }

const factory = (): Factory | undefined => (globalThis as { readonly trustedTypes?: Factory }).trustedTypes

let policy: Policy | undefined

/**
 * Reads HTML of the portal, the only HTML that comes here. Under Trusted Types by the policy `dvc-form`, which the page has to
 * name (`trusted-types dvc-form`): else this throws.
 */
export const readHtml = (html: string): Document => {
  policy ??= factory()?.createPolicy('dvc-form', { createHTML: (trusted) => trusted })
  return new DOMParser().parseFromString(policy?.createHTML(html) ?? html, 'text/html')
}
