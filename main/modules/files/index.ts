// The door of files: what hangs on records, in every version, and where it goes when nobody wants it any more.
import { defineModule } from '../../records/define-module.ts'
import { due } from '../../records/due.ts'
import { filesCommands } from './commands.ts'
import { scansDue } from './due.ts'
import { productPictures } from '../../records/papers/index.ts'
import { filesQueries, picturesOnPaper } from './queries.ts'
import { registerLists } from './register.ts'

export { goneFiles } from './gone.ts'
export { contentsToRead, textsToForget } from './texts.ts'

export const files = defineModule({
  commands: filesCommands,
  queries: filesQueries,
  lists: registerLists,
  contributes: [due.of(scansDue), productPictures.of(picturesOnPaper)],
})
