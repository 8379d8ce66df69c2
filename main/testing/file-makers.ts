// The makers of papers as the office has them, run from the sources.
import path from 'node:path'
import { fileMakers } from '../papers/file-makers.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** Its process starts with the first paper. */
export const testFileMakers = (): ReturnType<typeof fileMakers> =>
  fileMakers({ root, entry: path.join(root, 'main/papers/typesetting.ts'), template: path.join(root, 'main/papers/paper.typ') })
