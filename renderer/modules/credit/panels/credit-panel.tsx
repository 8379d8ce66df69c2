// A customer's credit with its parts and the policies that insure it, on the customer's own page.
import { useMay, useOfficeQuery } from '../../../client/index.ts'
import type { Subject } from '../../../records/index.ts'
import { useWords } from '../../../words/index.ts'
import { FormSection } from '../../../kit/form/index.ts'
import { ProblemNote } from '../../../kit/show/index.ts'
import { CreditParts } from './credit-parts.tsx'
import { InsuranceSection } from './insurance-section.tsx'
import { creditWords } from '../words.ts'

export const CreditPanel = ({ id: customerId = '' }: Subject) => {
  const { t } = useWords(creditWords)
  const enabled = useMay()('customer.view') && customerId !== ''
  const { data, problem } = useOfficeQuery('credit-position', { customerId }, { enabled, keep: true })
  if (!enabled) return null
  return (
    <FormSection title={t('credit.title')} wide>
      <ProblemNote problem={problem} />
      {data && <CreditParts position={data} />}
      {data && <InsuranceSection customerId={customerId} currency={data.currency} policies={data.insurances} />}
    </FormSection>
  )
}
