// What each instalment of a payment term comes to, as the lines are typed.
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { useWords } from '../../words/index.ts'
import { FormSection } from '../../kit/form/index.ts'
import { instalmentText } from '../../kit/fields/index.ts'
import { DataLine, MoneyText } from '../../kit/show/index.ts'

export type Instalment = QueryOutput<'preview-sales-contract'>['instalments'][number]

export const InstalmentsSection = ({ instalments }: { instalments: readonly Instalment[] }) => {
  const words = useWords()
  return (
    <FormSection title={words.t('kit.terms.instalments')}>
      {instalments.map((one, at) => (
        // Instalments have no identity of their own: they are their place.
        <DataLine key={at} label={instalmentText(one, words)}>
          <MoneyText money={one.amount} />
        </DataLine>
      ))}
    </FormSection>
  )
}
