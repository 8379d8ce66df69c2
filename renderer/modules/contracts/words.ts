// Sentences of the pages and panels of this module, in both languages.
import { defineWords } from '../../words/index.ts'

export const contractsWords = defineWords({
  'contracts.parties': ['客户与合同', 'Customer and contract'],
  'contracts.delivery': ['交货与付款', 'Delivery and payment'],
  'contracts.consignee-help': ['留空则用客户资料中的收货人', 'Empty: as the customer has it'],
  'contracts.marks-help': ['留空则用客户资料中的唛头', 'Empty: as the customer has them'],
  'contracts.usual-account': ['常用账户', 'The usual account'],
  'contracts.usual-account-named': ['常用账户（{{name}}）', 'The usual account ({{name}})'],
  'contracts.account-gone': [
    '该账户已停用、币种不同或资料未经两人确认，单据不能签发，请另选。',
    'Out of use, in another currency, or not confirmed by two persons: no paper is issued with it. Choose another.',
  ],
  'contracts.no-account': ['没有经两人确认的 {{currency}} 收款账户', 'No {{currency}} account of ours has been confirmed by two persons'],
  'contracts.more': ['条款与备注', 'Clauses and remarks'],
  'contracts.related': ['相关单据', 'Related documents'],
  'contracts.number-help': ['不填则自动编号', 'Numbered automatically when empty'],
  'contracts.sign-text': ['签订后合同只能通过“合同变更”修改，或作废。', 'A signed contract is changed by an amendment only, or voided.'],
  'contracts.void-text': [
    '作废后编号保留，不能恢复。有采购合同或出运的合同不能作废。',
    'The number stays taken and the contract cannot be brought back. One with a purchase contract or a shipment cannot be voided.',
  ],
  'contracts.discard-text': [
    '草稿和它的明细、附件会删除；业务中没有其他单据时，业务也一起删除。',
    'The draft, its lines and files are deleted, and the deal with them when nothing else is in it.',
  ],
  'contracts.make-purchase': ['生成采购合同', 'Make purchase contract'],
  'contracts.make-shipment': ['生成出运', 'Make shipment'],
  'contracts.open-deal': ['查看业务', 'Open deal'],
  'contracts.open-only': ['只看未出运完的', 'Only what is still to ship'],
  'contracts.chart': ['本币净额前 {{count}} 名：按{{by}}', 'Net in base currency, top {{count}} by {{by}}'],
  'contracts.chart-time': ['本币净额：按{{by}}', 'Net in base currency by {{by}}'],
  'contracts.share-help': [
    '与同事一起做的合同，各算各的业绩：写同事的比例，其余归业务员。签约后不再变；统计里的签约、出运、收款、利润等都按比例分。',
    'Of a contract that colleagues have a part in: type theirs, the salesperson has the rest. It stands once the contract is signed; orders, shipments, money and profit are counted by these parts in statistics.',
  ],
  'contracts.share-none': ['业务员一人', "The salesperson's alone"],
  'contracts.share-colleague': ['同事', 'Colleague'],
  'contracts.share-add': ['加一位同事', 'Add a colleague'],
  'contracts.share-remove': ['去掉这位同事', 'Remove this colleague'],
  'contracts.share-nothing': ['同事的比例合计要小于 100 %', 'Parts of colleagues add up to less than 100 %'],
  'contracts.nothing': ['（空）', '(none)'],
  'contracts.all-currencies': ['全部币种', 'All currencies'],
  'contracts.no-second': ['不再细分', 'No second grouping'],
})
