// Products and their categories: made and changed.
import type { CommandParsed } from '../../../preload/contract/commands.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'
import { findSame } from '../../commands/same-code.ts'
import { requireUniqueCodes } from '../../commands/unique-codes.ts'
import { indexRecord } from '../../records/search.ts'
import { vendorForUse } from '../parties/index.ts'
import { productColumns } from './columns.ts'
import { requireNoLoop } from './rules.ts'
import { requireMinimumUnit, requireUnit } from './units.ts'

type ProductInput = Omit<CommandParsed<'edit-product'>, 'id' | 'revision'>

/** A code that no product has (K6): the typed one or `already-exists`, else the next of the series that is free. */
const freeCode = async (ctx: CommandContext, { code: typed, id }: { code: string; id: string }): Promise<string> => {
  if (typed !== '') {
    await requireUniqueCodes(ctx, 'create-product', { code: typed, id })
    return typed
  }
  for (;;) {
    const code = ctx.number('product', ctx.today)
    if (!(await findSame(ctx.db, { table: 'product', column: 'code', id, text: code }))) return code
  }
}

const requireCategory = (ctx: CommandContext, id: string | null): void =>
  id !== null && !ctx.tx.row('product_category', id) ? refuse('not-found', { resource: 'category' }) : undefined

const indexProduct = (ctx: CommandContext, id: string, code: string, { name, nameZh, hsCode, specification }: ProductInput): void =>
  indexRecord(ctx, {
    id,
    kind: 'product',
    title: name,
    detail: [code, nameZh].filter((t) => t !== '').join(' '),
    ownerId: null,
    departmentId: null,
    words: [code, nameZh, hsCode, specification],
  })

/** Every category with the one above it. */
const categoryParents = async (ctx: CommandContext): Promise<Map<string, string | null>> => {
  const rows = await ctx.db.selectFrom('product_category').select(['id', 'parentId']).execute()
  return new Map(rows.map((r) => [r.id, r.parentId]))
}

export const catalogueCommands = defineCommands({
  'create-product': async (input, ctx) => {
    if (ctx.tx.row('product', input.id)) refuse('already-exists', { field: 'id', value: input.id })
    requireUnit(input.unit)
    requireMinimumUnit(input)
    requireCategory(ctx, input.categoryId)
    if (input.supplierId !== null) await vendorForUse(ctx, input.supplierId)
    const code = await freeCode(ctx, input)
    ctx.tx.put('product', { id: input.id, code, ...productColumns(input), createdAt: ctx.now, revision: 1 })
    indexProduct(ctx, input.id, code, input)
    return { id: input.id, code, revision: 1 }
  },
  'edit-product': async (input, ctx) => {
    const product = ctx.orNotFound(ctx.tx.row('product', input.id), 'product')
    ctx.requireRevision(product, input.revision)
    requireUnit(input.unit, product.unit)
    requireMinimumUnit(input, product.minimumUnit)
    requireCategory(ctx, input.categoryId)
    // A supplier who has been switched off since stays where they are.
    if (input.supplierId !== null && input.supplierId !== product.supplierId) await vendorForUse(ctx, input.supplierId)
    const code = input.code === '' ? product.code : await freeCode(ctx, input)
    const revision = product.revision + 1
    ctx.tx.patch('product', product.id, { code, ...productColumns(input), revision })
    indexProduct(ctx, product.id, code, input)
    return { id: product.id, revision }
  },
  'create-category': async (input, ctx) => {
    if (ctx.tx.row('product_category', input.id)) refuse('already-exists', { field: 'id', value: input.id })
    requireCategory(ctx, input.parentId)
    // K7. Two categories side by side do not bear the same name.
    await requireUniqueCodes(ctx, 'create-category', input)
    ctx.tx.put('product_category', { ...input, revision: 1 })
    return { id: input.id, revision: 1 }
  },
  'edit-category': async ({ id, name, nameZh, parentId, ...seen }, ctx) => {
    const category = ctx.tx.row('product_category', id) ?? refuse('not-found', { resource: 'category' })
    ctx.requireRevision(category, seen.revision)
    requireCategory(ctx, parentId)
    requireNoLoop(id, parentId, await categoryParents(ctx))
    await requireUniqueCodes(ctx, 'edit-category', { id, name, parentId })
    const revision = category.revision + 1
    ctx.tx.patch('product_category', id, { name, nameZh, parentId, revision })
    return { id, revision }
  },
})
