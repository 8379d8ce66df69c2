// On a shipment: its certificates of origin, and the way to make one on the form that its country suggests, or on another.
import { Box, Button, Typography } from '@mui/material'
import { ORIGIN_FORMS } from '../../../../preload/contract/modules/customs/origin.ts'
import { useMay, useOfficeQuery, useTabs } from '../../../client/index.ts'
import { FormSection } from '../../../kit/form/index.ts'
import { RecordLink } from '../../../kit/show/index.ts'
import type { Subject } from '../../../records/index.ts'
import { useWords } from '../../../words/index.ts'
import { customsWords } from '../words.ts'

export const ShipmentOrigin = ({ id }: Subject) => {
  const { t, name } = useWords(customsWords)
  const may = useMay()
  const tabs = useTabs()
  const sees = may('origin-certificate.view')
  const makes = may('origin-certificate.edit')
  const { data } = useOfficeQuery('origin-of-shipment', { shipmentId: id ?? '' }, { enabled: sees && id !== undefined })
  if (!sees || data === undefined || (data.certificates.length === 0 && !makes)) return null
  const { certificates, suggested } = data
  const forms = [suggested, ...ORIGIN_FORMS.filter((form) => form !== suggested)]
  return (
    <FormSection title={t('origin.of-shipment')} wide>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, flexWrap: 'wrap' }}>
        {certificates.map((one) => (
          <RecordLink key={one.id} route="origin-certificate" id={one.id}>
            {[name(`origin-form.${one.originForm}`), one.certificateNumber || one.number].join(' ')}
          </RecordLink>
        ))}
        {makes &&
          forms.map((form) => (
            <Button
              key={form}
              size="small"
              variant={form === suggested && certificates.length === 0 ? 'outlined' : 'text'}
              onClick={() => tabs.open('origin-certificate', { shipmentId: id!, form })}
            >
              {t('origin.make', { form: name(`origin-form.${form}`) })}
            </Button>
          ))}
      </Box>
      {certificates.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('origin.of-shipment-text')}
        </Typography>
      )}
    </FormSection>
  )
}
