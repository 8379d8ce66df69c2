// What the founding wizard holds, and how it becomes the command's input. Pure.
import type { CommandInput } from '../../preload/contract/commands.ts'
import { peopleCommands, type Switches, switchesOff } from '../../preload/contract/modules/people/calls.ts'
import type { Language } from '../../preload/contract/names/define.ts'
import { wholeNumbers } from '../modules/people/whole-numbers.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'

export type Founding = {
  company: Omit<CommandInput<'found-company'>['company'], 'ageingBuckets' | 'lockAfterMinutes' | 'switches'> & {
    switches: Switches
    ageingBuckets: string
    lockAfterMinutes: string
  }
  owner: CommandInput<'found-company'>['owner'] & { again: string }
}

export const emptyFounding = (language: Language): Founding => ({
  company: {
    name: '',
    nameEn: '',
    address: '',
    addressEn: '',
    drawingPlace: '',
    phone: '',
    email: '',
    taxNumber: '',
    baseCurrency: 'CNY',
    timeZone: 'Asia/Shanghai',
    ageingBasis: 'due-date',
    ageingBuckets: '30, 60, 90, 180',
    lockAfterMinutes: '15',
    switches: switchesOff,
  },
  owner: { id: newId(), login: '', name: '', password: '', again: '', language },
})

export const inputOf = ({ company, owner: { again: _again, ...owner } }: Founding): CommandInput<'found-company'> => ({
  company: {
    ...company,
    ageingBuckets: wholeNumbers(company.ageingBuckets),
    lockAfterMinutes: wholeNumbers(company.lockAfterMinutes)[0] ?? Number.NaN,
  },
  owner,
})

/** The rule broken by each field, by its path; the second password's path is `owner.again`. */
export const issuesOf = (value: Founding): Readonly<Record<string, string>> => {
  const parsed = peopleCommands['found-company'].input.safeParse(inputOf(value))
  const issues: Record<string, string> = {}
  for (const issue of parsed.error?.issues ?? []) {
    const [first, second] = issue.path
    issues[`${String(first)}.${String(second)}`] ??= issue.message
  }
  if (value.owner.again !== value.owner.password) issues['owner.again'] = 'differs'
  return issues
}
