// Asks the office for one page of a list: the next page by key, any other by number, totals apart so that rows never wait for them.
// What was shown stays until the answer is there; a notice on a watched table asks again.
import { useEffect, useRef, useState } from 'react'
import type { Filter, ListAnswer, Sort } from '../../../preload/contract/define/index.ts'
import { type ListInput, type ListName, type ListParams, listSpec } from '../../../preload/contract/queries.ts'
import { fetchList, type Problem, problemOf, useNotices } from '../../client/index.ts'

export const PAGE = 100
export type Asked<N extends ListName> = {
  search: string
  filters: Filter[]
  sort: Sort[]
  mine: boolean
  params: ListParams<N> | undefined
}
type Rows = { key: string; page: number; answer: ListAnswer }
type Totals = { key: string; count: number; totals: NonNullable<ListAnswer['totals']>; header: ListAnswer['header'] }

/** The input without what is not said, so that equal questions have equal text. */
export const questionOf = <N extends ListName>({ search, filters, sort, mine, params }: Asked<N>): ListInput<N> =>
  ({
    ...(search.trim() !== '' && { search: search.trim() }),
    ...(filters.length > 0 && { filters }),
    ...(sort.length > 0 && { sort }),
    ...(mine && { mine }),
    ...(params !== undefined && { params }),
  }) as unknown as ListInput<N>

export const useListRows = <N extends ListName>(list: N, asked: Asked<N>, page: number) => {
  const [rows, setRows] = useState<Rows | null>(null)
  const [totals, setTotals] = useState<Totals | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [turn, setTurn] = useState(0)
  const [answered, setAnswered] = useState('')
  const cursors = useRef<{ key: string; at: Map<number, string> }>({ key: '', at: new Map() })
  const again = () => setTurn((n) => n + 1)
  useNotices(listSpec(list).watches, again)

  const question = JSON.stringify(questionOf(asked))
  /** This question, this page, this time. */
  const ask = `${turn} ${page} ${question}`
  const totalsQuestion = JSON.stringify(questionOf({ ...asked, sort: [] }))

  useEffect(() => {
    const dropped = new AbortController()
    if (cursors.current.key !== question) cursors.current = { key: question, at: new Map() }
    const known = cursors.current
    const cursor = known.at.get(page)
    const place = page === 0 ? {} : cursor === undefined ? { offset: page * PAGE } : { cursor }
    void fetchList(list, { ...(JSON.parse(question) as ListInput<N>), limit: PAGE, ...place }, dropped.signal).then((answer) => {
      if (dropped.signal.aborted) return
      setAnswered(ask)
      if (!answer.ok) return setProblem(problemOf(answer))
      if (answer.value.nextCursor !== undefined) known.at.set(page + 1, answer.value.nextCursor)
      setProblem(null)
      setRows({ key: question, page, answer: answer.value })
    })
    return () => dropped.abort()
  }, [list, question, page, ask])

  useEffect(() => {
    const dropped = new AbortController()
    void fetchList(list, { ...(JSON.parse(totalsQuestion) as ListInput<N>), limit: 1, totals: true }, dropped.signal).then((answer) => {
      // The rows' own question says what is wrong, if anything is.
      if (dropped.signal.aborted || !answer.ok) return
      const { count = 0, totals: sums = {}, header } = answer.value
      setTotals({ key: totalsQuestion, count, totals: sums, header })
    })
    return () => dropped.abort()
  }, [list, totalsQuestion, turn])

  return {
    rows: rows?.answer.rows,
    /** Of which question and page they are; the same when they are read again. */
    of: rows && `${rows.page} ${rows.key}`,
    columns: rows?.answer.columns,
    header: totals?.header ?? rows?.answer.header,
    /** Sums over all rows that match; of the question before while the new ones are on their way. */
    totals: totals?.totals,
    count: totals?.count,
    settled: totals?.key === totalsQuestion && rows?.key === question,
    /** The page asked for is there and holds nothing. */
    emptied: rows?.key === question && rows.page === page && rows.answer.rows.length === 0,
    hasNext: rows?.answer.nextCursor !== undefined,
    loading: answered !== ask,
    problem,
    refetch: again,
  }
}
