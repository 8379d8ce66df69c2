// A thread of the window's process that looks through the files of a package while Electron is still coming up, and says what is altered (SEC15).
import { parentPort, workerData } from 'node:worker_threads'
import { alteredFileOfPackage } from '../installed-files.ts'

void alteredFileOfPackage(workerData as string).then((altered) => parentPort!.postMessage(altered))
