// Taking back what was posted: asked for a reason and the day.
import type { CommandInput } from '../../../preload/contract/commands.ts'
import { QuestionDialog } from '../document/index.ts'

export type Reversal =
  | 'reverse-bill'
  | 'reverse-credit-note'
  | 'reverse-receipt'
  | 'reverse-payment'
  | 'reverse-allocation'
  | 'reverse-transfer'
  | 'reverse-tax-refund'
type Given = { reason: string; date: string }

/** What is asked before a reversal, whatever it takes back. */
export const reversal = (text: string) => ({
  text,
  danger: true,
  reason: 'required' as const,
  date: 'on',
  input: ({ id }: { id: string }, { reason, date }: Given): CommandInput<Reversal> => ({ id, on: date, reason }),
})

/** From a list or a table: what is taken back is named by its id. */
export const ReverseDialog = (props: { command: Reversal; id: string; text: string; onClose(): void }) => {
  const { command, id, text, onClose } = props
  return <QuestionDialog {...reversal(text)} command={command} act={(run) => run({ id, revision: 1 })} onClose={onClose} />
}
