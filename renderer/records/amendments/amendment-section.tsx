// Why a contract is amended and by what the other side agrees; and whether the amendment, as it is saved, could come into force.
import { Alert } from '@mui/material'
import type { Problem } from '../../../preload/contract/envelope.ts'
import { useOfficeQuery } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { TextField } from '../../kit/fields/index.ts'
import { type Form, FormSection } from '../../kit/form/index.ts'
import { decimalShown } from '../../kit/format/index.ts'
import { DataLine, ProblemNote } from '../../kit/show/index.ts'
import type { Amended } from './amended.ts'

const Check = ({ id }: { id: string }) => {
  const { t } = useWords()
  const { data } = useOfficeQuery('amendment-check', { id }, { keep: true })
  if (!data) return null
  const lines = data.overPurchased.map(({ goods, asked, purchased }) =>
    t('amendments.over-purchased-line', { goods, asked: decimalShown(asked), purchased: decimalShown(purchased) }),
  )
  return (
    <>
      {data.stopped && <ProblemNote problem={data.stopped as Problem} before={t('amendments.stopped')} />}
      {lines.length > 0 && (
        <Alert severity="warning" variant="outlined" sx={{ py: 0.25 }}>
          {t('amendments.over-purchased', { lines: lines.join(t('amendments.comma')) })}
        </Alert>
      )}
    </>
  )
}

type Props = { form: Form<{ reason: string; confirmation: string }>; amendment: NonNullable<Amended['amendment']> }
export const AmendmentSection = ({ form, amendment }: Props) => {
  const { t, name } = useWords()
  return (
    <>
      <Check id={amendment.id} />
      <FormSection title={t('amendments.about')}>
        <TextField {...form.field('reason')} required span={2} />
        <TextField {...form.field('confirmation')} help={t('amendments.confirmation-help')} span={2} />
        <DataLine label={name('field.preparedBy')}>{amendment.preparedBy}</DataLine>
      </FormSection>
    </>
  )
}
