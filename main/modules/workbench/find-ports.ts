// Ports by what is typed of them. Loaded by the first who looks for one: the table is long.
import { ports, type PortRow } from '../../../db/reference/ports.ts'
import type { QueryOutput, QueryParsed } from '../../../preload/contract/queries.ts'

const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()
const searched = ports.map((port) => ({ port, code: plain(port.unlocode), nameEn: plain(port.nameEn), nameZh: port.nameZh ?? '' }))

/** 0 the very code or name, 1 a name begins so, 2 one of its words does, 3 it stands somewhere within; undefined: not at all. */
const rank = ({ code, nameEn, nameZh }: (typeof searched)[number], text: string): number | undefined => {
  if (code === text || nameEn === text || nameZh === text) return 0
  if (nameEn.startsWith(text) || nameZh.startsWith(text) || (text.length >= 3 && code.startsWith(text))) return 1
  if (nameEn.includes(` ${text}`)) return 2
  return nameEn.includes(text) || nameZh.includes(text) || code.slice(2) === text ? 3 : undefined
}
const answer = ({ unlocode, country, nameEn, nameZh }: PortRow) => ({ code: unlocode, country, nameEn, nameZh })

/** Nearest first; of equals those with a Chinese name first, for these are the ports that traders use most. */
export const findPorts = ({ text, limit }: QueryParsed<'ports'>): QueryOutput<'ports'> => {
  const typed = plain(text)
  if (typed === '')
    return searched
      .filter((s) => s.port.country === 'CN' && s.nameZh !== '')
      .slice(0, limit)
      .map((s) => answer(s.port))
  return searched
    .flatMap((s) => {
      const found = rank(s, typed)
      return found === undefined ? [] : [{ port: s.port, rank: found, main: s.nameZh === '' ? 1 : 0 }]
    })
    .sort((a, b) => a.rank - b.rank || a.main - b.main || (a.port.nameEn < b.port.nameEn ? -1 : 1))
    .slice(0, limit)
    .map(({ port }) => answer(port))
}
