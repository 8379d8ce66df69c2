// Locks the screen after the company's idle minutes without a key or a pointer. The office locks the session by its own clock as well.
import { useEffect } from 'react'
import { lock } from '../client/session.ts'
import { useViewer } from '../client/viewer.ts'

export const useIdleLock = (): void => {
  const minutes = useViewer().company.lockAfterMinutes
  useEffect(() => {
    let last = performance.now()
    const stir = () => {
      last = performance.now()
    }
    const events = ['keydown', 'pointerdown', 'wheel'] as const
    for (const event of events) window.addEventListener(event, stir, { passive: true, capture: true })
    const timer = setInterval(() => {
      if (performance.now() - last >= minutes * 60_000) lock()
    }, 5_000)
    return () => {
      clearInterval(timer)
      for (const event of events) window.removeEventListener(event, stir, { capture: true })
    }
  }, [minutes])
}
