// Makes files of papers that are laid out: PDF in a process of its own, workbooks here.
import path from 'node:path'
import { ContentDamaged, ContentMissing, type FileStore } from '../files/store.ts'
import type { FileMakers } from '../queries/define-query.ts'
import { typesetter } from './typesetter.ts'

const FONTS = [
  ['noto-sans-sc', 'NotoSansSC'],
  ['noto-serif-sc', 'NotoSerifSC'],
  // For letters that the Chinese fonts lack, such as those of Polish.
  ['noto-sans', 'NotoSans'],
  ['noto-serif', 'NotoSerif'],
].flatMap(([folder, family]) =>
  ['400Regular', '700Bold'].map((weight) => `node_modules/@expo-google-fonts/${folder}/${weight}/${family}_${weight}.ttf`),
)

const ifThere = (error: unknown): undefined => {
  if (error instanceof ContentMissing || error instanceof ContentDamaged) return undefined
  throw error
}

/** `root`: the folder above node_modules. `entry`, `template`: the process and paper.typ, which lie beside the program. */
export const fileMakers = (place: {
  root: string
  entry: string
  template: string
  store: FileStore
}): FileMakers & { close(): Promise<void> } => {
  const setter = typesetter({ ...place, fonts: FONTS.map((font) => path.join(place.root, font)) })
  return {
    setPaper: setter.do,
    joinPapers: async (set) => (await setter.do(set)).pdf,
    paperWorkbook: async (paper) => (await import('./paper-workbook.ts')).paperWorkbook(paper),
    fillWorkbook: async (form, paper) => (await import('./own-workbook.ts')).fillOwnWorkbook(form, paper),
    sampleForm: async (paper) => {
      const [{ paperWorkbook }, { asPlaceholders }] = await Promise.all([import('./paper-workbook.ts'), import('./form-fields.ts')])
      return paperWorkbook(asPlaceholders(paper))
    },
    contentOf: (sha256) => place.store.read(sha256).catch(ifThere),
    keepContent: (bytes) => place.store.put(bytes),
    close: setter.close,
  }
}
