// Words a problem: every refusal by its code and data, a fault by its number, a field's rule by its name.
import type { Problem } from '../../preload/contract/envelope.ts'
import { hasName } from '../../preload/contract/names/index.ts'
import { type RefusalCode, type RefusalData, refusalSchemas } from '../../preload/contract/refusals.ts'
import { stateKey } from '../../preload/contract/states.ts'
import type { Money } from '../../preload/contract/vocabulary/money.ts'
import { moneyShown } from '../../preload/contract/vocabulary/money-shown.ts'
import { namesText } from './names-text.ts'
import { isWordKey, type WordKey, type Words } from './words.ts'

const rules = [
  'required',
  'decimal',
  'positive',
  'not-negative',
  'date',
  'currency',
  'country',
  'login',
  'password-length',
  'ascending',
  'hs-code',
  'id',
  'item',
  'shares-must-be-100',
  'shares-leave-nothing',
  'too-long',
  'too-many',
  'too-big',
  'too-small',
  'depth',
  'integer',
  'choice',
  'time-zone',
  'cycle',
  'cannot-decide',
  'duplicate',
  'taken',
  'operator',
  'other-currency',
  'not-found',
  'email',
  'ahead',
  'before',
  'out-of-order',
  'folder',
  'network-port',
  'statistic-fit',
  'statistic-units',
  'statistic-wide',
] as const
type Rule = (typeof rules)[number]
const isRule = (rule: string): rule is Rule => (rules as readonly string[]).includes(rule)

/** zod's own words and codes, for limits and types that name no rule of the house. */
const zodRules: readonly (readonly [RegExp, Rule])[] = [
  [/^Too big: expected string/, 'too-long'],
  [/^Too big: expected array/, 'too-many'],
  [/^Too big/, 'too-big'],
  [/^Too small: expected (string|array)/, 'required'],
  [/^Too small/, 'too-small'],
  [/^Invalid input: expected int|expected int, received/, 'integer'],
  [/^Invalid input: expected .* received (undefined|null|NaN)/, 'required'],
  [/^(Invalid option|invalid_value)/, 'choice'],
  [/^invalid_type/, 'required'],
]

/** What is wrong with a field, by the rule its schema names. */
export const ruleText = (rule: string, words: Words): string => {
  const known = isRule(rule) ? rule : zodRules.find(([pattern]) => pattern.test(rule))?.[1]
  return words.t(known ? `rule.${known}` : 'rule.unknown')
}

type Filled = { key: WordKey; data: Record<string, string | number> }
/** The first of several name groups that knows a value; the value itself when none does. */
const nameIn = (groups: readonly string[], value: string, words: Words): string => {
  const group = groups.find((one) => hasName(`${one}.${value}`))
  return group ? words.name(`${group}.${value}`) : value
}
/** Q28. A state by the word of the kind of record it belongs to; a state that kind does not have is never shown. */
const wrongState = ({ kind, state, needed }: RefusalData<'wrong-state'>, words: Words): Filled => {
  const record = nameIn(['record', 'resource'], kind, words)
  const [now, then] = [stateKey(kind, state), stateKey(kind, needed)]
  if (!hasName(now) || !hasName(then)) return { key: 'refusal.wrong-state-other', data: { record } }
  const data = { record, state: words.name(now), needed: words.name(then) }
  return { key: kind === 'open-item' ? 'refusal.wrong-item' : 'refusal.wrong-state', data }
}

const permissionText = (permission: string, words: Words): string => {
  const at = permission.lastIndexOf('.')
  const [resource, action] = [permission.slice(0, at), permission.slice(at + 1)]
  return `${nameIn(['resource'], resource, words)} · ${nameIn(['action'], action, words)}`
}

const NAMED_AT_MOST = 6
/** The first of many names, and how many more there are. */
const shortened = (all: readonly string[], words: Words): string => {
  const first = namesText(all.slice(0, NAMED_AT_MOST), words.language)
  return all.length > NAMED_AT_MOST ? words.t('refusal.and-more', { first, more: all.length - NAMED_AT_MOST }) : first
}

/** What the form at hand calls a field, by its path; undefined where it has none. */
export type LabelOf = (path: string) => string | undefined
const unlabelled: LabelOf = () => undefined

