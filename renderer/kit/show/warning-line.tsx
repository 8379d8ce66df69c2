// One quiet yellow line: what is odd about a value. It stands beside its field and stops nothing.
import WarningAmberRounded from '@mui/icons-material/WarningAmberRounded'
import { Box } from '@mui/material'
import type { Warning } from '../../../preload/contract/warnings.ts'
import { useWords, warningText } from '../../words/index.ts'

export const WARNING_GROUND = 'color-mix(in srgb, var(--mui-palette-warning-main) 16%, transparent)'

export const WarningLine = ({ warnings, label }: { warnings: readonly Warning[]; label?: string }) => {
  const words = useWords()
  if (warnings.length === 0) return null
  const text = warnings.map((one) => warningText(one, words)).join(words.language === 'zh' ? '；' : '; ')
  return (
    <Box
      component="span"
      className="not-on-paper"
      sx={{
        display: 'inline-flex',
        alignItems: 'flex-start',
        gap: 0.5,
        px: 0.5,
        borderRadius: 0.5,
        bgcolor: WARNING_GROUND,
        color: 'text.primary',
        fontSize: 12,
      }}
    >
      <WarningAmberRounded aria-hidden sx={{ fontSize: 14, mt: '2px', color: 'warning.main' }} />
      <span>{label === undefined ? text : `${label}${words.language === 'zh' ? '：' : ': '}${text}`}</span>
    </Box>
  )
}
