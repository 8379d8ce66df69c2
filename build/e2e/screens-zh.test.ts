// Every page in Chinese, as support/pages-walk.ts says.
import { pagesWalk } from './support/pages-walk.ts'

pagesWalk('zh', 1366, 768)
