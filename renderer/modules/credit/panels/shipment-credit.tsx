// The customer's credit on a shipment that has not left: the warning, and how its over-limit request stands.
import { Box } from '@mui/material'
import { useMay, useOfficeQuery } from '../../../client/index.ts'
import { moneyShown } from '../../../kit/format/index.ts'
import { StatusChip } from '../../../kit/show/index.ts'
import type { Subject } from '../../../records/index.ts'
import { useWords } from '../../../words/index.ts'
import { CreditOf } from './credit-note.tsx'
import { creditWords } from '../words.ts'

const OverrideLine = ({ customerId, shipmentId }: { customerId: string; shipmentId: string }) => {
  const { t } = useWords(creditWords)
  const enabled = useMay()('customer.view')
  const { data } = useOfficeQuery('credit-position', { customerId, shipmentId }, { enabled, keep: true })
  const override = data?.override
  if (!override) return null
  const { amount, expiresOn, expired, standing } = override
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
      {t('credit.override-standing', { amount: moneyShown(amount), expiresOn })}
      <StatusChip group="approval-state" value={standing} />
      {expired && t('credit.override-expired')}
    </Box>
  )
}

export const ShipmentCredit = ({ id, open = false, customerId = null, addition }: Subject) =>
  open ? (
    <>
      <CreditOf customerId={customerId} addition={addition} shipmentId={id} />
      {customerId !== null && id !== undefined && <OverrideLine customerId={customerId} shipmentId={id} />}
    </>
  ) : null
