// Entry of the thread that copies the write-ahead log into the database: with its flush that takes up to a second, in which the office would answer nobody.
import { parentPort, workerData } from 'node:worker_threads'
import { openCheckpointer } from '../db/checkpointer.ts'

const { checkpoint } = openCheckpointer((workerData as { file: string }).file)
parentPort!.on('message', () => parentPort!.postMessage(checkpoint()))
