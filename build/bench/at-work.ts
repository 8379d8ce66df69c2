// Desks at work, for benches of waiting: each sends a command at its own moments, whether or not those before are answered.
import { setTimeout as rest } from 'node:timers/promises'
import type { Connection } from '../../db/open.ts'
import type { Viewer } from '../../main/access/viewer.ts'
import type { CommandRunner } from '../../main/commands/run-command.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { SIZE, TODAY } from './seed.ts'

/** `busy`: how many were sent back because too many waited (U44). Times in ms. */
export type Waits = { perSecond: number; busy: number; p50: number; p95: number; p99: number }
export const waitsOf = (took: number[], seconds: number, busy = 0): Waits => {
  const sorted = took.toSorted((a, b) => a - b)
  const at = (q: number) => sorted[Math.floor(sorted.length * q)]!
  return { perSecond: took.length / seconds, busy, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

type Load = { desks: number; aSecond: number; seconds: number }
/** How long each command waits from the moment at which it was due. `send` gets the number of the desk and says whether it was done. */
export const desksAtWork = async ({ desks, aSecond, seconds }: Load, send: (desk: number) => Promise<boolean>): Promise<Waits> => {
  const took: number[] = []
  let busy = 0
  const began = performance.now()
  const gap = 1000 / aSecond
  const desk = async (n: number) => {
    const answers: Promise<void>[] = []
    for (let turn = 0; turn < aSecond * seconds; turn++) {
      const due = began + (n / desks) * gap + turn * gap
      await rest(Math.max(0, due - performance.now()))
      answers.push(send(n).then((done) => void (done ? took.push(performance.now() - due) : busy++)))
    }
    await Promise.all(answers)
  }
  await Promise.all(Array.from({ length: desks }, (_, n) => desk(n)))
  return waitsOf(took, Math.max(seconds, (performance.now() - began) / 1000), busy)
}

/** Registers a receipt. Whether it was done; false where the office is too busy to take it. */
export const receiptSender = ({ sql }: Connection, runner: CommandRunner, viewer: Viewer): (() => Promise<boolean>) => {
  const bank = sql.prepare("SELECT id FROM bank_account WHERE currency = 'USD' LIMIT 1").get() as { id: string }
  const receipt = () => ({
    ...{ id: newId(), bankAccountId: bank.id, receivedOn: SIZE.lastDay, amount: 12_345, charge: 0, rate: '7.1', payerName: 'Buyer' },
    ...{ customerId: null, contractId: null, remark: '' },
  })
  return async () => {
    const answer = await runner.run({ id: newId(), name: 'register-receipt', input: receipt(), viewer, device: 'bench', at: TODAY })
    if (!answer.ok && !('refused' in answer && answer.refused === 'office-busy')) throw new Error(JSON.stringify(answer))
    return answer.ok
  }
}
