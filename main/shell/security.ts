// What no window may do, held for every web contents there will ever be (SEC1–SEC10).
import { app, session, shell, type Session } from 'electron'

export const ORIGIN = 'app://tradewind'
export const isOurs = (url: string): boolean => url === ORIGIN || url.startsWith(`${ORIGIN}/`)

/** Sandboxed, isolated, without Node: the only preferences any window gets. */
export const webPreferences = (preload: string) => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: !app.isPackaged,
})

const OPENABLE = new Set(['https:', 'mailto:', 'tel:'])
/** Whether a link may be handed to the operating system. */
export const isOpenable = (url: string): boolean => {
  try {
    return OPENABLE.has(new URL(url).protocol)
  } catch {
    return false // no address at all
  }
}
/** The one place that opens something outside; false when it is refused. */
export const openExternal = async (url: string): Promise<boolean> => {
  if (!isOpenable(url)) return false
  await shell.openExternal(url)
  return true
}

const ALLOWED = new Set(['notifications', 'clipboard-sanitized-write'])
/** Our own pages may use the camera, to read a joining code (D39 of desks); nobody the microphone. */
const isCamera = (permission: string, url: string, media: readonly string[]): boolean =>
  permission === 'media' && isOurs(url) && media.length > 0 && media.every((type) => type === 'video')
const harden = (s: Session): void => {
  s.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    answer(ALLOWED.has(permission) || isCamera(permission, details.requestingUrl, media))
  })
  s.setPermissionCheckHandler(
    (_contents, permission, origin, { mediaType }) => ALLOWED.has(permission) || isCamera(permission, origin, mediaType ? [mediaType] : []),
  )
  s.setDevicePermissionHandler(() => false)
  // No page of ours asks the network for anything; what tries is stopped before it leaves.
  s.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !/^(app|devtools|data|blob):/.test(details.url) }))
}

export const hardenEverything = (): void => {
  harden(session.defaultSession)
  app.on('session-created', harden)
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate'] as const)
      contents.on(event as 'will-navigate', (e: { preventDefault(): void }) => e.preventDefault())
    contents.on('will-attach-webview', (e) => e.preventDefault())
    // A blank page is gone to without asking: whoever gets there is brought home.
    contents.on('did-navigate', (_e, url) => {
      if (!isOurs(url)) void contents.loadURL(`${ORIGIN}/`)
    })
  })
}
