// All files of the deals of chosen contracts, one archive a deal, one after the other; told how far it is, and ended by the first that cannot be saved.
import { useState } from 'react'
import type { ListRow } from '../../../preload/contract/define/index.ts'
import { announce, type Problem, problemOf, saveDownload } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { filesPagesWords } from './words.ts'

/** The deals of contracts, each once, with its number. */
export const dealsOf = (rows: readonly ListRow[]): Map<string, string> => {
  const listed = (cell: unknown) => (typeof cell === 'string' && cell !== '' ? cell.split(', ') : [])
  return new Map(rows.flatMap((row) => listed(row['dealIds']).map((id, at) => [id, listed(row['deal'])[at] ?? ''] as const)))
}

export const useDealArchives = () => {
  const { t, language } = useWords(filesPagesWords)
  const [said, setSaid] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const save = async (rows: readonly ListRow[]) => {
    const deals = [...dealsOf(rows)]
    if (deals.length === 0) return announce({ words: 'register.no-deal', of: filesPagesWords, tone: 'info' })
    let count = 0
    try {
      for (const [at, [deal, number]] of deals.entries()) {
        setSaid(t('register.archiving', { number, at: at + 1, count: deals.length }))
        const answer = await saveDownload({ deal, language }, `${number}.zip`)
        const failed = problemOf(answer)
        if (failed) return setProblem(failed)
        // Whoever cancels one wants none of the rest either.
        if (answer.ok && answer.value === null) break
        count += 1
      }
    } finally {
      setSaid(null)
    }
    if (count > 0) announce({ words: 'register.archived', data: { count }, of: filesPagesWords, tone: 'success' })
    return undefined
  }
  return { said, problem, forgetProblem: () => setProblem(null), save }
}
