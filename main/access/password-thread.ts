// The thread that computes Argon2id.
import { parentPort } from 'node:worker_threads'
import { randomBytes } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { argon2id, argon2Verify } from 'hash-wasm'
import { COST } from './password-cost.ts'

type Message = { id: number; hash?: string; verify?: string; against?: string }

// A hash leaves its 19 MiB to the collector, which sees a small object and lets several of them lie: it is asked after each.
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

let queue = Promise.resolve()
parentPort!.on('message', (m: Message) => {
  queue = queue.then(async () => {
    try {
      const result =
        m.hash !== undefined
          ? await argon2id({ password: m.hash, salt: randomBytes(16), outputType: 'encoded', ...COST })
          : await argon2Verify({ password: m.verify!, hash: m.against! })
      parentPort!.postMessage({ id: m.id, result })
    } catch (error) {
      parentPort!.postMessage({ id: m.id, error: error instanceof Error ? error.message : String(error) })
    }
    collect()
  })
})
