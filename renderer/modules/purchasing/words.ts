// Sentences of the pages and panels of this module, in both languages.
import { defineWords } from '../../words/index.ts'

export const purchasingWords = defineWords({
  'purchasing.parties': ['供应商与合同', 'Supplier and contract'],
  'purchasing.delivery': ['交货与付款', 'Delivery and payment'],
  'purchasing.more': ['条款与备注', 'Clauses and remarks'],
  'purchasing.related': ['相关单据', 'Related documents'],
  'purchasing.add-lines': ['从外销合同选取', 'From sales contracts'],
  'purchasing.take-lines': ['加入 {{count}} 行', 'Add {{count}} lines'],
  'purchasing.choose-all': ['全选', 'Choose all'],
  'purchasing.nothing-left': ['没有待采购的明细', 'Nothing is left to buy'],
  'purchasing.nothing-left-text': [
    '已签订的外销合同都已采购。样品或备货可以直接在表格中填写。',
    'All signed sales contracts are bought for. Samples and stock can be typed into the grid.',
  ],
  'purchasing.supplier-only': ['只看这家供应商的产品', "Only this supplier's products"],
  'purchasing.over': [
    '比外销合同的待采购数量多：{{lines}}。可以保存，请确认是否有意多买。',
    'More than the sales contracts have left to buy: {{lines}}. It can be saved; please make sure it is meant.',
  ],
  'purchasing.over-line': ['第 {{line}} 行多 {{quantity}} {{unit}}', 'line {{line}} by {{quantity}} {{unit}}'],
  'purchasing.list-comma': ['，', ', '],
  'purchasing.sign-text': [
    '签订后合同只能通过“合同变更”修改，或作废；数量计入外销合同的“已采购”。',
    'A signed contract is changed by an amendment only, or voided; its quantities count as purchased for the sales contracts.',
  ],
  'purchasing.void-text': [
    '作废后编号保留，不能恢复。已出运或已开票的合同不能作废。',
    'The number stays taken and the contract cannot be brought back. One that was shipped or billed cannot be voided.',
  ],
  'purchasing.discard-text': ['草稿和它的明细、附件会删除。', 'The draft, its lines and files are deleted.'],
  'purchasing.unbilled-only': ['只看未开完票的', 'Only what is not wholly billed'],
})
