// The papers of the record on a page: a button among its actions, Ctrl+P, and the window that shows them.
import Print from '@mui/icons-material/PrintOutlined'
import { Button } from '@mui/material'
import { type ReactNode, useEffect, useState } from 'react'
import { PRINTED_KINDS, type PrintedKind } from '../../../preload/contract/papers.ts'
import type { RecordKind } from '../../../preload/contract/records.ts'
import { listenForKeys } from '../../client/index.ts'
import type { FormAction } from '../../kit/form/index.ts'
import { useWords } from '../../words/index.ts'
import { asksForPaper, PapersWindow } from './papers-window.tsx'

/** A small button that shows the papers of one record, where the page is another record's. */
export const PapersButton = ({ recordKind, recordId, label }: { recordKind: PrintedKind; recordId: string; label: string }) => {
  const [shown, setShown] = useState(false)
  return (
    <>
      <Button size="small" color="inherit" startIcon={<Print />} onClick={() => setShown(true)}>
        {label}
      </Button>
      {shown && <PapersWindow {...{ recordKind, recordId }} isTyped={false} onClose={() => setShown(false)} />}
    </>
  )
}

const isPrinted = (kind: RecordKind): kind is PrintedKind => (PRINTED_KINDS as readonly string[]).includes(kind)

/**
 * `of`: the record; absent while it is new. `version`: of a contract, the one on screen. `isTyped`: what stands on the page is not saved, and on no paper.
 */
export const usePapers = (
  kind: RecordKind,
  { of, version, isTyped }: { of: string | undefined; version?: number | undefined; isTyped: boolean },
): { button: FormAction[]; dialog: ReactNode } => {
  const { t } = useWords()
  const [shown, setShown] = useState(false)
  const isReady = isPrinted(kind) && of !== undefined
  useEffect(() => {
    if (!isReady) return undefined
    return listenForKeys(window, (event) => {
      if (!asksForPaper(event)) return
      event.preventDefault()
      setShown(true)
    })
  }, [isReady])
  if (!isReady) return { button: [], dialog: null }
  return {
    button: [{ label: t('papers.button'), icon: <Print />, onClick: () => setShown(true) }],
    dialog: shown && <PapersWindow {...{ recordKind: kind, recordId: of, version, isTyped }} onClose={() => setShown(false)} />,
  }
}
