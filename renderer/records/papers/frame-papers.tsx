// Ctrl+P where no record is open: the papers of the row that has the focus in a list, elsewhere a word on how to get one. The screen itself is never printed.
import { useEffect, useState } from 'react'
import type { PrintedKind } from '../../../preload/contract/papers.ts'
import { isList, listSpec } from '../../../preload/contract/queries.ts'
import { records } from '../../../preload/contract/records.ts'
import { announce, listenForKeys } from '../../client/index.ts'
import { tabList } from '../../client/use-tabs.ts'
import { asksForPaper, PapersWindow } from './papers-window.tsx'

/** The kinds that are printed, by the route of their page. */
const PRINTED = new Map(records.flatMap(({ kind, route, papers }) => (papers && route ? [[route, kind as PrintedKind] as const] : [])))

/** Of a list whose rows are records that are printed: the row with the focus. */
const focusedRow = (route: string): { recordKind: PrintedKind; recordId: string } | null => {
  const { opens } = isList(route) ? listSpec(route) : { opens: undefined }
  const recordKind = opens?.id === 'id' ? PRINTED.get(opens.route) : undefined
  const recordId = document.activeElement?.closest<HTMLElement>('[role=row][data-id]')?.dataset['id']
  return recordKind && recordId ? { recordKind, recordId } : null
}

export const FramePapers = () => {
  const [shown, setShown] = useState<ReturnType<typeof focusedRow>>(null)
  useEffect(
    () =>
      listenForKeys(window, (event) => {
        if (!asksForPaper(event)) return
        event.preventDefault()
        const { tabs, active } = tabList()
        const front = tabs.find(({ id }) => id === active)
        // A record's page hears it itself, and in a dialog it stands for nothing.
        if (PRINTED.has(front?.route ?? '') || document.querySelector('[role=dialog]') !== null) return
        const row = focusedRow(front?.route ?? '')
        if (row) setShown(row)
        else announce({ words: 'papers.nowhere', tone: 'info' })
      }),
    [],
  )
  return shown && <PapersWindow {...shown} isTyped={false} onClose={() => setShown(null)} />
}
