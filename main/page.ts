// The pages as both doors give them out, the window's own protocol and the hub's HTTP: the same file, with a Content-Security-Policy that lets only our
// own files run and styles carry the nonce of this one answer (SEC4).
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** What is no page has nothing to run: the policy of every other answer. */
export const NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'"

/** The program that reads PDFs in a thread of its own loads decoders of ours (kit/show/pdf), and nothing else. */
const PDF_READER = `${NOTHING_RUNS}; script-src 'self'`

/** The policy of a file that is no page. */
export const policyOf = (file: string): string => (/^pdf-worker[\w-]*\.js$/.test(path.basename(file)) ? PDF_READER : NOTHING_RUNS)

const policy = (nonce: string, connect: "'none'" | "'self'"): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src ${connect}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'none'",
  ].join('; ')

/**
 * One answer with the page in `file`.
 * @param asks the window asks over its bridge alone and may send nothing anywhere; a browser talks to the hub it came from.
 */
export const pageOf = async (file: string, asks: 'bridge' | 'hub'): Promise<{ text: string; policy: string }> => {
  const nonce = randomBytes(16).toString('base64')
  const text = (await readFile(file, 'utf8')).replaceAll('__NONCE__', nonce)
  return { text, policy: policy(nonce, asks === 'bridge' ? "'none'" : "'self'") }
}
