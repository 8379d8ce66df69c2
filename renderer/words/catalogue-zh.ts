// Sentences of the catalogue pages in Chinese. Keys begin with `catalogue.`.
export const catalogueZh = {
  'catalogue.product': '产品',
  'catalogue.customs': '报关与税',
  'catalogue.packing': '包装',
  'catalogue.code-help': '不填则自动编号',
  'catalogue.inactive-help': '停用后，新单据不能再选它',
  'catalogue.top-category': '（顶级）',
  'catalogue.no-category': '还没有产品类别',
} as const
