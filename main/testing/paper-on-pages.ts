// Compares a paper as it is laid out with the pages that were set of it: everything that it says stands there once, whole and in order, in its own place, and nothing
// runs into anything else or over an edge. For tests.
import type { LaidBlock, LaidFact, PaperLayout } from '../../preload/contract/vocabulary/paper-layout.ts'
import type { PdfPage, PdfRun } from './pdf-pages.ts'

const MM = 72 / 25.4
/** As paper.typ has them. */
const MARGIN = { side: 14 * MM, top: 19 * MM, bottom: 17 * MM }
const BETWEEN_SIDES = 7 * MM
const BETWEEN_PARTIES = 10 * MM
const AFTER_LABEL = 2 * MM
/** Of the sheet: printers leave so much white. */
const WHITE = 5 * MM
const INSET = 3
/** Room for the head of a table. */
const HEAD = 30 * MM
/** Lines are drawn with a width, and figures are kept with few decimals. */
const NEAR = 0.6
/** Of letters above and below the line they stand on, in parts of their size. */
const [ABOVE, BELOW] = [0.72, 0.18]

/** Without blanks: where lines break is the page's own. */
const bare = (text: string): string => text.normalize().replaceAll(/\s+/gu, '')
const saidBy = (runs: readonly PdfRun[]): string => bare(runs.map(({ text }) => text).join(''))
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

type Cell = { left: number; right: number; runs: PdfRun[] }
type Row = { top: number; bottom: number; cells: Cell[] }
/** A table, or what of it stands on this page. */
type Grid = { page: number; rows: Row[] }

/** Tables of a page: rows between level lines that upright ones join, cells between those. */
const gridsOf = ({ level, upright, runs }: PdfPage, page: number): Grid[] => {
  const heights = [...new Set(level.map(({ at }) => Math.round(at * 20) / 20))].sort((a, b) => b - a)
  const grids: Grid[] = []
  let goesOn = false
  for (const [i, top] of heights.entries()) {
    const bottom = heights[i + 1]
    if (bottom === undefined || top - bottom < 1) continue
    const middle = (top + bottom) / 2
    const edges = upright
      .filter(({ from, to }) => from <= middle && middle <= to)
      .map(({ at }) => at)
      .sort((a, b) => a - b)
    if (edges.length < 2) {
      goesOn = false
      continue
    }
    const cells = edges.slice(1).map((right, n) => ({ left: edges[n]!, right, runs: [] as PdfRun[] }))
    const row = { top, bottom, cells }
    if (goesOn) grids.at(-1)!.rows.push(row)
    else grids.push({ page, rows: [row] })
    goesOn = true
  }
  for (const run of runs.filter(({ isTurned }) => !isTurned)) {
    const rows = grids.flatMap((grid) => grid.rows)
    const row = rows.find(({ top, bottom }) => bottom < run.y && run.y < top)
    // By where it begins: what is too wide for its cell still is of it.
    row?.cells.find(({ left, right }) => left - NEAR <= run.left && run.left < right)?.runs.push(run)
  }
  return grids
}

const linesOf = (runs: readonly PdfRun[]): PdfRun[][] => [...Map.groupBy(runs, ({ y }) => Math.round(y * 2)).values()]
const isAligned = ({ left, right, runs }: Cell, align: 'left' | 'right' | 'center'): boolean =>
  linesOf(runs).every((line) => {
    const [from, to] = [Math.min(...line.map((run) => run.left)), Math.max(...line.map((run) => run.right))]
    if (align === 'right') return Math.abs(to - (right - INSET)) < NEAR
    if (align === 'left') return Math.abs(from - (left + INSET)) < NEAR
    return Math.abs((from + to) / 2 - (left + right) / 2) < NEAR
  })

/** What comes on the pages, one after the other: runs, and tables as wholes. */
type Event = { page: number; run: PdfRun; grid?: undefined } | { page: number; grid: Grid; run?: undefined }
const eventsOf = (pages: readonly PdfPage[], grids: readonly Grid[]): Event[] => {
  const gridOf = new Map(
    grids.flatMap((grid) => grid.rows.flatMap(({ cells }) => cells.flatMap(({ runs }) => runs.map((run) => [run, grid])))),
  )
  const seen = new Set<Grid>()
  return pages.flatMap((page, at) =>
    bodyOf(page).flatMap((run): Event[] => {
      const grid = gridOf.get(run)
      if (!grid) return [{ page: at, run }]
      if (seen.has(grid)) return []
      seen.add(grid)
      return [{ page: at, grid }]
    }),
  )
}
const bodyOf = ({ runs, height }: PdfPage): PdfRun[] =>
  runs.filter(({ isTurned, text, y }) => !isTurned && bare(text) !== '' && y < height - MARGIN.top && y > MARGIN.bottom - NEAR)

