// How each request travels over HTTP: the same for the office's own pages in a browser and for a desktop that has joined an office.
import type { Download, OfficeRequest } from './envelope.ts'

/** Method, path and body of a request. */
export const httpOf = (request: OfficeRequest): { method: 'GET' | 'POST'; path: string; body?: unknown } => {
  const post = (path: string, body: unknown) => ({ method: 'POST', path, body }) as const
  switch (request.kind) {
    case 'hello':
      return { method: 'GET', path: '/api/hello' }
    case 'sign-in':
      return post('/api/login', { user: request.user, password: request.password })
    case 'sign-out':
      return post('/api/logout', {})
    case 'lock':
      return post('/api/lock', {})
    case 'unlock':
      return post('/api/unlock', { password: request.password })
    case 'join':
      return post('/api/join', { secret: request.secret, deskName: request.deskName })
    case 'found':
      return post('/api/found', { code: request.code, input: request.input })
    case 'found-demonstration':
      return post('/api/found-demonstration', { code: request.code })
    case 'command':
      return post(`/api/command/${request.name}`, { id: request.id, input: request.input })
    case 'query':
      return post(`/api/query/${request.name}`, request.input)
    case 'file-preview':
      return post('/api/file-preview', { versionId: request.versionId })
    case 'pictures':
      return post('/api/pictures', { versionIds: request.versionIds })
  }
}

/** Where a file, or the archive of a deal, is read. */
export const downloadPath = (what: Download): string =>
  'version' in what ? `/api/file/${what.version}` : `/api/files-of-deal/${what.deal}?language=${what.language}`
