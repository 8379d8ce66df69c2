// While the office cannot be reached, what was read last for the same question stands in for the answer, and the bar says since when. Rule D37 of desks.
import { type Answer, type OfficeRequest } from '../../preload/contract/envelope.ts'
import { ask } from './ask.ts'
import { changed } from './changes.ts'
import { office, officeState, setOffice } from './office.ts'

type Query = Extract<OfficeRequest, { kind: 'query' }>

/** So many answers are kept, those asked for last: the pages of a working day, some ten megabytes at most. */
const MOST = 200

const questionOf = ({ name, input }: Query) => JSON.stringify([name, input])

const keep = (question: string, answer: Answer): void => {
  const { lastAnswers } = office()
  lastAnswers.delete(question)
  lastAnswers.set(question, { answer, at: new Date().toISOString() })
  if (lastAnswers.size > MOST) lastAnswers.delete(lastAnswers.keys().next().value!)
}

/** Calls `then` once when the office is away (or there again), at once if it is so now; gives what ends the wait. */
const when = (reachable: boolean, then: () => void): (() => void) => {
  const { state } = office()
  const look = () => {
    if (state.getState().reachable !== reachable) return
    stop()
    then()
  }
  const stop = state.subscribe(look)
  look()
  return stop
}

/** What stands in is read anew as soon as the office is there again. */
const standsIn = (at: string): void => {
  const { recalledFrom } = officeState()
  setOffice({ recalledFrom: recalledFrom === null || at < recalledFrom ? at : recalledFrom })
  if (recalledFrom !== null) return
  when(true, () => {
    setOffice({ recalledFrom: null })
    changed('everything')
  })
}

/** Asks a query as `ask` does; if the office is or goes away meanwhile, answers with what it said last, if it has said anything. */
export const askOrRecall = async (query: Query, gone?: AbortSignal): Promise<Answer> => {
  const question = questionOf(query)
  const last = office().lastAnswers.get(question)
  const asked = ask(query, gone).then((answer) => {
    if (answer.ok) keep(question, answer)
    return answer
  })
  if (!last) return asked
  return new Promise((resolve, reject) => {
    const stop = when(false, () => {
      standsIn(last.at)
      resolve(last.answer)
    })
    asked.then(resolve, reject).finally(stop)
  })
}
