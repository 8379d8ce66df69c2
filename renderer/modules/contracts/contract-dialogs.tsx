// What is asked before a sales contract is signed, voided or discarded.
import { useCommand } from '../../client/index.ts'
import { type Acting, type Form, DiscardDialog } from '../../kit/form/index.ts'
import { ConfirmDialog } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import type { Contract, ContractFormValues } from './contract-form-values.ts'
import { contractsWords } from './words.ts'

export type Asking = 'sign' | 'void' | 'discard' | null
type Props = { asking: Asking; act: Acting; form: Form<ContractFormValues>; data: Contract | undefined; onClose(): void }

export const ContractDialogs = ({ asking, act, form, data, onClose }: Props) => {
  const { t, name } = useWords(contractsWords)
  const signing = useCommand('sign-sales-contract')
  const voiding = useCommand('void-sales-contract')
  switch (asking) {
    case 'sign':
      return (
        <ConfirmDialog
          open
          title={name('command.sign-sales-contract')}
          text={t('contracts.sign-text')}
          confirm={name('command.sign-sales-contract')}
          date={name('field.signedOn')}
          dateField="signedOn"
          onConfirm={({ date }) => act((at) => signing.run({ ...at, signedOn: date }))}
          onClose={onClose}
        />
      )
    case 'void':
      return (
        <ConfirmDialog
          open
          danger
          title={name('command.void-sales-contract')}
          text={t('contracts.void-text')}
          confirm={name('command.void-sales-contract')}
          reason="required"
          onConfirm={({ reason }) => act((at) => voiding.run({ ...at, reason }))}
          onClose={onClose}
        />
      )
    case 'discard':
      return (
        <DiscardDialog
          command="discard-sales-contract"
          text={t('contracts.discard-text')}
          form={form}
          revision={data?.revision}
          onClose={onClose}
        />
      )
    default:
      return null
  }
}
