// Sentences of the pages and panels of this module, in both languages.
import { defineWords } from '../../words/index.ts'

export const booksWords = defineWords({
  'books.rate-text': [
    '1 单位外币折合多少 {{base}}。同一天再设一次即为更正。',
    'What one unit is worth in {{base}}. Setting the same day again corrects it.',
  ],
  'books.all-open': ['所有期间都未结账。', 'No period is closed.'],
  'books.closed-through': [
    '已结账至 {{date}}，该日及以前不能再记账。',
    'Closed through {{date}}: nothing can be posted on or before that day.',
  ],
  'books.period-text': [
    '结账以后，所有单据都不能再记入已结的日期；有误时用当期的红字凭证冲销。反月结需要权限，并写入操作日志。',
    'Once closed, no document can be posted into those days; a mistake is reversed in the current period. Reopening needs a permission and is audited.',
  ],
  'books.close-text': [
    '这一天及以前的日期都不能再记账。只能结到已经过去的日子。',
    'Nothing can be posted on or before this day any more. Only days that are past can be closed.',
  ],
  'books.reopen-text': ['重新打开已结的期间。原因会写入操作日志。', 'Opens closed periods again. The reason goes into the audit trail.'],
  'books.reopen-all': ['留空：全部打开', 'Empty: opens everything'],
  'books.revaluation.text': [
    '外币银行账户和外币往来按 {{on}} 的汇率折成本币，差额记入财务费用（6603）。银行账户调后不变；往来的差额次月 1 日转回，核销仍按原来的汇率算汇兑损益，不影响各票业务的利润。',
    'Bank accounts and open items in foreign currency are valued at the rates of {{on}}; the difference goes to financial expense (6603). Bank accounts keep their new value; items return to their own on the first of the next month, so allocations and the profit of deals go by the original rates.',
  ],
  'books.revaluation.with-advances': ['预收、预付也调', 'Advances and prepayments too'],
  'books.revaluation.post': ['调汇入账（{{month}}）', 'Post revaluation of {{month}}'],
  'books.revaluation.posted': ['{{month}} 期末调汇已入账：{{number}}', 'Revaluation of {{month}} posted: {{number}}'],
  'books.revaluation.past': ['历次调汇', 'Past revaluations'],
  'books.revaluation.open': ['打开调汇单', 'Open revaluation'],
  'books.revaluation.done': ['已调汇：{{number}}', 'Revalued: {{number}}'],
  'books.revaluation.nothing': [
    '月底没有外币账户余额和外币往来，不用调汇。',
    'Nothing in foreign currency at the end of the month: nothing to revalue.',
  ],
  'books.revaluation.to-do': ['{{count}} 项外币余额待调，差额', '{{count}} balances in foreign currency to revalue, difference'],
  'books.revaluation.after-rates': ['先录入汇率，再调汇。', 'Enter the rates first.'],
  'books.revaluation.rates-known': ['{{on}} 用到的汇率都已录入。', 'All rates needed on {{on}} are known.'],
  'books.revaluation.rates-missing': [
    '没有 {{currencies}} 在 {{on}} 或之前的汇率，请先录入。',
    'No {{currencies}} rate is known on or before {{on}}: please enter it first.',
  ],
  'books.revaluation.banks': ['银行账户合计', 'Bank accounts in all'],
  'books.revaluation.items': ['往来合计（次月 1 日转回）', 'Open items in all (reversed on the 1st)'],
  'books.revaluation.whose': ['账户名称 / 往来单位', 'Name of account / party'],
  'books.revaluation.reverse-text': [
    '调汇的凭证在原来的日期（{{on}} 和次日）冲回，之后可以补记这个月的外币账，再重新调汇。',
    'Its journals are reversed on their own days ({{on}} and the day after). Then what is missing of the month can be posted, and the month revalued again.',
  ],
})
