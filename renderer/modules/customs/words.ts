// Sentences of the pages of customs, in both languages.
import { defineWords } from '../../words/index.ts'

export const customsWords = defineWords({
  'customs.head': ['表头', 'Head'],
  'customs.where': ['去向与成交', 'Destination and terms'],
  'customs.codes': ['监管与征免', 'Supervision and duty'],
  'customs.items': ['商品项', 'Items'],
  'customs.free': ['免费货物的报关价（仅供海关）', 'Customs value of free goods (for customs only)'],
  'customs.free-line': ['{{goods}} · {{quantity}} {{unit}}', '{{goods}} · {{quantity}} {{unit}}'],
  'customs.net-weight': ['净重 kg', 'N.W. kg'],
  'customs.total': ['合计', 'Total'],
  'customs.problems': ['海关会退回的内容', 'What customs would send back'],
  'customs.shipment-of': ['出运 {{number}} · {{customer}}', 'Shipment {{number}} · {{customer}}'],
  'customs.make': ['制作报关单', 'Make the declaration'],
  'customs.open': ['报关单 {{number}}', 'Declaration {{number}}'],
  'customs.of-shipment': ['报关', 'Customs'],
  'customs.of-shipment-text': [
    '商品项、数量、净重由出运和装箱自动生成，品名、申报要素、法定单位取自产品的报关资料。',
    'Items, quantities and weights come from the shipment and its packing; names, elements and legal units from the products.',
  ],
  'customs.of-product': ['报关资料', 'Customs data'],
  'customs.save': ['保存报关资料', 'Save customs data'],
  'customs.saved': ['已保存', 'Saved'],
  'customs.legal-help': ['千克按净重、与销售单位相同的不用填', 'Nothing for kilograms or the unit sold'],
  'customs.codes-title': ['报关代码', 'Customs codes'],
  'customs.codes-intro': [
    '海关单一窗口的代码表。海关调整时在这里改名、停用或补充，立即用于报关单。',
    'Lists of the customs single window. When customs change one, correct it here: another name, out of use, one more. Declarations have it at once.',
  ],
  'customs.add-code': ['补充代码', 'Add a code'],
  'customs.edit-code': ['改', 'Change'],
  'customs.own': ['本公司修改', 'Corrected'],
  'customs.no-codes': [
    '这张表还没有代码，补充后在报关单里可选。',
    'This list has no codes yet; what you add can be chosen in declarations.',
  ],
})