/** `lines.1.quantity` → 明细 第 2 行 · 数量: a form may have several grids of lines. */
export const pathText = (path: string, words: Words, labelOf: LabelOf = unlabelled): string => {
  const parts = path.split('.')
  const line = parts.find((part) => /^\d+$/.test(part))
  const field = parts.findLast((part) => !/^\d+$/.test(part)) ?? ''
  const named = labelOf(path) ?? (hasName(`field.${field}`) ? words.name(`field.${field}`) : field)
  if (line === undefined || named === '') return named
  const grid = parts[parts.indexOf(line) - 1] ?? ''
  const gridName = labelOf(grid) ?? (hasName(`field.${grid}`) ? words.name(`field.${grid}`) : '')
  const where = `${gridName === '' ? '' : `${gridName} `}${words.t('rule.line', { line: Number(line) + 1 })}`
  return field === grid ? where : `${where} · ${named}`
}
const ISSUES_AT_MOST = 6
/** Every field once, by its first rule. */
const issuesText = (issues: readonly { path: string; rule: string }[], words: Words, labelOf: LabelOf): string => {
  const zh = words.language === 'zh'
  const said = issues
    .filter(({ path }, at) => issues.findIndex((one) => one.path === path) === at)
    .map(({ path, rule }) => [pathText(path, words, labelOf), ruleText(rule, words)].filter((part) => part !== '').join(zh ? '：' : ': '))
  const first = said.slice(0, ISSUES_AT_MOST).join(zh ? '；' : '; ')
  return said.length > ISSUES_AT_MOST ? words.t('refusal.and-more', { first, more: said.length - ISSUES_AT_MOST }) : first
}

const APPROVAL_NEEDED: readonly WordKey[] = [
  'refusal.approval-needed-none',
  'refusal.approval-needed-pending',
  'refusal.approval-needed-rejected',
  'refusal.approval-needed-returned',
  'refusal.approval-needed-ended',
]

type Wording = { [C in RefusalCode]?: (data: RefusalData<C>, words: Words, labelOf: LabelOf) => Filled }

