// Writing all rows of a list, or an answer that is a table, to Excel, and what came of it.
import { useState } from 'react'
import type { ListName } from '../../../preload/contract/queries.ts'
import { type Exported, exportList, type Problem, problemOf, useViewer } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'

export const useExport = (list: ListName | 'statistic', title: string) => {
  const { language } = useWords()
  const { today } = useViewer()
  const [running, setRunning] = useState(false)
  const [done, setDone] = useState<Exported>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const run = async (input: unknown, columns?: string[]) => {
    if (running) return
    setRunning(true)
    setDone(null)
    const answer = await exportList({ list, input, ...(columns ? { columns } : {}), language }, `${title} ${today}.xlsx`)
    setRunning(false)
    setProblem(problemOf(answer))
    if (answer.ok && answer.value) setDone(answer.value)
  }
  return { run, running, done, problem, forget: () => (setDone(null), setProblem(null)) }
}
