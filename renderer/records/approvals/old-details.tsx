// What bank details are compared with before they are confirmed: those confirmed last, else those that stood there before.
import { Box } from '@mui/material'
import { useWords } from '../../words/index.ts'
import { DataLine } from '../../kit/show/data-line.tsx'

type Props = { confirmed: string | null | undefined; before: string | null | undefined }
const has = (text: string | null | undefined): text is string => typeof text === 'string' && text !== ''

export const OldDetails = ({ confirmed, before }: Props) => {
  const { t, name } = useWords()
  const label = !has(confirmed) && has(before) ? 'field.detailsBefore' : 'field.confirmedDetails'
  return (
    <DataLine label={name(label)}>
      <Box sx={{ whiteSpace: 'pre-line' }}>{has(confirmed) ? confirmed : has(before) ? before : t('bank-details.never')}</Box>
    </DataLine>
  )
}
