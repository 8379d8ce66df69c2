// One page of a PDF: drawn when it comes into view, with its text on it to be selected and copied; let go of when it is far away.
import { Box } from '@mui/material'
import { useEffect, useRef, useState } from 'react'
import type { OpenPdf } from './pdf-document.ts'

/** Larger than any screen shows sharper; a canvas beyond it is white in Chromium. */
const MOST_PIXELS = 16_000_000

/** The page's text lies transparent over its picture. Of pdf.js' own style sheet what selecting needs. */
const textStyles = {
  ...{ position: 'absolute', inset: 0, overflow: 'clip', lineHeight: 1, textSizeAdjust: 'none', forcedColorAdjust: 'none' },
  ...{ transformOrigin: '0 0', '--min-font-size': '1', '--text-scale-factor': 'calc(var(--total-scale-factor) * var(--min-font-size))' },
  '& :is(span, br)': { color: 'transparent', position: 'absolute', whiteSpace: 'pre', cursor: 'text', transformOrigin: '0% 0%' },
  '& > :not(.markedContent), & .markedContent span:not(.markedContent)': {
    '--font-height': '0',
    fontSize: 'calc(var(--text-scale-factor) * var(--font-height))',
    '--scale-x': '1',
    '--rotate': '0deg',
    transform: 'rotate(var(--rotate)) scaleX(var(--scale-x)) scale(calc(1 / var(--min-font-size)))',
  },
  '& .markedContent': { display: 'contents' },
  '& ::selection': { background: 'rgba(0, 100, 255, 0.3)' },
} as const

type Props = { pdf: OpenPdf; number: number; width: number; label: string; onSeen: (number: number) => void }

export const PdfPageView = ({ pdf, number, width, label, onSeen }: Props) => {
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const text = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  /** Height over width; A4 until the page says otherwise. */
  const [shape, setShape] = useState(1.414)
  const [scale, setScale] = useState(1)

  useEffect(() => {
    const watcher = new IntersectionObserver(([entry]) => setNear(entry!.isIntersecting), { rootMargin: '800px' })
    const reading = new IntersectionObserver(([entry]) => entry!.isIntersecting && onSeen(number), { rootMargin: '-45% 0px -45% 0px' })
    watcher.observe(frame.current!)
    reading.observe(frame.current!)
    return () => {
      watcher.disconnect()
      reading.disconnect()
    }
  }, [number, onSeen])

  useEffect(() => {
    if (!near) return undefined
    let gone = false
    let stop = () => undefined as void
    const draw = async () => {
      const [{ TextLayer }, page] = await Promise.all([import('pdfjs-dist'), pdf.document.getPage(number)])
      if (gone) return
      const whole = page.getViewport({ scale: 1 })
      setShape(whole.height / whole.width)
      const shown = width / whole.width
      setScale(shown)
      const viewport = page.getViewport({ scale: shown })
      const sharp = Math.min(window.devicePixelRatio || 1, Math.sqrt(MOST_PIXELS / (viewport.width * viewport.height)))
      const face = canvas.current!
      face.width = Math.floor(viewport.width * sharp)
      face.height = Math.floor(viewport.height * sharp)
      const task = page.render({ canvas: face, viewport, transform: [sharp, 0, 0, sharp, 0, 0], annotationMode: 1 })
      stop = () => task.cancel()
      await task.promise
      if (gone) return
      text.current!.replaceChildren()
      const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: text.current!, viewport })
      stop = () => layer.cancel()
      await layer.render()
    }
    // A page that cannot be drawn stays white; the others are shown.
    draw().catch(() => undefined)
    return () => {
      gone = true
      stop()
    }
  }, [near, pdf, number, width])

  return (
    <Box
      ref={frame}
      role="img"
      aria-label={label}
      sx={{ position: 'relative', width, height: Math.round(width * shape), flexShrink: 0, background: '#fff', boxShadow: 1, mx: 'auto' }}
    >
      {near && (
        <>
          <canvas ref={canvas} style={{ width: '100%', height: '100%', display: 'block' }} />
          <Box ref={text} sx={{ '--total-scale-factor': String(scale), '--scale-factor': String(scale), ...textStyles }} />
        </>
      )}
    </Box>
  )
}
