// What is asked before a purchase contract is signed, voided or discarded.
import { useCommand } from '../../client/index.ts'
import { type Acting, type Form, DiscardDialog } from '../../kit/form/index.ts'
import { ConfirmDialog } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import type { Purchase, PurchaseFormValues } from './purchase-form-values.ts'
import { purchasingWords } from './words.ts'

export type Asking = 'lines' | 'sign' | 'void' | 'discard' | null
type Props = { asking: Asking; act: Acting; form: Form<PurchaseFormValues>; data: Purchase | undefined; onClose(): void }

export const PurchaseDialogs = ({ asking, act, form, data, onClose }: Props) => {
  const { t, name } = useWords(purchasingWords)
  const signing = useCommand('sign-purchase-contract')
  const voiding = useCommand('void-purchase-contract')
  switch (asking) {
    case 'sign':
      return (
        <ConfirmDialog
          open
          title={name('command.sign-purchase-contract')}
          text={t('purchasing.sign-text')}
          confirm={name('command.sign-purchase-contract')}
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
          title={name('command.void-purchase-contract')}
          text={t('purchasing.void-text')}
          confirm={name('command.void-purchase-contract')}
          reason="required"
          onConfirm={({ reason }) => act((at) => voiding.run({ ...at, reason }))}
          onClose={onClose}
        />
      )
    case 'discard':
      return (
        <DiscardDialog
          command="discard-purchase-contract"
          text={t('purchasing.discard-text')}
          form={form}
          revision={data?.revision}
          onClose={onClose}
        />
      )
    default:
      return null
  }
}
