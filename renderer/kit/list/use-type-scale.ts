// How wide the screen's own type runs. Rule Q25.
import { useTheme } from '@mui/material'
import { useMemo } from 'react'
import { cellWidth } from './list-widths.ts'

const SAMPLE = '0123456789'.repeat(10)

/** How much wider digits are than `cellWidth` takes them to be: where only DejaVu Sans is installed, an eighth. Never below 1. */
export const useTypeScale = (): number => {
  const { fontFamily } = useTheme().typography
  return useMemo(() => {
    const sample = document.createElement('span')
    sample.textContent = SAMPLE
    Object.assign(sample.style, { position: 'absolute', visibility: 'hidden', whiteSpace: 'pre', font: `13px ${fontFamily}` })
    document.body.append(sample)
    const { width } = sample.getBoundingClientRect()
    sample.remove()
    return Math.max(1, width / cellWidth(SAMPLE))
  }, [fontFamily])
}