/** Codes whose data wants more than filling in as it is. */
const wording: Wording = {
  'invalid-input': ({ issues }, words, labelOf) => ({
    key: 'refusal.invalid-input',
    data: { issues: issuesText(issues, words, labelOf) },
  }),
  'office-busy': ({ retryAfterSeconds }) => ({ key: 'refusal.office-busy', data: { seconds: retryAfterSeconds } }),
  'sign-in-failed': ({ retryAfterSeconds }): Filled =>
    retryAfterSeconds > 0
      ? { key: 'refusal.sign-in-failed-wait', data: { seconds: retryAfterSeconds } }
      : { key: 'refusal.sign-in-failed', data: {} },
  'not-permitted': ({ permission }, words) => ({ key: 'refusal.not-permitted', data: { permission: permissionText(permission, words) } }),
  'own-rights-widened': ({ permissions, scopes }, words) => ({
    key: 'refusal.own-rights-widened',
    data: {
      rights: shortened(
        [
          ...permissions.map((permission) => permissionText(permission, words)),
          ...scopes.map(({ resource, scope }) => `${nameIn(['resource'], resource, words)} · ${nameIn(['scope'], scope, words)}`),
        ],
        words,
      ),
    },
  }),
  'not-found': ({ resource }, words) => ({
    key: 'refusal.not-found',
    data: { resource: nameIn(['record', 'resource', 'list'], resource, words) },
  }),
  'unknown-field': ({ field }, words) => ({ key: 'refusal.unknown-field', data: { field: nameIn(['field'], field, words) } }),
  'already-exists': ({ field, value }, words, labelOf) => ({
    key: 'refusal.already-exists',
    data: { field: labelOf(field) ?? nameIn(['field'], field, words), value },
  }),
  'similar-party': ({ parties }, words) => ({
    key: 'refusal.similar-party',
    data: {
      names: shortened(
        parties.map((p) => p.name),
        words,
      ),
    },
  }),
  'too-many-at-once': ({ kind, most }) => ({ key: `refusal.too-many-at-once-${kind}`, data: { most } }),
  'allocation-exceeds': ({ asked, open, document }): Filled =>
    open === null
      ? { key: 'refusal.allocation-exceeds-unseen', data: { document, asked: moneyShown(asked) } }
      : { key: 'refusal.allocation-exceeds', data: { document, asked: moneyShown(asked), open: moneyShown(open) } },
  'wrong-state': wrongState,
  'in-use': ({ by, number }, words) => ({
    key: 'refusal.in-use',
    data: { by: nameIn(['record', 'resource', 'item-kind'], by, words), number },
  }),
  'amended-below-use': ({ how, ...data }) => ({
    key: how === 'billed' || how === 'planned' ? `refusal.amended-below-${how}` : 'refusal.amended-below-shipped',
    data,
  }),
  'amended-in-use': ({ field, goods, by, number }, words) => ({
    key: goods === '' ? 'refusal.amended-in-use' : 'refusal.amended-in-use-line',
    data: { field: nameIn(['field'], field, words), goods, by: nameIn(['record'], by, words), number },
  }),
  'approval-needed': ({ kind, number, state }, words) => ({
    key: APPROVAL_NEEDED.find((key) => key.endsWith(`-${state}`)) ?? 'refusal.approval-needed-none',
    data: { kind: nameIn(['record', 'approval-kind'], kind, words), number },
  }),
  'bank-details-unconfirmed': ({ party, state, who }, words) => ({
    key: who === '' ? 'refusal.bank-details-nobody' : 'refusal.bank-details-unconfirmed',
    data: { party, who, state: nameIn(['bank-details-state'], state, words) },
  }),
  'credit-limit-exceeded': ({ limit, exposure, excess, overdueDays, parts }): Filled => {
    const { receivables, addition, advances, covered } = parts
    const shown = {
      ...{ receivables: moneyShown(receivables), addition: moneyShown(addition), advances: moneyShown(advances) },
      covered: moneyShown(covered),
    }
    if (overdueDays !== null || limit === null) return { key: 'refusal.credit-overdue', data: { days: overdueDays ?? 0, ...shown } }
    const over = { limit: moneyShown(limit), exposure: moneyShown(exposure), excess: moneyShown(excess) }
    return { key: 'refusal.credit-limit-exceeded', data: { ...over, ...shown } }
  },
  'freight-quotes-needed': (data): Filled => ({
    key: data.missing === 1 ? 'refusal.freight-quote-needed' : 'refusal.freight-quotes-needed',
    data,
  }),
  'freight-not-covered': (data, words) => ({
    key: 'refusal.freight-not-covered',
    data: { ...data, field: nameIn(['field'], data.field, words) },
  }),
  'freight-quote-incomplete': ({ unpriced }, words) => ({
    key: 'refusal.freight-quote-incomplete',
    data: { unpriced: unpriced.map((part) => (part === 'ton' ? words.name('charge-basis.ton') : part)).join(', ') },
  }),
  'date-out-of-order': ({ earlier, later, path, ahead }, words, labelOf): Filled => {
    const field = path === undefined ? '' : pathText(path, words, labelOf)
    if (ahead === true) return { key: 'refusal.date-ahead', data: { field, day: earlier, today: later } }
    return { key: 'refusal.date-out-of-order', data: { earlier, later } }
  },
  'backup-damaged': ({ finding }, words) => ({
    key: 'refusal.backup-damaged',
    data: { finding: nameIn(['backup-finding'], finding, words) },
  }),
  'part-needed': ({ paper }, words) => ({ key: 'refusal.part-needed', data: { paper: nameIn(['paper'], paper, words) } }),
  'not-sealed': ({ why }) => ({ key: `refusal.not-sealed-${why}`, data: {} }),
  'paper-problems': ({ problems }, words) => ({
    key: 'refusal.paper-problems',
    data: {
      problems: shortened(
        problems.map(({ code, what, one, other }) => {
          const said = `${nameIn(['paper-problem'], code, words)} ${what}`
          return one === undefined ? said : `${said} (${one} ≠ ${other ?? ''})`
        }),
        words,
      ),
    },
  }),
  'file-refused': ({ name, why, limit }) => ({ key: `refusal.file-refused-${why}`, data: { name, limit } }),
  'already-decided': ({ state }, words) => ({ key: 'refusal.already-decided', data: { state: nameIn(['approval-state'], state, words) } }),
  'password-too-weak': ({ rule }) => ({ key: `refusal.password-too-weak-${rule}`, data: {} }),
}

const plain = (value: unknown): string | number =>
  typeof value === 'string' || typeof value === 'number'
    ? value
    : typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value
      ? moneyShown(value as Money)
      : JSON.stringify(value)

/** The sentence for a refusal or a fault, in the language of `words`; fields are named as the form at hand names them. */
export const problemText = (problem: Problem, words: Words, labelOf: LabelOf = unlabelled): string => {
  if ('fault' in problem) {
    if (problem.fault === 'unreachable' || problem.fault === 'screen') return words.t(`fault.${problem.fault}`)
    return words.t('fault.numbered', { fault: problem.fault })
  }
  const { refused } = problem
  const checked = refusalSchemas()[refused].safeParse(problem.data)
  const data: Record<string, unknown> = checked.success ? checked.data : {}
  const special = wording[refused] as ((data: Record<string, unknown>, words: Words, labelOf: LabelOf) => Filled) | undefined
  if (special && checked.success) {
    const filled = special(data, words, labelOf)
    return words.t(filled.key, filled.data)
  }
  const key = `refusal.${refused}`
  return words.t(
    isWordKey(key) ? key : 'fault.screen',
    Object.fromEntries(Object.entries(data).map(([name, value]) => [name, plain(value)])),
  )
}
