// Marks in the texts of a template, set and taken away where something is selected. What they mean is said in the words beside the field; the office reads them.
export type Selected = { text: string; from: number; to: number }
export type Mark = '**' | '__'

/** Line by line, as marks do not reach over lines; without the blanks at the ends of the selection. */
const eachLine = ({ text, from, to }: Selected, change: (part: string) => string): Selected => {
  const chosen = text.slice(from, to)
  const changed = chosen.split('\n').map((line) => {
    const part = line.trim()
    return part === '' ? line : line.replace(part, () => change(part))
  })
  const after = changed.join('\n')
  return { text: text.slice(0, from) + after + text.slice(to), from, to: from + after.length }
}

/** Bold or underlined, or no more, where it is already; with nothing selected both marks, and the place to type between them. */
export const withMark = (selected: Selected, mark: Mark): Selected => {
  const { text, from, to } = selected
  if (from === to) return { text: text.slice(0, from) + mark + mark + text.slice(to), from: from + mark.length, to: from + mark.length }
  const isMarked = text.slice(from - mark.length, from) === mark && text.slice(to, to + mark.length) === mark
  if (isMarked) {
    const rest = text.slice(0, from - mark.length) + text.slice(from, to) + text.slice(to + mark.length)
    return { text: rest, from: from - mark.length, to: to - mark.length }
  }
  const isWhole = (part: string) => part.length > 2 * mark.length && part.startsWith(mark) && part.endsWith(mark)
  return eachLine(selected, (part) => (isWhole(part) ? part.slice(mark.length, -mark.length) : `${mark}${part}${mark}`))
}

const BEGINS = { plain: /^\s*[-•]\s+/, number: /^\s*\d{1,3}\.\s+/ } as const
/** The selected lines as a list, or no more. */
export const asList = ({ text, from, to }: Selected, kind: keyof typeof BEGINS): Selected => {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const next = text.indexOf('\n', to)
  const end = next < 0 ? text.length : next
  const lines = text.slice(start, end).split('\n')
  const bare = lines.map((line) => line.replace(BEGINS.plain, '').replace(BEGINS.number, ''))
  const isList = lines.every((line) => BEGINS[kind].test(line))
  const changed = (isList ? bare : bare.map((line, n) => (kind === 'plain' ? `- ${line}` : `${n + 1}. ${line}`))).join('\n')
  return { text: text.slice(0, start) + changed + text.slice(end), from: start, to: start + changed.length }
}
