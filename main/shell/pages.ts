// Serves the renderer's files over app://tradewind, with the policy in the header; nothing outside the folder, whatever the address says (SEC5).
import { protocol } from 'electron'
import { readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import { pageOf, policyOf } from '../page.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/** Must run before the app is ready. */
export const registerScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])

const refused = () => new Response('', { status: 404 })

/** The file an address means, or undefined: decoded once, resolved through links, and inside `folder` afterwards. */
export const fileOf = async (folder: string, address: string): Promise<string | undefined> => {
  try {
    const url = new URL(address)
    if (url.host !== 'tradewind') return undefined
    const wanted = decodeURIComponent(url.pathname)
    if (wanted.includes('\0') || wanted.includes('\\')) return undefined
    const root = await realpath(folder)
    const file = await realpath(path.join(root, wanted === '/' ? 'index.html' : wanted))
    return file.startsWith(root + path.sep) && path.extname(file) in types ? file : undefined
  } catch {
    return undefined // no such file, or an address that cannot be read: both are "not there"
  }
}

/** Every file below `folder` and no other, each with a policy. */
export const servePages = (folder: string): void =>
  protocol.handle('app', async (request) => {
    const file = await fileOf(folder, request.url)
    if (file === undefined) return refused()
    const headers = { 'content-type': types[path.extname(file)]!, 'x-content-type-options': 'nosniff' }
    const { text, policy } = file.endsWith('.html')
      ? await pageOf(file, 'bridge')
      : { text: new Uint8Array(await readFile(file)), policy: policyOf(file) }
    return new Response(text, { headers: { ...headers, 'content-security-policy': policy } })
  })
