// Makes files of papers that are laid out: PDF in a process of its own, workbooks here.
import path from 'node:path'
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

/** `root`: the folder above node_modules. `entry`, `template`: the process and paper.typ, which lie beside the program. */
export const fileMakers = (place: { root: string; entry: string; template: string }): FileMakers & { close(): Promise<void> } => {
  const setter = typesetter({ ...place, fonts: FONTS.map((font) => path.join(place.root, font)) })
  return {
    setPaper: setter.do,
    paperWorkbook: async (paper) => (await import('./paper-workbook.ts')).paperWorkbook(paper),
    close: setter.close,
  }
}
