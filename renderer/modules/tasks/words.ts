// Sentences of the pages and panels of this module, in both languages.
import { defineWords } from '../../words/index.ts'

export const tasksWords = defineWords({
  'today.waiting': ['等我处理', 'Waiting for me'],
  'today.waiting-none': ['没有等您处理的事。', 'Nothing waits for you.'],
  'today.sent': ['我提交的，等待别人', 'Sent by me, waiting for others'],
  'today.sent-none': ['没有等待别人处理的单据。', 'Nothing of yours waits for others.'],
  'today.answered': ['最近的审批结果', 'Recent decisions'],
  'today.follow-ups': ['到期与临近的事项', 'Due and near'],
  'today.follow-ups-none': ['没有到期或临近的事项。', 'Nothing is due or near.'],
  'today.team': ['看全部门', 'Whole department'],
  'today.in-days': ['还有 {{days}} 天', 'in {{days}} days'],
  'today.due-today': ['今天', 'today'],
  'today.audit-broken': [
    '操作日志在第 {{entry}} 条处断开：有记录被改动或拿掉过。请打开操作日志，按提示处理。',
    'The audit trail is broken at entry {{entry}}: an entry was changed or taken out. Open the trail and follow what it says.',
  ],
  'today.open-audit': ['打开操作日志', 'Open the audit trail'],
  'today.days-late': ['已过 {{days}} 天', '{{days}} days late'],
  'today.more': ['还有 {{count}} 项', '{{count}} more'],
})
