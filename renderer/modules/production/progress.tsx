// How far a contract is: n of m with a bar, and what its delays mean for delivery and shipment.
import { Box, LinearProgress } from '@mui/material'
import type { ProductionView } from '../../../preload/contract/modules/production/calls.ts'
import { useWords } from '../../words/index.ts'
import { productionWords } from './words.ts'

type Counted = Pick<ProductionView, 'done' | 'total' | 'overdue'>
export const ProgressBar = ({ production: { done, total, overdue } }: { production: Counted }) => {
  const { t } = useWords(productionWords)
  return (
    <Box sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }} title={t('production.progress', { done, total })}>
      <LinearProgress
        variant="determinate"
        aria-label={t('production.progress', { done, total })}
        color={overdue > 0 ? 'error' : done === total ? 'success' : 'primary'}
        value={total === 0 ? 0 : (done * 100) / total}
        sx={{ width: 72, height: 6, borderRadius: 3 }}
      />
      <Box component="span" sx={{ fontSize: 12, fontVariantNumeric: 'tabular-nums', color: 'text.secondary' }}>
        {done}/{total}
      </Box>
    </Box>
  )
}

type Dated = Pick<ProductionView, 'deliveryDate' | 'latestShipment' | 'expectedDelivery' | 'slip' | 'room'>
/** Delivery and latest shipment, and what is left between them by how it stands today. */
export const DeliveryOutlook = ({ production }: { production: Dated }) => {
  const { t, name } = useWords(productionWords)
  const { deliveryDate, latestShipment, expectedDelivery, slip, room } = production
  const day = (label: string, value: string | null, alarm = false) => (
    <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
      {label}{' '}
      <Box component="span" sx={{ color: alarm ? 'error.main' : 'text.primary', fontVariantNumeric: 'tabular-nums' }}>
        {value ?? '–'}
      </Box>
    </Box>
  )
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.25, fontSize: 12, color: 'text.secondary' }}>
      {day(name('field.deliveryDate'), deliveryDate)}
      {slip > 0 && day(name('field.expectedDelivery'), `${expectedDelivery ?? '–'} (${t('production.behind', { days: slip })})`, true)}
      {day(name('field.latestShipment'), latestShipment)}
      {room !== null && (
        <Box component="span" role={room < 0 ? 'alert' : undefined} sx={{ color: room < 0 ? 'error.main' : 'text.secondary' }}>
          {room < 0 ? t('production.too-late', { days: -room }) : t('production.room', { days: room })}
        </Box>
      )}
    </Box>
  )
}
