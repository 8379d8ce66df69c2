// [W27] A rule over several fields is told together with what is wrong in one of them: nobody corrects a line in rounds.
import { expect, test } from 'vitest'
import { type CommandName, commands } from '../commands.ts'
import { newId } from './ids.ts'
import { paymentTermSchema } from './payment-term.ts'

const issuesOf = (name: CommandName, input: unknown) =>
  (commands[name].input.safeParse(input).error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`)
const told = (issues: readonly string[], path: string) => issues.some((issue) => issue.startsWith(`${path} `))

const line = {
  id: newId(),
  kind: 'other',
  name: 'Dyeing',
  nameEn: '',
  anchor: 'signed',
  responsible: 'user',
  userId: null,
  needsNote: false,
}
/** Text in a cell that is no value stands for '?'. */
const cases: [what: string, command: CommandName, input: unknown, broken: string, rule: string][] = [
  [
    'a line of a milestone template',
    'save-milestone-template',
    { id: newId(), name: 'T', nameEn: '', isDefault: false, lines: [{ ...line, offsetDays: '?' }] },
    'lines.0.offsetDays',
    'lines.0.userId required',
  ],
  [
    'one milestone more',
    'add-milestone',
    {
      id: newId(),
      contractId: newId(),
      kind: '?',
      name: 'Dyeing',
      nameEn: '',
      responsible: 'user',
      userId: null,
      needsNote: false,
      plannedOn: null,
    },
    'kind',
    'userId required',
  ],
  ...(['role', 'user'] as const).map((by): [string, CommandName, unknown, string, string] => [
    `a step of an approval route by ${by}`,
    'save-approval-route',
    { steps: [{ by, roleId: null, userId: null, mode: '?' }] },
    'steps.0.mode',
    `steps.0.${by}Id required`,
  ]),
]
test.each(cases)('[W27] %s: the rule over its fields is told with the field that is wrong', (_what, command, input, broken, rule) => {
  const issues = issuesOf(command, input)
  expect(told(issues, broken)).toBe(true)
  expect(issues).toContain(rule)
})

test('[W27] shares that do not add up are told with days that are no number; a share that is no number says enough', () => {
  const of = (...instalments: object[]) => paymentTermSchema.safeParse(instalments).error?.issues.map(({ message }) => message) ?? []
  const rest = { event: 'on-signing', days: 0 }
  expect(of({ ...rest, share: '30', days: '?' }, { ...rest, share: '60' })).toContain('shares-must-be-100')
  expect(of({ ...rest, share: '30', days: '?' }, { ...rest, share: '70' })).not.toContain('shares-must-be-100')
  expect(of({ ...rest, share: '?' }, { ...rest, share: '70' })).not.toContain('shares-must-be-100')
})

test.each([null, undefined, 7, 'text', [], [null], [7], { by: {} }, [{ share: {} }]])(
  '[W27] what is no such object at all is refused, not a fault: %j',
  (input) => {
    expect(paymentTermSchema.safeParse(input).success).toBe(false)
    expect(issuesOf('add-milestone', input)).not.toEqual([])
    expect(issuesOf('save-approval-route', { steps: [input] })).not.toEqual([])
    expect(issuesOf('save-milestone-template', { lines: input })).not.toEqual([])
  },
)
