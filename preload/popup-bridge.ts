// The border of the pop-up window: it hears what to show and says what was chosen, nothing else. Runs sandboxed.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { PopUp, PopUpBridge } from './bridge-types.ts'

const bridge: PopUpBridge = {
  onContent: (listener) => void ipcRenderer.on('tradewind:popup-content', (_event: IpcRendererEvent, content: PopUp) => listener(content)),
  choose: (choice) => void ipcRenderer.invoke('tradewind:popup-choose', choice),
  close: () => void ipcRenderer.invoke('tradewind:popup-close'),
  stay: (staying) => void ipcRenderer.invoke('tradewind:popup-stay', staying),
}
contextBridge.exposeInMainWorld('tradewindPopUp', bridge)
