// A PDF on the screen, from its bytes: pages one below the other, as wide as there is room or zoomed, with the page that is read and how many there are.
import Add from '@mui/icons-material/Add'
import FitScreen from '@mui/icons-material/FitScreenOutlined'
import Remove from '@mui/icons-material/Remove'
import { Alert, Box, CircularProgress, IconButton, Stack, Typography } from '@mui/material'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useWords } from '../../words/index.ts'
import { openPdf, pdfProblem, type OpenPdf, type PdfProblem } from './pdf/pdf-document.ts'
import { PdfPageView } from './pdf/pdf-page.tsx'

const GAP = 12
const ZOOM = 1.25
const LEAST_ZOOM = 0.25
const MOST_ZOOM = 4

/** The room that a box has, as it changes. */
const useWidth = () => {
  const [width, setWidth] = useState(0)
  const watcher = useRef<ResizeObserver | null>(null)
  const measured = useCallback((box: HTMLElement | null) => {
    watcher.current?.disconnect()
    if (!box) return
    watcher.current = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)))
    watcher.current.observe(box)
  }, [])
  return { width, measured }
}

type State = { pdf: OpenPdf } | { problem: PdfProblem } | null
type Opened = { of: Uint8Array; state: State }

/** Opened once for the same bytes; let go of with the view. */
const usePdf = (bytes: Uint8Array): State => {
  const [opened, setOpened] = useState<Opened | null>(null)
  useEffect(() => {
    let gone = false
    let open: OpenPdf | undefined
    openPdf(bytes).then(
      (pdf) => {
        open = pdf
        if (gone) pdf.close()
        else setOpened({ of: bytes, state: { pdf } })
      },
      (error: unknown) => gone || setOpened({ of: bytes, state: { problem: pdfProblem(error) } }),
    )
    return () => {
      gone = true
      open?.close()
    }
  }, [bytes])
  return opened?.of === bytes ? opened.state : null
}

type Props = {
  /** The PDF; another one when it is another array. */
  bytes: Uint8Array
  /** What it is called, for who does not see it. */
  label: string
}

/** Fills the room it is given, and scrolls by itself. */
export const PdfView = ({ bytes, label }: Props) => {
  const { t } = useWords()
  const state = usePdf(bytes)
  const { width, measured } = useWidth()
  const [zoom, setZoom] = useState(1)
  const [reading, setReading] = useState(1)
  if (state && 'problem' in state)
    return (
      <Alert severity="warning" variant="outlined" sx={{ m: 2 }}>
        {t(`kit.pdf.${state.problem}`)}
      </Alert>
    )
  const pages = state ? state.pdf.document.numPages : 0
  const by = (factor: number) => setZoom((now) => Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, now * factor)))
  const shown = Math.max(100, Math.floor((width - 2 * GAP) * zoom))
  return (
    <Stack sx={{ height: '100%', minHeight: 0 }}>
      <Stack direction="row" sx={{ alignItems: 'center', gap: 0.5, px: 1, py: 0.25, borderBottom: 1, borderColor: 'divider' }}>
        <Typography variant="body2" role="status" sx={{ flexGrow: 1, color: 'text.secondary' }}>
          {pages > 0 ? t('kit.pdf.page', { page: Math.min(reading, pages), of: pages }) : t('kit.pdf.opening')}
        </Typography>
        <IconButton size="small" aria-label={t('kit.pdf.smaller')} title={t('kit.pdf.smaller')} onClick={() => by(1 / ZOOM)}>
          <Remove fontSize="small" />
        </IconButton>
        <Typography variant="body2" sx={{ width: 48, textAlign: 'center' }}>
          {Math.round(zoom * 100)} %
        </Typography>
        <IconButton size="small" aria-label={t('kit.pdf.larger')} title={t('kit.pdf.larger')} onClick={() => by(ZOOM)}>
          <Add fontSize="small" />
        </IconButton>
        <IconButton size="small" aria-label={t('kit.pdf.fit')} title={t('kit.pdf.fit')} onClick={() => setZoom(1)}>
          <FitScreen fontSize="small" />
        </IconButton>
      </Stack>
      <Box
        ref={measured}
        role="document"
        aria-label={label}
        tabIndex={0}
        sx={{ flexGrow: 1, minHeight: 0, overflow: 'auto', backgroundColor: 'action.hover' }}
      >
        {state && width > 0 ? (
          <Stack sx={{ gap: `${GAP}px`, p: `${GAP}px`, width: 'max-content', minWidth: '100%', boxSizing: 'border-box' }}>
            {Array.from({ length: pages }, (_, at) => (
              <PdfPageView
                key={at}
                pdf={state.pdf}
                number={at + 1}
                width={shown}
                label={t('kit.pdf.page', { page: at + 1, of: pages })}
                onSeen={setReading}
              />
            ))}
          </Stack>
        ) : (
          <Stack sx={{ alignItems: 'center', justifyContent: 'center', height: '100%', minHeight: 160 }}>
            <CircularProgress size={28} aria-label={t('kit.pdf.opening')} />
          </Stack>
        )}
      </Box>
    </Stack>
  )
}
