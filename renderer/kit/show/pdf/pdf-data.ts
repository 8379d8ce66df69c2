/// <reference types="vite/types/importMeta.d.ts" />
// What PDFs name and do not hold: the character maps of Chinese, Japanese and Korean encodings, and the two fonts of signs that no system has. One piece of the
// program, loaded with the first PDF that asks for any of it: a window may load nothing but its own programs.
const maps = import.meta.glob<string>('../../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  eager: true,
  query: '?url&inline',
  import: 'default',
})
const fonts = import.meta.glob<string>('../../../../node_modules/pdfjs-dist/standard_fonts/Foxit{Symbol,Dingbats}.pfb', {
  eager: true,
  query: '?url&inline',
  import: 'default',
})
const files = new Map(Object.entries({ ...maps, ...fonts }).map(([file, address]) => [file.split('/').at(-1)!, address]))

/** Such a file by its name; undefined for one that we do not have. */
export const pdfData = (name: string): Uint8Array | undefined => {
  const address = files.get(name)
  return address === undefined ? undefined : Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (sign) => sign.codePointAt(0)!)
}
