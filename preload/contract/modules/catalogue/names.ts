// Names of products and categories in both languages: fields, values, lists, commands and records of catalogue.
import type { Names } from '../../names/define.ts'

export const catalogueNames = {
  // records, lists, queries
  'record.product': ['产品', 'Product'],
  'record.category': ['产品类别', 'Product category'],
  'list.products': ['产品', 'Products'],
  'query.product': ['产品', 'Product'],
  'query.categories': ['产品类别', 'Product categories'],
  // commands
  'command.create-product': ['新建产品', 'New product'],
  'command.edit-product': ['修改产品', 'Edit product'],
  'command.create-category': ['新建类别', 'New category'],
  'command.edit-category': ['修改类别', 'Edit category'],
  // fields
  'field.products.code': ['货号', 'Item number'],
  'field.product.code': ['货号', 'Item number'],
  'field.products.name': ['英文品名', 'English name'],
  'field.product.name': ['英文品名', 'English name'],
  'field.products.nameZh': ['中文品名', 'Chinese name'],
  'field.product.nameZh': ['中文品名', 'Chinese name'],
  'field.products.supplier': ['主要供应商', 'Main supplier'],
  'field.product.supplierId': ['主要供应商', 'Main supplier'],
  'field.specification': ['规格', 'Specification'],
  'field.category': ['产品类别', 'Category'],
  'field.categoryId': ['产品类别', 'Category'],
  'field.category.parentId': ['上级类别', 'Parent category'],
  'field.hsCode': ['海关商品编码', 'HS code'],
  'field.piecesPerCarton': ['每箱数量', 'Pieces per carton'],
  'field.cartonLength': ['外箱长 cm', 'Carton length cm'],
  'field.cartonWidth': ['外箱宽 cm', 'Carton width cm'],
  'field.cartonHeight': ['外箱高 cm', 'Carton height cm'],
  'field.grossWeight': ['每箱毛重 kg', 'Gross weight kg per carton'],
  'field.netWeight': ['每箱净重 kg', 'Net weight kg per carton'],
  'field.minimumQuantity': ['最小起订量', 'Minimum order (MOQ)'],
  'field.minimumUnit': ['起订量单位', 'Unit of MOQ'],
  'field.cartonVolume': ['外箱体积 m³', 'Carton volume m³'],
} as const satisfies Names
