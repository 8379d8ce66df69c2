// The makers of papers as the office has them, run from the sources.
import path from 'node:path'
import { openFileStore } from '../files/store.ts'
import { fileMakers } from '../papers/file-makers.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** Its process starts with the first paper. `files`: the folder of contents. */
export const testFileMakers = (files: string): ReturnType<typeof fileMakers> =>
  fileMakers({
    root,
    store: openFileStore(files),
    entry: path.join(root, 'main/papers/typesetting.ts'),
    template: path.join(root, 'main/papers/paper.typ'),
  })
