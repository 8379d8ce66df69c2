// The window of papers, loaded when it is first opened.
import { type ComponentProps, lazy, Suspense } from 'react'

const PapersDialog = lazy(async () => ({ default: (await import('./papers-dialog.tsx')).PapersDialog }))

export const PapersWindow = (props: ComponentProps<typeof PapersDialog>) => (
  <Suspense fallback={null}>
    <PapersDialog {...props} />
  </Suspense>
)

/** Ctrl+P, or ⌘P. */
export const asksForPaper = (event: KeyboardEvent): boolean =>
  event.key.toLowerCase() === 'p' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
