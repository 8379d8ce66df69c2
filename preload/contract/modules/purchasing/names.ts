// Names of purchase contracts in both languages: fields, values, lists, commands and records of purchasing.
import type { Names } from '../../names/define.ts'

export const purchasingNames = {
  // records, lists, queries
  'record.purchase-contract': ['采购合同', 'Purchase contract'],
  'list.purchase-contracts': ['采购合同', 'Purchase contracts'],
  'list.purchase-lines': ['采购合同明细', 'Purchase contract lines'],
  'query.purchase-contract': ['采购合同', 'Purchase contract'],
  'query.preview-purchase-contract': ['采购合同预览', 'Purchase contract preview'],
  'query.lines-to-purchase': ['待采购明细', 'Lines to purchase'],
  // commands
  'command.save-purchase-contract': ['新建采购合同', 'New purchase contract'],
  'command.sign-purchase-contract': ['签订合同', 'Sign contract'],
  'command.void-purchase-contract': ['作废合同', 'Void contract'],
  'command.discard-purchase-contract': ['删除草稿', 'Discard draft'],
  'purchasing-action.factory-bill': ['登记工厂账单', 'Factory bill'],
  // fields
  'field.deliveryDate': ['交货日期', 'Delivery date'],
  'field.billed': ['已开票', 'Billed'],
  'field.vat': ['进项税', 'VAT'],
  'field.refund': ['预计退税', 'Tax refund'],
  'field.purchase-lines.price': ['含税单价', 'Price incl. VAT'],
  'field.purchase-lines.amount': ['含税金额', 'Amount incl. VAT'],
  'field.purchase-contracts.total': ['含税合计', 'Total incl. VAT'],
  'field.purchase-contracts.owner': ['采购员', 'Purchaser'],
  'field.purchase-contract.ownerId': ['采购员', 'Purchaser'],
  'field.purchase-contract.net': ['不含税金额', 'Net of VAT'],
  'field.lines-to-purchase.left': ['待采购', 'Left to buy'],
  'field.lastPrice': ['上次采购价', 'Price last paid'],
  // values
  'purchase-contract-status.draft': ['草稿', 'Draft'],
  'purchase-contract-status.signed': ['已签订', 'Signed'],
  'purchase-contract-status.void': ['已作废', 'Void'],
  // what its facts are counted as in statistics
  'measure.purchased': ['采购额', 'Purchased'],
  'measure.purchase-contract-count': ['采购合同数', 'Purchase contracts'],
  'measure.supplying-factories': ['供货工厂数', 'Supplying factories'],
  'measure.purchase-price': ['采购均价（含税）', 'Mean purchase price (with VAT)'],
  'measure.purchased-quantity': ['采购数量', 'Quantity purchased'],
} as const satisfies Names
