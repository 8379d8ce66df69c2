// On a shipment: its declaration, or the way to make it.
import AccountBalance from '@mui/icons-material/AccountBalanceOutlined'
import { Box, Button, Typography } from '@mui/material'
import { useMay, useOfficeQuery, useTabs } from '../../../client/index.ts'
import { FormSection } from '../../../kit/form/index.ts'
import { RecordLink } from '../../../kit/show/index.ts'
import type { Subject } from '../../../records/index.ts'
import { useWords } from '../../../words/index.ts'
import { customsWords } from '../words.ts'

export const ShipmentDeclaration = ({ id }: Subject) => {
  const { t } = useWords(customsWords)
  const may = useMay()
  const tabs = useTabs()
  const sees = may('customs-declaration.view')
  const { data } = useOfficeQuery('declaration-of-shipment', { shipmentId: id ?? '' }, { enabled: sees && id !== undefined })
  if (!sees || data === undefined || (data === null && !may('customs-declaration.edit'))) return null
  return (
    <FormSection title={t('customs.of-shipment')} wide>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, flexWrap: 'wrap' }}>
        {data ? (
          <RecordLink route="customs-declaration" id={data.id}>
            {t('customs.open', { number: data.number })}
          </RecordLink>
        ) : (
          <Button
            size="small"
            variant="outlined"
            startIcon={<AccountBalance />}
            onClick={() => tabs.open('customs-declaration', { shipmentId: id! })}
          >
            {t('customs.make')}
          </Button>
        )}
        <Typography variant="body2" color="textSecondary" sx={{ flex: 1, minWidth: 240 }}>
          {t('customs.of-shipment-text')}
        </Typography>
      </Box>
    </FormSection>
  )
}
