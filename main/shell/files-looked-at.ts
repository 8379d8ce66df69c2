// Starts the thread that looks through the files of a package, so that a start hardly waits for it.
import { app } from 'electron'
import path from 'node:path'
import { Worker } from 'node:worker_threads'

/** The first file that is not as it was packed; undefined when there is none, and for a program run from its sources. `out` is the folder of the bundles. */
export const lookAtFiles = (out: string): Promise<string | undefined> => {
  if (!app.isPackaged) return Promise.resolve(undefined)
  const looking = new Promise<string | undefined>((resolve, reject) => {
    const thread = new Worker(path.join(out, 'main/look-at-files.cjs'), { workerData: out })
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', (code) => reject(new Error(`the files of the program could not be looked at (${code})`)))
  })
  looking.catch(() => undefined) // told to whoever waits for it
  return looking
}
