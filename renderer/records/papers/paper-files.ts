// Files of papers, which come from the office as text.
import { saveFile } from '../../client/index.ts'

export const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))

const saved =
  (type: string, ending: string) =>
  (base64: string, fileName: string): void =>
    saveFile(new Blob([bytesOf(base64)], { type }), `${fileName}.${ending}`)
/** Names are without their endings. */
export const savePdf = saved('application/pdf', 'pdf')
export const saveWorkbook = saved('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx')
