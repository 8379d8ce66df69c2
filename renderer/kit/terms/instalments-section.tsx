// What each instalment of a payment term comes to, as the lines are typed.
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { useWords } from '../../words/index.ts'
import { FormSection } from '../form/index.ts'
import { percentShown } from '../format/index.ts'
import { DataLine, MoneyText } from '../show/index.ts'

export type Instalment = QueryOutput<'preview-sales-contract'>['instalments'][number]

export const InstalmentsSection = ({ instalments }: { instalments: readonly Instalment[] }) => {
  const { t, name } = useWords()
  return (
    <FormSection title={t('kit.terms.instalments')}>
      {instalments.map(({ share, event, days, amount }, at) => {
        const when = name(`instalment-event.${event}`)
        return (
          // Instalments have no identity of their own: they are their place.
          <DataLine
            key={at}
            label={days > 0 ? t('kit.term.days', { share: percentShown(share), when, days }) : `${percentShown(share)} ${when}`}
          >
            <MoneyText money={amount} />
          </DataLine>
        )
      })}
    </FormSection>
  )
}
