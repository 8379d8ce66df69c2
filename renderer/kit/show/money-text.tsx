// Amounts as text: tabular figures, the currency's own places, its code small before the figure.
import { Box } from '@mui/material'
import type { Money } from '../../../preload/contract/vocabulary/money.ts'
import { amountShown } from '../format/shown.ts'

type Props = {
  money: Money | null | undefined
  /** Without the currency's code where the place already says it. */
  bare?: boolean
  strong?: boolean
}

export const MoneyText = ({ money, bare = false, strong = false }: Props) => {
  if (money === undefined) return null
  // Q27: what the office does not know is told as such.
  if (money === null)
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        –
      </Box>
    )
  return (
    <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', ...(strong && { fontWeight: 600 }) }}>
      {!bare && (
        <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.86em', fontWeight: 400, mr: 0.5 }}>
          {money.currency}
        </Box>
      )}
      {amountShown(money)}
    </Box>
  )
}
