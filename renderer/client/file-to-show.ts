// A file that somebody chose where its record was not open: the record's page shows it as soon as it has its files.
import { useEffect } from 'react'
import { createStore } from 'zustand/vanilla'

const asked = createStore<{ versionId: string | null }>(() => ({ versionId: null }))

/** The page of the record that is opened now shows this file. */
export const showFile = (versionId: string): void => asked.setState({ versionId })

/** Calls `show` with the place of the asked file among these, once. */
export const useFileToShow = (files: readonly { versionId: string }[], show: (at: number) => void): void => {
  useEffect(() => {
    const look = () => {
      const { versionId } = asked.getState()
      const at = versionId === null ? -1 : files.findIndex((file) => file.versionId === versionId)
      if (at < 0) return
      asked.setState({ versionId: null })
      show(at)
    }
    look()
    return asked.subscribe(look)
  }, [files, show])
}
