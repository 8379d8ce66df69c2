// The freight of a shipment: what was chosen for it, its inquiries, and what booking still lacks, with the way on.
import { Box, Button } from '@mui/material'
import type { QueryOutput } from '../../../../preload/contract/queries.ts'
import { type Problem, useMay, useOfficeQuery, useTabs } from '../../../client/index.ts'
import { FormSection } from '../../../kit/form/index.ts'
import { moneyShown } from '../../../kit/format/index.ts'
import { MoneyText, ProblemNote, RecordLink, StatusChip } from '../../../kit/show/index.ts'
import type { Subject } from '../../../records/index.ts'
import { useWords } from '../../../words/index.ts'
import { freightWords } from '../words.ts'

type Freight = QueryOutput<'shipment-freight'>
type OneInquiry = Freight['inquiries'][number]
type OnTake = NonNullable<Subject['onTake']>

/** A button to the shipment's open inquiry, or to a new one for it. */
const Way = ({ shipmentId, onGo }: { shipmentId: string; onGo?: (() => void) | undefined }) => {
  const { t } = useWords(freightWords)
  const tabs = useTabs()
  const may = useMay()
  const { data } = useOfficeQuery('shipment-freight', { shipmentId }, { enabled: may('freight-inquiry.view'), keep: true })
  const open = data?.inquiries.find((i) => i.status !== 'closed')
  if (!data || (!open && !may('freight-inquiry.create'))) return null
  const go = () => {
    onGo?.()
    if (open) void tabs.openRecord('freight-inquiry', open.id)
    else tabs.open('freight-inquiry', { shipmentId })
  }
  return (
    <Button variant="outlined" size="small" onClick={go} sx={{ alignSelf: 'start' }}>
      {t(open ? 'freight.open-inquiry' : 'freight.new-for-shipment')}
    </Button>
  )
}

const InquiryLine = ({ inquiry, onTake }: { inquiry: OneInquiry; onTake: OnTake | undefined }) => {
  const { t } = useWords(freightWords)
  const { chosen } = inquiry
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, rowGap: 0.5, py: 0.25 }}>
      <RecordLink route="freight-inquiry" id={inquiry.id}>
        {inquiry.number}
      </RecordLink>
      <StatusChip group="freight-status" value={inquiry.status} />
      {inquiry.approval !== 'none' && <StatusChip group="approval-state" value={inquiry.approval} />}
      {chosen ? (
        <>
          <span>{t('freight.expected')}</span>
          <Box component="strong" sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
            {chosen.amounts.map(moneyShown).join(' + ')}
          </Box>
          {chosen.totalBase && <MoneyText money={chosen.totalBase} />}
          <span>{[chosen.forwarderName, chosen.carrierName].filter(Boolean).join(' · ')}</span>
          <Box component="span" sx={{ color: chosen.expired ? 'error.main' : 'text.secondary' }}>
            {chosen.expired ? t('freight.ran-out', { on: chosen.validTo }) : `≤ ${chosen.validTo}`}
          </Box>
          {onTake && (
            <Button size="small" onClick={() => onTake({ forwarderId: chosen.forwarderId, carrierId: chosen.carrierId })}>
              {t('freight.take-over')}
            </Button>
          )}
        </>
      ) : (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {t('freight.quotes-of', { valid: inquiry.valid, asked: inquiry.asked })}
        </Box>
      )}
    </Box>
  )
}

/** In a dialog that was refused for want of a freight inquiry or its quotes. */
export const FreightWay = ({ id, onClose }: Subject) => (id === undefined ? null : <Way shipmentId={id} onGo={onClose} />)

/** The forwarder and carrier of the chosen quote are offered where what is typed differs. */
export const ShipmentFreight = ({ id, ...subject }: Subject) => (id === undefined ? null : <Freights {...subject} shipmentId={id} />)

const Freights = ({ shipmentId, forwarderId, open = false, onTake }: Subject & { shipmentId: string }) => {
  const { t } = useWords(freightWords)
  const may = useMay()
  const { data } = useOfficeQuery('shipment-freight', { shipmentId }, { enabled: may('freight-inquiry.view'), keep: true })
  if (!data || (data.inquiries.length === 0 && (!open || !may('freight-inquiry.create')))) return null
  return (
    <FormSection title={t('freight.of-shipment')} wide aside={open && <Way shipmentId={shipmentId} />}>
      {open && <ProblemNote problem={data.problem as Problem | null} />}
      {data.inquiries.length === 0 && !data.problem && (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {t('freight.none-for-shipment')}
        </Box>
      )}
      {data.inquiries.map((inquiry) => (
        <InquiryLine
          key={inquiry.id}
          inquiry={inquiry}
          onTake={open && inquiry.chosen && inquiry.chosen.forwarderId !== forwarderId ? onTake : undefined}
        />
      ))}
    </FormSection>
  )
}
