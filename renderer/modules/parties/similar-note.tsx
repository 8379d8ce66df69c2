// While a party is typed: says which ones look the same, so that nobody makes it twice.
import { Alert } from '@mui/material'
import { useOfficeQuery } from '../../client/index.ts'
import { useDebounced } from '../../kit/form/index.ts'
import { useWords } from '../../words/index.ts'
import { partiesWords } from './words.ts'

type FormValues = { name: string; nameZh: string; email: string; website: string; phone: string }
type Props = { typed: FormValues; exceptId: string | null }

export const SimilarNote = ({ typed: { name: typedName, nameZh, email, website, phone }, exceptId }: Props) => {
  const { t, name } = useWords(partiesWords)
  const asked = useDebounced(
    { name: typedName.trim() || nameZh.trim(), email: email.trim(), website: website.trim(), phone: phone.trim(), exceptId },
    400,
  )
  const worth = asked.name.length > 1 || asked.email !== '' || asked.website !== '' || asked.phone !== ''
  const { data } = useOfficeQuery('similar-parties', asked, { enabled: worth, keep: true })
  if (!worth || data === undefined || data.length === 0) return null
  return (
    <Alert severity="warning" variant="outlined" role="status">
      {t('parties.similar')}
      <ul style={{ margin: '4px 0 0', paddingLeft: 20 }}>
        {data.map((one) => (
          <li key={`${one.kind} ${one.name} ${one.reason}`}>
            {t('parties.similar-one', { name: one.name, kind: name(`party-kind.${one.kind}`), reason: t(`parties.similar-${one.reason}`) })}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
