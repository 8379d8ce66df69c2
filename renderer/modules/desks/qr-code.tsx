// A text as a QR code: drawn black on white in both schemes, with its quiet zone, as cameras want it.
import { Box } from '@mui/material'
import encodeQR from 'qr'
import { useMemo } from 'react'

/** Modules of white around it, by its standard. */
const QUIET = 4

export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const { size, path } = useMemo(() => {
    const modules = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET })
    const dark = modules.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    return { size: modules.length, path: dark.join('') }
  }, [text])
  return (
    <Box
      component="svg"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      sx={{ width: 240, height: 240, flex: 'none', bgcolor: '#fff', borderRadius: 1, border: 1, borderColor: 'divider' }}
    >
      <path d={path} fill="#000" />
    </Box>
  )
}
