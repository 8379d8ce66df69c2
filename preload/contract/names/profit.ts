// Names of the profit of deals in both languages: fields, values, lists, commands and records of profit.
import type { Names } from './define.ts'

export const profitNames = {
  'record.deal-profit': ['业务利润', 'Deal profit'],
  'list.deal-profits': ['业务利润', 'Profit of deals'],
  'list.deal-profit-details': ['利润明细', 'Profit details'],
  'query.deal-profit': ['业务利润', 'Deal profit'],
  // fields
  'field.expenses': ['费用', 'Expenses'],
  'field.exchange': ['汇兑损益', 'Exchange result'],
  'field.margin': ['毛利率 %', 'Margin %'],
  'field.exchangeCost': ['换汇成本', 'Exchange cost'],
  'field.netFobIncome': ['外汇净收入（FOB）', 'Net FOB income'],
  'field.committed': ['已签约', 'Committed'],
  'field.actual': ['实际', 'Actual'],
  'field.variance': ['差异', 'Variance'],
  'field.committedProfit': ['签约利润', 'Committed profit'],
  'field.actualProfit': ['实际利润', 'Actual profit'],
  'field.committedMargin': ['签约毛利率', 'Committed margin'],
  'field.actualMargin': ['实际毛利率', 'Actual margin'],
  'field.deal-profit-details.line': ['项目', 'Item'],
  'field.deal-profit-details.amount': ['本币金额', 'Amount in base currency'],
  // lines
  'profit-line.revenue': ['销售收入', 'Revenue'],
  'profit-line.purchase': ['采购成本（含税）', 'Purchase (VAT included)'],
  'profit-line.tax-refund': ['退税', 'Tax refund'],
  'profit-line.freight': ['海运费', 'Ocean freight'],
  'profit-line.insurance': ['保险费', 'Insurance'],
  'profit-line.commission': ['佣金', 'Commission'],
  'profit-line.inland-freight': ['国内运费', 'Inland freight'],
  'profit-line.port-charge': ['港杂费', 'Port charge'],
  'profit-line.customs': ['报关费', 'Customs'],
  'profit-line.inspection': ['商检费', 'Inspection'],
  'profit-line.courier': ['快递费', 'Courier'],
  'profit-line.bank-charge': ['银行手续费', 'Bank charge'],
  'profit-line.other': ['其他费用', 'Other'],
  'profit-line.exchange-difference': ['汇兑差额', 'Exchange difference'],
} as const satisfies Names
