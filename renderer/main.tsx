// Entry of the screens: chooses the way to the office, takes the first look, and renders the shell. Composition only.
import { lazy, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { httpTransport } from './client/http-transport.ts'
import { ipcTransport } from './client/ipc-transport.ts'
import { connect, officeState } from './client/office.ts'
import { flushOnHide } from './client/remembered.ts'
import { begin } from './client/session.ts'
import { App } from './shell/app.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
connect(window.tradewind ? ipcTransport(window.tradewind) : httpTransport(location.origin))
flushOnHide()
const loadDesk = async () => {
  const [{ deskOf }, { modules }] = await Promise.all([import('./shell/desk.tsx'), import('./modules.ts')])
  return { default: deskOf(modules) }
}
let loaded: ReturnType<typeof loadDesk> | undefined
const deskOnce = () => (loaded ??= loadDesk())
// Who is signed in already needs it at once; for the others it is read while they type their password.
if (officeState().token !== null) void deskOnce()
createRoot(root).render(
  <StrictMode>
    <App desk={lazy(deskOnce)} />
  </StrictMode>,
)
await begin()
setTimeout(() => void deskOnce(), 100)
