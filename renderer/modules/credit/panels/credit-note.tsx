// How a customer stands with his credit once this document counts: quiet figures, coloured only when they are over. A warning, never a gate.
import { Alert, Box, Button } from '@mui/material'
import { useState } from 'react'
import type { QueryOutput } from '../../../../preload/contract/queries.ts'
import { useMay, useOfficeQuery } from '../../../client/index.ts'
import type { Subject } from '../../../records/index.ts'
import { useWords } from '../../../words/index.ts'
import { useDebounced } from '../../../kit/form/index.ts'
import { moneyShown } from '../../../kit/format/index.ts'
import { CreditParts } from './credit-parts.tsx'
import { creditWords } from '../words.ts'

type Position = QueryOutput<'credit-position'>

/** The sentence for a position, and whether it is something to act on. */
const useSentence = (position: Position): { text: string; over: boolean } => {
  const { t } = useWords(creditWords)
  const { state, limit, free, overdueDays, overdueAllowed } = position
  const exposure = moneyShown(position.exposure)
  if (state === 'overdue') return { text: t('credit.overdue', { days: overdueDays, allowed: overdueAllowed ?? 0 }), over: true }
  if (limit === null) return { text: t('credit.unlimited', { exposure }), over: false }
  if (state === 'over-limit')
    return { text: t('credit.over', { excess: moneyShown(position.excess), exposure, limit: moneyShown(limit) }), over: true }
  return { text: t('credit.within', { exposure, limit: moneyShown(limit), free: free ? moneyShown(free) : '' }), over: false }
}

const Sentence = ({ position, withAddition }: { position: Position; withAddition: boolean }) => {
  const { t } = useWords(creditWords)
  const { text, over } = useSentence(position)
  const covered = position.parts.covered.minor + position.parts.insured.minor
  const [open, setOpen] = useState(false)
  return (
    <Box>
      <Alert
        action={
          <Button size="small" color="inherit" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'credit.hide-items' : 'credit.show-items')}
          </Button>
        }
        icon={over ? undefined : false}
        severity={over ? (position.on ? 'error' : 'warning') : 'info'}
        variant={over ? 'outlined' : 'standard'}
        role={over ? 'alert' : 'note'}
        sx={{ py: 0, ...(over ? {} : { bgcolor: 'transparent', color: 'text.secondary', px: 0 }) }}
      >
        {t('credit.title')} · {withAddition && `${t('credit.after-this')} · `}
        {text}
        {covered > 0 && ` · ${t('credit.covered-note', { covered: moneyShown({ ...position.exposure, minor: covered }) })}`}
        {over && ` · ${position.on ? t('credit.checked-at-dispatch') : t('credit.information-only')}`}
      </Alert>
      {open && <CreditParts position={position} />}
    </Box>
  )
}

/** `shipmentId`: the shipment that it is, so that its goods are not counted twice. */
type Props = Pick<Subject, 'customerId' | 'addition'> & { shipmentId?: string | undefined }

/** Nothing for who may not see customers, without a customer, and for a customer without a limit who owes nothing overdue. */
export const CreditOf = ({ customerId, addition, shipmentId }: Props) => {
  const may = useMay()
  const asked = useDebounced({
    customerId: customerId ?? '',
    ...(addition ? { addition } : {}),
    ...(shipmentId === undefined ? {} : { shipmentId }),
  })
  const enabled = asked.customerId !== '' && may('customer.view')
  const { data } = useOfficeQuery('credit-position', asked, { enabled, keep: true })
  if (!enabled || !data || data.state === 'unlimited') return null
  return <Sentence position={data} withAddition={asked.addition !== undefined} />
}

/** On a document that does not count yet or that counts by itself. */
export const CreditNote = ({ customerId, addition }: Subject) => <CreditOf customerId={customerId} addition={addition} />
