// Sentences of the pages and panels of this module, in both languages.
import { defineWords } from '../../words/index.ts'

export const creditWords = defineWords({
  'credit.title': ['客户授信', 'Customer credit'],
  'credit.after-this': ['加上本单后', 'With this document'],
  'credit.this-document': ['本单', 'This document'],
  'credit.within': ['已用 {{exposure}}，额度 {{limit}}，可用 {{free}}', '{{exposure}} used of {{limit}}, {{free}} free'],
  'credit.unlimited': ['已用 {{exposure}}，不限额', '{{exposure}} used, unlimited'],
  'credit.over': ['超出额度 {{excess}}：已用 {{exposure}}，额度 {{limit}}', '{{excess}} over the limit: {{exposure}} used of {{limit}}'],
  'credit.overdue': [
    '有逾期 {{days}} 天的应收款（公司允许 {{allowed}} 天）',
    'A receivable is {{days}} days overdue (the company allows {{allowed}})',
  ],
  'credit.information-only': ['公司没有启用授信控制，仅供参考', 'Credit control is off: for information only'],
  'credit.checked-at-dispatch': ['发货时判断', 'Checked at dispatch'],
  'credit.contracts-beside': ['不计入', 'not counted'],
  'credit.show-items': ['明细', 'Items'],
  'credit.hide-items': ['收起明细', 'Hide items'],
  'credit.nothing-open': ['没有未结项目', 'Nothing is open'],
  'credit.override-standing': ['超信审批 {{amount}}，有效期至 {{expiresOn}}', 'Over-limit approval {{amount}}, good until {{expiresOn}}'],
  'credit.override-expired': ['已过期', 'expired'],
  'credit.covered-note': ['信用证、信用保险覆盖 {{covered}}', '{{covered}} covered by credits and insurance'],
  'credit.policy': [
    '保单 {{number}}（{{insurer}}）：赔付 {{percent}}，限额 {{limit}}，{{from}} 至 {{to}}',
    'Policy {{number}} ({{insurer}}): {{percent}} up to {{limit}}, {{from}} to {{to}}',
  ],
  'credit.policy-not-in-force': ['不在有效期', 'not in force'],
  'credit.policy-change': ['修改', 'Change'],
  'credit.policy-remove': ['删除', 'Remove'],
  'credit.policy-remove-text': [
    '登记错的保单才删除；到期的保单留着，不再计入覆盖。',
    'Remove only a policy recorded by mistake; one that ran out stays and covers nothing any more.',
  ],
  'credit.request-text': [
    '把这票出运和当前的授信数字提交审批。批准后，在有效期内、金额不增加、客户和币种不变时可以发货。',
    'Puts this shipment and its credit figures of now to approval. Once granted it may leave until the day given, while its amount does not grow and customer and currency stay.',
  ],
  'credit.requested': ['已提交超信审批。批准后再发货。', 'Put to approval. Dispatch it once it is granted.'],
})
