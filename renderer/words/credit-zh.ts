// Sentences of customer credit in Chinese. Keys begin with `credit.`.
export const creditZh = {
  'credit.title': '客户授信',
  'credit.after-this': '加上本单后',
  'credit.within': '已用 {{exposure}}，额度 {{limit}}，可用 {{free}}',
  'credit.unlimited': '已用 {{exposure}}，不限额',
  'credit.over': '超出额度 {{excess}}：已用 {{exposure}}，额度 {{limit}}',
  'credit.overdue': '有逾期 {{days}} 天的应收款（公司允许 {{allowed}} 天）',
  'credit.information-only': '公司没有启用授信控制，仅供参考',
  'credit.judged-at-dispatch': '发货时判断',
  'credit.contracts-beside': '不计入',
  'credit.show-items': '明细',
  'credit.hide-items': '收起明细',
  'credit.nothing-open': '没有未结项目',
  'credit.override-standing': '超信审批 {{amount}}，有效期至 {{expiresOn}}',
  'credit.override-expired': '已过期',
  'credit.request-text': '把这票出运和当前的授信数字提交审批。批准后，在有效期内、金额不增加、客户和币种不变时可以发货。',
  'credit.requested': '已提交超信审批。批准后再发货。',
} as const
