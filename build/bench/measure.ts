// Ratios measured in one run: two ways of doing the same thing in turn (A B A B …), CPU time first. Absolute times move with the machine.

export type Line = { what: string; anchor: string; anchorMs: number; oursMs: number; ratio: number; goal: string; met: boolean }
type Work = () => void | Promise<void>

export const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
const cpuOf = async (work: Work, times: number): Promise<number> => {
  const before = process.cpuUsage()
  for (let i = 0; i < times; i++) await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / times
}

/**
 * `warm`: so many of each before anything is measured, where an office has long been at work: compiled code is a matter of its first minute.
 * `goal` is the greatest ratio ours/anchor that is good. `after` is what ours leaves to be done later, by somebody else's clock: it counts as
 * ours.
 */
export const compare = async (
  what: string,
  anchorName: string,
  anchor: Work,
  ours: Work,
  goal: number,
  { rounds = 7, times = 1, warm = 1, between = (): void => undefined, after = (): void => undefined } = {},
): Promise<Line> => {
  for (let i = 0; i < warm; i++) await anchor()
  for (let i = 0; i < warm; i++) await ours()
  between()
  const a: number[] = []
  const b: number[] = []
  for (let i = 0; i < rounds; i++) {
    a.push(await cpuOf(anchor, times))
    b.push((await cpuOf(ours, times)) + (await cpuOf(after, 1)) / times)
    between()
  }
  const ratio = median(b.map((v, i) => v / a[i]!))
  return { what, anchor: anchorName, anchorMs: median(a), oursMs: median(b), ratio, goal: `≤ ${goal}`, met: ratio <= goal }
}

export const print = (lines: readonly Line[]): void => {
  const cell = (text: string, width: number) => text.padEnd(width)
  console.log(`${cell('what', 48)}${cell('anchor', 34)}${cell('anchor ms', 11)}${cell('ours ms', 11)}${cell('ratio', 8)}goal`)
  for (const l of lines)
    console.log(
      `${cell(l.what, 48)}${cell(l.anchor, 34)}${cell(l.anchorMs.toFixed(3), 11)}${cell(l.oursMs.toFixed(3), 11)}${cell(l.ratio.toFixed(2), 8)}${l.goal} ${l.met ? 'met' : 'MISSED'}`,
    )
}