type Rows = Extract<LaidBlock, { kind: 'rows' }>
type Side = { label: [number, number]; value: [number, number]; rest: string }

/** Goes through the pages as the paper goes through what it says; what is not there, or not in its place, is told to `fault`. */
const reader = (paper: PaperLayout, pages: readonly PdfPage[], events: readonly Event[], fault: (text: string) => void) => {
  let at = 0
  const width = pages[0]!.width - 2 * MARGIN.side

  /** Takes runs as long as they say what is wanted. */
  const text = (wanted: string, what: string): void => {
    let rest = bare(wanted)
    while (rest !== '') {
      const run = events[at]?.run
      const said = run && bare(run.text)
      if (said === undefined || !rest.startsWith(said))
        return fault(`${what}: '${short(rest)}' is missing, '${short(said ?? 'a table')}' is there`)
      rest = rest.slice(said.length)
      at += 1
    }
  }

  const facts = ({ left, right }: { left: readonly LaidFact[]; right: readonly LaidFact[] }): void => {
    const isOne = right.length === 0
    const wide = isOne ? width : (width - BETWEEN_SIDES) / 2
    const side = (from: number, its: readonly LaidFact[]): Side => {
      const labels = paper.labelWidth * MM
      return {
        label: [from, from + labels],
        value: [from + labels + AFTER_LABEL, from + wide],
        rest: its.map(({ label, value }) => bare(label) + bare(value)).join(''),
      }
    }
    const sides = [side(MARGIN.side, left), ...(isOne ? [] : [side(MARGIN.side + wide + BETWEEN_SIDES, right)])]
    while (sides.some(({ rest }) => rest !== '')) {
      const run = events[at]?.run
      const of = run && (sides.findLast(({ label: [from] }) => run.left > from - NEAR) ?? sides[0]!)
      const said = run && bare(run.text)
      if (!run || !of || said === undefined || !of.rest.startsWith(said))
        return fault(`a fact: '${short(of?.rest ?? sides[0]!.rest)}' is missing, '${short(said ?? 'a table')}' is there`)
      of.rest = of.rest.slice(said.length)
      const [from, to] = run.left < of.value[0] - NEAR ? of.label : of.value
      if (run.left < from - NEAR || run.right > to + NEAR) fault(`a fact is wider than its place: ${short(run.text)}`)
      at += 1
    }
  }

  const signatures = ({ text: before, parties }: Extract<LaidBlock, { kind: 'signatures' }>): void => {
    if (before !== null) text(before, 'before the signatures')
    const wide = (width - BETWEEN_PARTIES * (parties.length - 1)) / parties.length
    const places = parties.map(({ label, name, below }, n) => {
      const from = MARGIN.side + n * (wide + BETWEEN_PARTIES)
      // What stands below the line is set where it is placed, before or after the name.
      return { from, to: from + wide, rest: [label, name, below].map(bare) }
    })
    while (places.some(({ rest }) => rest.some((one) => one !== ''))) {
      const run = events[at]?.run
      const of = run && places.findLast(({ from }) => run.left > from - NEAR)
      const said = run && bare(run.text)
      const n = of && said !== undefined ? of.rest.findIndex((one) => one !== '' && one.startsWith(said)) : -1
      if (!run || !of || said === undefined || n < 0)
        return fault(`the signatures: '${short(said ?? 'a table')}' is there beside ${JSON.stringify(places.map(({ rest }) => rest))}`)
      of.rest[n] = of.rest[n]!.slice(said.length)
      if (run.right > of.to + NEAR) fault(`a signature is wider than its place: ${short(run.text)}`)
      at += 1
    }
  }

  const table = (block: Rows): void => {
    const heads = block.columns.map(({ label }) => bare(label))
    const total = block.rows.length + block.sums.length + block.words.length
    let done = 0
    let begun: Row | undefined
    while (done < total) {
      const grid = events[at]?.grid
      if (!grid) return fault(`a table ends after ${done} of ${total} rows: ${short(heads.join('|'))}`)
      at += 1
      const where = `page ${grid.page + 1}`
      const [head, ...rows] = grid.rows
      if (head!.cells.map(({ runs }) => saidBy(runs)).join('|') !== heads.join('|'))
        fault(`${where}: a table without its head ${heads.join('|')}`)
      if (rows.length === 0) fault(`${where}: a head without a row`)
      const { width: sheet, height } = pages[grid.page]!
      if (sheet - MARGIN.side + NEAR < head!.cells.at(-1)!.right) fault(`${where}: the table is wider than the page`)
      for (const { cells } of rows) for (const cell of cells) for (const problem of within(cell)) fault(`${where}: ${problem}`)
      const widest = Math.max(...block.columns.map(({ grow }) => grow))
      for (const [n, { grow, label }] of block.columns.entries())
        if (widest > 0 && grow === widest && isCrushed(head!.cells[n]!, rows, n, sheet))
          fault(`${where}: others leave no place for '${short(label)}'`)
      let ofLines = 0
      for (const [n, one] of rows.entries()) {
        if (done >= total) return fault(`${where}: more than ${total} rows`)
        const wanted = rowWanted(block, done)
        const whole: Row = begun ? joined(begun, one) : one
        // It goes on over the page.
        if (n === rows.length - 1 && isBegun(whole, wanted)) {
          begun = whole
          break
        }
        if (begun && whole.top - whole.bottom < height - MARGIN.top - MARGIN.bottom - HEAD)
          fault(`${where}: a row is broken that is no taller than a page`)
        begun = undefined
        for (const problem of rowFaults(block, whole, done)) fault(`${where}, ${problem}`)
        if (done < block.rows.length) ofLines += 1
        // Sums and words never stand on a page without the last of the lines.
        else if (ofLines === 0 && block.rows.length > 0) fault(`${where}: sums alone on a page`)
        done += 1
      }
    }
  }

  const block = (one: LaidBlock): void => {
    switch (one.kind) {
      case 'facts':
        return facts(one)
      case 'rows':
        if (one.title !== null) text(one.title, 'the title of a table')
        return table(one)
      case 'text':
        return text(`${one.title ?? ''} ${one.text}`, 'a text')
      case 'clauses':
        text(one.title ?? '', 'the title of clauses')
        for (const [n, item] of one.items.entries()) text(`${n + 1}. ${item}`, 'a clause')
        return undefined
      case 'signatures':
        return signatures(one)
    }
  }
  const end = (): void => {
    const left = events.slice(at)
    if (left.length > 0) fault(`${left.length} pieces more than the paper says: ${short(left[0]!.run?.text ?? 'a table')}`)
  }
  return { text, block, end }
}

