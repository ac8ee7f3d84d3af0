/**
 * Narrows what the page may style itself with to the component library's own sheets, and gives the nonce those carry.
 * A policy can only ever be added to, so this holds whatever the host's own policy allows; the page's files are static,
 * which is why the nonce is made here and anew for each window. Why: docs/decisions/0008-style-policy.md.
 */
export function narrowStylePolicy(): string | undefined {
  // The development server writes sheets of its own into the page.
  if (!import.meta.env.PROD) return undefined
  const nonce = crypto.randomUUID()
  const meta = document.createElement('meta')
  meta.httpEquiv = 'Content-Security-Policy'
  meta.content = `style-src 'self' 'nonce-${nonce}'`
  document.head.append(meta)
  return nonce
}
