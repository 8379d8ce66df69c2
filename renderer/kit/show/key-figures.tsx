// The few figures a document is checked by; one that is made of other records opens them.
import { Box, ButtonBase, Typography } from '@mui/material'
import type { Money } from '../../../preload/contract/vocabulary/money.ts'
import { useWords } from '../../words/index.ts'
import { MoneyText } from './money-text.tsx'

export type KeyFigure = {
  /** Name key, e.g. 'field.total'; or `label` when the words are made up by the page. */
  name?: string
  label?: string
  money?: Money | null
  text?: string | null
  /** Something to act on: shown in red. */
  alarm?: boolean
  onClick?: () => void
}

const Figure = ({ figure }: { figure: KeyFigure }) => {
  const { name } = useWords()
  const label = figure.label ?? name(figure.name ?? '')
  const body = (
    <Box sx={{ textAlign: 'left', minWidth: 84 }}>
      <Typography variant="caption" sx={{ color: 'text.secondary', display: 'block', lineHeight: 1.3 }}>
        {label}
      </Typography>
      <Box sx={{ fontSize: 15, fontWeight: 600, fontVariantNumeric: 'tabular-nums', color: figure.alarm ? 'error.main' : 'text.primary' }}>
        {figure.money ? <MoneyText money={figure.money} /> : (figure.text ?? '–')}
      </Box>
    </Box>
  )
  if (!figure.onClick) return <Box sx={{ px: 1, py: 0.5 }}>{body}</Box>
  return (
    <ButtonBase
      onClick={figure.onClick}
      focusRipple
      sx={{ px: 1, py: 0.5, borderRadius: 1, font: 'inherit', alignItems: 'flex-start', '&:hover': { bgcolor: 'action.hover' } }}
    >
      {body}
    </ButtonBase>
  )
}

export const KeyFigures = ({ figures }: { figures: readonly KeyFigure[] }) => (
  <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mx: -1 }}>
    {figures.map((figure) => (
      <Figure key={figure.name ?? figure.label} figure={figure} />
    ))}
  </Box>
)
