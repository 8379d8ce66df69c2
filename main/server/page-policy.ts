// The Content-Security-Policy of our pages: nothing but our own files runs, styles carry the page's nonce (SEC4).

/** As in the desktop (main/shell/page-policy.ts), but a browser may talk to the hub it came from. */
export const pagePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'none'",
  ].join('; ')
