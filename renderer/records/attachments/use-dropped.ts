// Files that are dropped anywhere on a page, or pasted into it. A page that is not in front hears nothing: its effects rest.
import { useEffect, useRef, useState } from 'react'

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
/** A pasted picture has no name but `image.png`: it gets one by which it is known again. */
const named = (file: File): File =>
  /^image\.\w+$/.test(file.name)
    ? new File([file], `${new Date().toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}${/\.\w+$/.exec(file.name)?.[0] ?? ''}`, {
        type: file.type,
      })
    : file

/** Whether files are held over the page just now. */
export const useDropped = (enabled: boolean, onFiles: (files: readonly File[]) => void): boolean => {
  const [over, setOver] = useState(false)
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = onFiles
  })
  useEffect(() => {
    if (!enabled) return undefined
    let depth = 0
    const enter = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      depth += 1
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    // Without this the window would show the file in place of the page.
    const hold = (event: DragEvent) => holdsFiles(event) && event.preventDefault()
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      depth = 0
      setOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length > 0) latest.current(files)
    }
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      latest.current(files.map(named))
    }
    const stops = [
      ...(
        [
          ['dragenter', enter],
          ['dragleave', leave],
          ['dragover', hold],
          ['drop', drop],
        ] as const
      ).map(([name, hear]) => {
        window.addEventListener(name, hear)
        return () => window.removeEventListener(name, hear)
      }),
    ]
    window.addEventListener('paste', paste)
    return () => {
      stops.forEach((stop) => stop())
      window.removeEventListener('paste', paste)
      setOver(false)
    }
  }, [enabled])
  return over
}
