// The last prices of a product beside the cell in which its price is typed: this customer's, others', quoted, bought. F4 takes the first and, pressed again, the next; a click takes any.
import { Box, Button } from '@mui/material'
import { useEffect, useRef } from 'react'
import type { QueryInput, QueryOutput } from '../../../preload/contract/queries.ts'
import { listenForKeys, useMay, useOfficeQuery } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { decimalShown } from '../../kit/format/index.ts'

type LastPrice = QueryOutput<'last-prices'>[number]
type Props = Omit<QueryInput<'last-prices'>, 'productId'> & {
  productId: string | null
  /** The price that stands there now. */
  value: string
  onTake: (price: string) => void
}
/** Takes the first, pressed again the next. */
const KEY = 'F4'
const none: readonly LastPrice[] = []

/** Nothing without a product or where none is known. */
export const LastPrices = ({ side, productId, partyId, currency, unit, value, onTake }: Props) => {
  const { t } = useWords()
  const may = useMay()('product.view')
  const asked = { side, productId: productId ?? '', partyId, currency, unit }
  const prices = useOfficeQuery('last-prices', asked, { enabled: may && productId !== null && currency !== '' }).data ?? none
  // What stands in another currency is shown, not taken.
  const takable = prices.filter((one) => one.currency === currency)
  const taken = takable.findIndex((one) => one.price === value)
  const latest = useRef(() => {})
  useEffect(() => {
    latest.current = () => {
      const next = takable[(taken + 1) % Math.max(1, takable.length)]
      if (next) onTake(next.price)
    }
  })
  useEffect(
    () =>
      listenForKeys(window, (event) => {
        if (event.key !== KEY || event.altKey || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        latest.current()
      }),
    [],
  )
  if (prices.length === 0) return null
  return (
    <Box
      role="group"
      aria-label={t('kit.prices.title')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, px: 1, py: 0.5, borderTop: 1, borderColor: 'divider', fontSize: 12 }}
    >
      <Box component="kbd" title={t('kit.prices.key')} sx={{ alignSelf: 'center', color: 'text.secondary', font: 'inherit' }}>
        {KEY}
      </Box>
      {prices.map((one) => {
        const at = takable.indexOf(one) + 1
        const said = t(`kit.prices.${side}-${one.kind}` as 'kit.prices.sale-quoted', {
          price: `${one.currency} ${decimalShown(one.price, 2)}`,
        })
        return (
          <Button
            key={one.kind}
            size="small"
            color="inherit"
            disabled={at === 0}
            title={`${one.party} · ${one.number} · ${one.date}`}
            // The cell keeps the keyboard.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(one.price)}
            sx={{ py: 0, minWidth: 0, fontSize: 12, ...(at > 0 && at - 1 === taken && { textDecoration: 'underline' }) }}
          >
            {said}
            <Box component="span" sx={{ ml: 0.5, color: 'text.secondary' }}>
              {one.date}
            </Box>
          </Button>
        )
      })}
    </Box>
  )
}