/** Of the column that takes most of what others leave: its texts break into many lines, and it has less than an eighth of the page. */
const isCrushed = ({ left, right }: Cell, rows: readonly Row[], at: number, sheet: number): boolean =>
  right - left < sheet / 8 && rows.some(({ cells }) => linesOf(cells[at]?.runs ?? []).length > 4)
const within = ({ left, right, runs }: Cell): string[] =>
  runs.filter((run) => run.left < left - NEAR || run.right > right + NEAR).map(({ text }) => `wider than its cell: ${short(text)}`)

/** What the cells of a row say, sums and words after the lines. */
const rowWanted = ({ rows, sums, words }: Rows, at: number): readonly string[] => {
  const sum = sums[at - rows.length]
  return rows[at] ?? (sum ? [sum.label, ...sum.cells] : [words[at - rows.length - sums.length] ?? ''])
}
/** Two parts of a row, on pages one after the other. */
const joined = (above: Row, below: Row): Row => ({
  top: above.top + (below.top - below.bottom),
  bottom: above.bottom,
  cells: below.cells.map((cell, n) => ({ ...cell, runs: [...(above.cells[n]?.runs ?? []), ...cell.runs] })),
})
/** The row says a part of what it has to, and no other. */
const isBegun = ({ cells }: Row, wanted: readonly string[]): boolean => {
  const said = cells.map(({ runs }, n) => [saidBy(runs), bare(wanted[n] ?? '')] as const)
  return cells.length === wanted.length && said.every(([part, is]) => is.startsWith(part)) && said.some(([part, is]) => part !== is)
}
const rowFaults = (block: Rows, { cells }: Row, at: number): string[] => {
  const wanted = rowWanted(block, at)
  const isRow = at < block.rows.length
  if (cells.length !== wanted.length) return [`row ${at + 1}: ${cells.length} cells instead of ${wanted.length}`]
  const usual = at < block.rows.length + block.sums.length ? 'right' : 'left'
  return cells.flatMap((cell, n) => {
    const column = block.columns[n]!
    if (isRow && column.picture) return []
    const [said, is] = [saidBy(cell.runs), bare(wanted[n]!)]
    const align = isRow ? column.align : usual
    return [
      ...(said === is ? [] : [`row ${at + 1}, '${short(column.label)}': '${short(said)}' instead of '${short(is)}'`]),
      ...(isAligned(cell, align) ? [] : [`row ${at + 1}, '${short(column.label)}': not at the ${align}: ${short(said)}`]),
    ]
  })
}

