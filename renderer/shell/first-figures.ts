// What a new company begins with beside its name: a rate, an account in each currency, one colleague. Each is an ordinary command, sent once the owner is signed in.
import { READY_MADE_ROLES, type ReadyMadeRole } from '../../preload/contract/access.ts'
import type { CommandInput, CommandName } from '../../preload/contract/commands.ts'
import type { Answer } from '../../preload/contract/envelope.ts'
import type { Language } from '../../preload/contract/names/define.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'

export type FirstFigures = {
  /** Opened in the wizard: nothing is made of what nobody has looked at. */
  wanted: boolean
  currency: string
  rate: string
  baseAccount: string
  foreignAccount: string
  colleague: { name: string; login: string; password: string; role: ReadyMadeRole }
}
export const COLLEAGUE_ROLES = READY_MADE_ROLES
export const emptyFigures: FirstFigures = {
  wanted: false,
  currency: 'USD',
  rate: '',
  baseAccount: '',
  foreignAccount: '',
  colleague: { name: '', login: '', password: '', role: 'salesperson' },
}

type Sent = { [N in CommandName]: { name: N; input: CommandInput<N> } }[CommandName]
const sent = <N extends CommandName>(name: N, input: CommandInput<N>): Sent => ({ name, input }) as Sent
type Founded = { today: string; baseCurrency: string; departmentId: string; roleIds: Record<ReadyMadeRole, string>; language: Language }

const account = (code: string, name: string, currency: string, openingRate: string, today: string): Sent =>
  sent('create-bank-account', {
    ...{ id: newId(), code, name, bankName: '', accountNumber: '', swift: '', currency, active: true },
    ...{ openedOn: today, openingBalance: 0, openingRate },
  })

/** The commands that what was typed comes to; what was left empty asks for none. */
export const commandsOf = (typed: FirstFigures, founded: Founded): Sent[] => {
  const { currency, rate, colleague } = typed
  const { today, baseCurrency } = founded
  const foreign = currency !== '' && currency !== baseCurrency && rate.trim() !== ''
  return [
    ...(foreign ? [sent('set-exchange-rate', { currency, on: today, rate: rate.trim() })] : []),
    ...(typed.baseAccount.trim() === '' ? [] : [account(baseCurrency, typed.baseAccount, baseCurrency, '1', today)]),
    ...(foreign && typed.foreignAccount.trim() !== '' ? [account(currency, typed.foreignAccount, currency, rate.trim(), today)] : []),
    ...(colleague.name.trim() === ''
      ? []
      : [
          sent('create-user', {
            ...{ id: newId(), login: colleague.login, name: colleague.name, nameEn: '', email: '', phone: '', language: founded.language },
            ...{ departmentId: founded.departmentId, roleIds: [founded.roleIds[colleague.role]], password: colleague.password },
          }),
        ]),
  ]
}

/** Sends them one after the other; the first refusal is given back, the others are sent all the same: each stands on its own. */
export const sendAll = async (commands: readonly Sent[], send: (one: Sent) => Promise<Answer>): Promise<Answer | null> => {
  let refused: Answer | null = null
  for (const one of commands) {
    const answer = await send(one)
    if (!answer.ok) refused ??= answer
  }
  return refused
}
