// Sends a request until the office answers: retries with back-off while it cannot be reached, and says so to the shell meanwhile.
import { type Answer, type OfficeRequest, UNREACHABLE } from '../../preload/contract/envelope.ts'
import { office, officeState, setReachable } from './office.ts'
import { Unreachable } from './transport.ts'

/** A command gives up after this long and leaves the decision to its user; reads wait until the office is back. */
const PATIENCE = 20_000
const FIRST_PAUSE = 400
const LONGEST_PAUSE = 3_000 // so that a desk is back within five seconds after its office

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Asks for a sign of life, ever more slowly, until there is one. One loop for the whole connection, whoever waits. */
export const untilReachable = (): Promise<void> => {
  const connection = office()
  const { transport } = connection
  const probe = async () => {
    for (let wait = FIRST_PAUSE; ; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
      await pause(wait)
      if (office().transport !== transport) return
      try {
        await transport.ask({ kind: 'hello' }, null)
        setReachable(true)
        return
      } catch (error) {
        if (!(error instanceof Unreachable)) throw error
      }
    }
  }
  connection.probing ??= probe().finally(() => {
    connection.probing = null
  })
  return connection.probing
}

const reads = (request: OfficeRequest): boolean => request.kind === 'query' || request.kind === 'hello'

/** One request to its answer. Only a command or a sign-in can end as the fault `unreachable`. */
export async function reach(request: OfficeRequest, gone?: AbortSignal): Promise<Answer> {
  const { transport } = office()
  const started = performance.now()
  for (;;) {
    try {
      const answer = await transport.ask(request, officeState().token, gone)
      if (!officeState().reachable) setReachable(true)
      return answer
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error
      if (office().transport !== transport) return { ok: false, fault: UNREACHABLE }
      setReachable(false)
      const left = PATIENCE - (performance.now() - started)
      if (reads(request)) await untilReachable()
      else if (left <= 0) return { ok: false, fault: UNREACHABLE }
      else await Promise.race([untilReachable(), pause(left)])
    }
  }
}
