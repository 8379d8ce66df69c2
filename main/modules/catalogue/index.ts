// The door of catalogue: products and their categories.
import { defineModule } from '../../records/define-module.ts'
import { catalogueCommands } from './commands.ts'
import { catalogueLists, catalogueQueries } from './queries.ts'

export { minimumOrderColumns } from './columns.ts'
export { productForUse } from './for-use.ts'
export { productsOnPaper, type ProductOnPaper } from './on-paper.ts'
export { requireMinimumUnit, requireUnits } from './units.ts'
export const catalogue = defineModule({ commands: catalogueCommands, queries: catalogueQueries, lists: catalogueLists })
