// Asks before a draft is thrown away; then its tab closes, and what was typed in it goes too.
import { useCommand, useTabs } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { ConfirmDialog } from '../show/confirm-dialog.tsx'
import type { Form } from './use-form.ts'

type Props = {
  command: 'discard-sales-contract' | 'discard-purchase-contract' | 'discard-shipment' | 'discard-quotation' | 'discard-letter-of-credit'
  text: string
  form: Pick<Form<object>, 'id' | 'reset'>
  revision: number | undefined
  onClose(): void
}

export const DiscardDialog = ({ command, text, form, revision, onClose }: Props) => {
  const { name } = useWords()
  const tabs = useTabs()
  const discarding = useCommand(command)
  return (
    <ConfirmDialog
      open
      danger
      title={name(`command.${command}`)}
      text={text}
      confirm={name(`command.${command}`)}
      onConfirm={async () => {
        const answer = await discarding.run({ id: form.id, revision: revision ?? 1 })
        if (answer.ok) {
          form.reset()
          tabs.close()
        }
        return answer
      }}
      onClose={onClose}
    />
  )
}
