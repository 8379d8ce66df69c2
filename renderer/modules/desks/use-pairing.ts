// One pairing as its dialog sees it: asked for, open with what is left of it, used, or over. Rules D5, D6 of desks.
import { useEffect, useState } from 'react'
import type { Answer } from '../../../preload/contract/envelope.ts'
import { PAIRING_MINUTES, PAIRING_TRIES } from '../../../preload/contract/modules/desks/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { secretOf } from '../../../preload/contract/vocabulary/pairing-code.ts'
import { type Problem, problemOf, useCommand } from '../../client/index.ts'

export type Network = QueryOutput<'network-state'>
export type Pairing = { id: string; secret: string }
export type PairingStep =
  | { at: 'asking' }
  | { at: 'failed'; problem: Problem }
  | { at: 'open'; secondsLeft: number; triesLeft: number }
  | { at: 'joined'; name: string }
  | { at: 'over'; why: 'expired' | 'replaced' | 'ended' | 'closed' }

/** The secret is made here, so that it never comes from the office; of eight bytes by chance ten letters are used. */
export const newPairing = (): Pairing => ({ id: newId(), secret: secretOf(crypto.getRandomValues(new Uint8Array(8))) })

type Asked = { of: string; answer: Answer; at: number }
const SECOND_MS = 1000

const secondsSince = (at: number, now: number): number => Math.floor(Math.max(0, now - at) / SECOND_MS)

/** @param wanted false asks for nothing yet. */
export const usePairing = (network: Network | undefined, pairing: Pairing, wanted: boolean): PairingStep => {
  const { run } = useCommand('open-pairing')
  const [asked, setAsked] = useState<Asked | null>(null)
  /** The pairing that the office has told us of: from then on its silence says that it is over. */
  const [told, setTold] = useState('')
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (!wanted) return
    let isLeft = false
    void run(pairing).then((answer) => {
      if (!isLeft) setAsked({ of: pairing.id, answer, at: Date.now() })
    })
    return () => {
      isLeft = true
    }
  }, [run, pairing, wanted])
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS)
    return () => clearInterval(timer)
  }, [])

  const shown = network?.pairing ?? null
  const isOurs = shown?.id === pairing.id
  if (isOurs && told !== pairing.id) setTold(pairing.id)
  if (network?.lastJoined?.pairingId === pairing.id) return { at: 'joined', name: network.lastJoined.name }
  if (asked?.of !== pairing.id) return { at: 'asking' }
  const problem = problemOf(asked.answer)
  if (problem) return { at: 'failed', problem }
  // Counted from the office's answer: its clock may differ from that of this desk.
  const secondsLeft = PAIRING_MINUTES * 60 - secondsSince(asked.at, now)
  if (network?.open === false) return { at: 'over', why: 'closed' }
  if (secondsLeft <= 0) return { at: 'over', why: 'expired' }
  if (isOurs || told !== pairing.id) return { at: 'open', secondsLeft, triesLeft: isOurs ? shown.triesLeft : PAIRING_TRIES }
  return { at: 'over', why: shown === null ? 'ended' : 'replaced' }
}
