// In which words goods are described to a factory (P29): Chinese for one that reads it, where the product has a Chinese name.

/** A supplier in China, or one whose country nobody has said and who is paid in CNY. */
export const readsChinese = (supplier: { country: string | null; currency: string | null }): boolean =>
  supplier.country === 'CN' || (!supplier.country && supplier.currency === 'CNY')

/** Chinese name and specification of a product; empty when it has no Chinese name. */
export const chineseDescription = (product: { nameZh: string | null; specification: string | null }): string => {
  const name = product.nameZh?.trim() ?? ''
  return name === '' ? '' : [name, product.specification?.trim() ?? ''].filter((part) => part !== '').join(' ')
}
