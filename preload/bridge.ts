// The border: exposes one object of named functions to the page, never ipcRenderer itself (SEC12). Runs sandboxed.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { PopUpChoice, TradewindBridge, UpdateState } from './bridge-types.ts'
import type { Notice } from './contract/envelope.ts'

const bridge: TradewindBridge = {
  ask: (request, token) => ipcRenderer.invoke('tradewind:ask', request, token),
  onNotice: (listener) => {
    const pass = (_event: IpcRendererEvent, notice: Notice) => listener(notice)
    ipcRenderer.on('tradewind:notice', pass)
    return () => void ipcRenderer.removeListener('tradewind:notice', pass)
  },
  saveExport: (options, suggestedName, token) => ipcRenderer.invoke('tradewind:save-export', options, suggestedName, token),
  sendPart: (part, bytes, token) => ipcRenderer.invoke('tradewind:send-part', part, bytes, token),
  readFile: (what, token) => ipcRenderer.invoke('tradewind:read-file', what, token),
  saveDownload: (what, suggestedName, token) => ipcRenderer.invoke('tradewind:save-download', what, suggestedName, token),
  openFile: (what, name, token) => ipcRenderer.invoke('tradewind:open-file', what, name, token),
  foundingCode: () => ipcRenderer.invoke('tradewind:founding-code'),
  openExternal: (url) => ipcRenderer.invoke('tradewind:open-external', url),
  notify: (title, body, serial) => ipcRenderer.invoke('tradewind:notify', title, body, serial),
  popUp: (content) => ipcRenderer.invoke('tradewind:pop-up', content),
  isInFront: () => ipcRenderer.invoke('tradewind:is-in-front'),
  withdrawPopUp: () => ipcRenderer.invoke('tradewind:withdraw-pop-up'),
  showUnread: (count) => ipcRenderer.invoke('tradewind:show-unread', count),
  startsWithSystem: () => ipcRenderer.invoke('tradewind:starts-with-system'),
  startWithSystem: (starts) => ipcRenderer.invoke('tradewind:start-with-system', starts),
  onPopUpChoice: (listener) => {
    const pass = (_event: IpcRendererEvent, choice: PopUpChoice) => listener(choice)
    ipcRenderer.on('tradewind:popup-choice', pass)
    return () => void ipcRenderer.removeListener('tradewind:popup-choice', pass)
  },
  onLink: (listener) => {
    const pass = () => listener()
    ipcRenderer.on('tradewind:link', pass)
    return () => void ipcRenderer.removeListener('tradewind:link', pass)
  },
  takeLink: () => ipcRenderer.invoke('tradewind:take-link'),
  versions: () => ipcRenderer.invoke('tradewind:versions'),
  officePlace: () => ipcRenderer.invoke('tradewind:office-place'),
  findOffices: () => ipcRenderer.invoke('tradewind:find-offices'),
  joinOffice: (given) => ipcRenderer.invoke('tradewind:join-office', given),
  moveOffice: (address) => ipcRenderer.invoke('tradewind:move-office', address),
  leaveOffice: () => ipcRenderer.invoke('tradewind:leave-office'),
  updateState: (look) => ipcRenderer.invoke('tradewind:update-state', look),
  onUpdate: (listener) => {
    const pass = (_event: IpcRendererEvent, state: UpdateState) => listener(state)
    ipcRenderer.on('tradewind:update', pass)
    return () => void ipcRenderer.removeListener('tradewind:update', pass)
  },
  installUpdate: () => ipcRenderer.invoke('tradewind:install-update'),
}
contextBridge.exposeInMainWorld('tradewind', bridge)
