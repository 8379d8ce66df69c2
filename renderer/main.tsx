// Entry of the screens: chooses the way to the office, takes the first look, and renders the shell. Composition only.
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { httpTransport } from './client/http-transport.ts'
import { ipcTransport } from './client/ipc-transport.ts'
import { connect } from './client/office.ts'
import { flushOnHide } from './client/remembered.ts'
import { begin } from './client/session.ts'
import { allRoutes } from './routes.ts'
import { App } from './shell/app.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
connect(window.tradewind ? ipcTransport(window.tradewind) : httpTransport(location.origin))
flushOnHide()
createRoot(root).render(
  <StrictMode>
    <App routes={allRoutes} />
  </StrictMode>,
)
await begin()
