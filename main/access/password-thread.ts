// The thread that computes Argon2id, one hash after the other as it is told.
import { parentPort } from 'node:worker_threads'
import { randomBytes } from 'node:crypto'
import { argon2id, argon2Verify } from 'hash-wasm'
import { collectGarbage } from './collect-garbage.ts'
import { COST } from './password-cost.ts'

type Work = { hash: string } | { verify: string; against: string }

const compute = (work: Work): Promise<string | boolean> =>
  'hash' in work
    ? argon2id({ password: work.hash, salt: randomBytes(16), outputType: 'encoded', ...COST })
    : argon2Verify({ password: work.verify, hash: work.against })

parentPort!.on('message', (work: Work) => {
  compute(work)
    .then(
      (result) => parentPort!.postMessage({ result }),
      (error: unknown) => parentPort!.postMessage({ error: error instanceof Error ? error.message : String(error) }),
    )
    // A hash leaves its 19 MiB to the collector, which sees a small object and lets several of them lie: it is asked after each.
    .finally(collectGarbage)
})
