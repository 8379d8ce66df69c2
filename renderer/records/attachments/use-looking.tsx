// Looking at files, saving them and handing them to the system, wherever they are listed.
import { lazy, Suspense, useCallback, useState } from 'react'
import { announce, openFile, type Problem, problemOf, saveDownload } from '../../client/index.ts'
import type { Previewed } from './file-preview.tsx'

const FilePreviewDialog = lazy(async () => ({ default: (await import('./file-preview.tsx')).FilePreviewDialog }))

export const useLooking = () => {
  const [shown, setShown] = useState<{ files: readonly Previewed[]; at: number } | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const preview = useCallback((files: readonly Previewed[], at: number) => setShown({ files, at }), [])
  const download = async ({ versionId, name }: Previewed) => {
    const answer = await saveDownload({ version: versionId }, name)
    setProblem(problemOf(answer))
    if (answer.ok && answer.value?.path) announce({ words: 'files.saved', data: { path: answer.value.path }, tone: 'success' })
  }
  const open = async ({ versionId, name }: Previewed) => {
    const answer = await openFile(versionId, name)
    setProblem(problemOf(answer))
    if (answer.ok && !answer.value.opened) announce({ words: 'files.not-opened', data: { name }, tone: 'warning' })
  }
  return {
    problem,
    forgetProblem: () => setProblem(null),
    preview,
    download,
    open,
    dialog: shown && (
      <Suspense fallback={null}>
        <FilePreviewDialog
          {...shown}
          onMove={(at) => setShown({ ...shown, at })}
          onClose={() => setShown(null)}
          onDownload={(file) => void download(file)}
          onOpen={(file) => void open(file)}
        />
      </Suspense>
    ),
  }
}