/** What repeats on every page: head from the second on, foot with the number of the page, mark. */
const furniture = (paper: PaperLayout, pages: readonly PdfPage[]): string[] =>
  pages.flatMap((page, at) => {
    const level = page.runs.filter(({ isTurned }) => !isTurned)
    const [before, between, after] = paper.pageWords
    const said = {
      head: saidBy(level.filter(({ y }) => y >= page.height - MARGIN.top)),
      foot: saidBy(level.filter(({ y }) => y <= MARGIN.bottom - NEAR)),
      mark: page.runs
        .filter(({ isTurned }) => isTurned)
        .map(({ text }) => text)
        .join(''),
    }
    const wanted = {
      head: at === 0 ? '' : bare(`${paper.company[0] ?? ''} ${paper.titles[0] ?? ''} ${paper.number}`),
      foot: bare(`${paper.footer}${before}${at + 1}${between}${pages.length}${after}${paper.number}`),
      mark: paper.mark ?? '',
    }
    return (['head', 'foot', 'mark'] as const)
      .filter((one) => bare(said[one]) !== bare(wanted[one]))
      .map((one) => `page ${at + 1}: its ${one} says '${said[one]}' instead of '${wanted[one]}'`)
  })

const meet = (a: PdfRun, b: PdfRun): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > NEAR &&
  Math.min(a.y + ABOVE * a.size, b.y + ABOVE * b.size) - Math.max(a.y - BELOW * a.size, b.y - BELOW * b.size) > NEAR

/** Nothing runs over an edge or into something else. */
const places = (pages: readonly PdfPage[]): string[] =>
  pages.flatMap((page, at) => {
    const where = `page ${at + 1}`
    const level = page.runs.filter(({ isTurned, text }) => !isTurned && bare(text) !== '')
    const outside = page.runs.filter(({ left, right, y, size, isTurned }) =>
      isTurned
        ? left < 0 || right > page.width
        : left < MARGIN.side - NEAR || right > page.width - MARGIN.side + NEAR || y < WHITE || y + ABOVE * size > page.height - WHITE,
    )
    const sorted = level.toSorted((a, b) => b.y - a.y)
    const met = sorted.flatMap((a, n) => {
      const found: string[] = []
      for (const b of sorted.slice(n + 1)) {
        if (a.y - b.y > 30) break
        if (meet(a, b)) found.push(`${where}: '${short(a.text)}' runs into '${short(b.text)}'`)
      }
      return found
    })
    return [...outside.map(({ text }) => `${where}: over the edge: ${short(text)}`), ...met]
  })

/** What is wrong with the pages that were set of a paper; [] where nothing is. */
export const faultsOnPages = (paper: PaperLayout, pages: readonly PdfPage[]): string[] => {
  const events = eventsOf(
    pages,
    pages.flatMap((page, at) => gridsOf(page, at)),
  )
  const faults: string[] = []
  const pen = reader(paper, pages, events, (text) => void faults.push(text))
  if (paper.letterhead) pen.text([...paper.company, ...paper.companyLines].join(''), 'the letterhead')
  pen.text(paper.titles.join(''), 'the title')
  for (const block of paper.blocks) {
    // What comes after the first thing that is missing is all somewhere else.
    if (faults.length > 0) break
    pen.block(block)
  }
  if (faults.length === 0) pen.end()
  return [...furniture(paper, pages), ...places(pages), ...faults]
}
