// The order of the test files: of each group the longest first, so that no worker is left with one when the others have ended.
import path from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest, in this order, though its file is short: vitest goes by the size of files that it has not yet run, and in a fresh clone it has run none. */
const LONG = [
  'main/server/foreign-ids.test.ts',
  'main/server/rights-matrix.test.ts',
  'main/server/rights-lists.test.ts',
  'main/server/canaries-trade.test.ts',
  'main/server/canaries-money.test.ts',
  'main/server/secret-figures.test.ts',
  'main/server/http-rights.test.ts',
  'renderer/modules/desks/desks-page.test.tsx',
  'renderer/kit/list/list-page.test.tsx',
  'build/e2e/screens-zh.test.ts',
  'build/e2e/screens-en.test.ts',
  'build/e2e/dialogs.test.ts',
  'build/e2e/packaged.test.ts',
  'build/e2e/lists.test.ts',
]

export class LongestFirst extends BaseSequencer {
  /** As vitest has them, groups and projects one after the other, with the long ones at the head of their project. */
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONG.indexOf(path.relative(this.ctx.config.root, moduleId).replaceAll('\\', '/'))
      return at < 0 ? LONG.length : at
    }
    const projects = Map.groupBy(sorted, ({ project }) => project.name)
    return [...projects.values()].flatMap((own) => own.toSorted((a, b) => rank(a) - rank(b)))
  }
}
