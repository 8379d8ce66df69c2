// Every page in English, as support/pages-walk.ts says.
import { pagesWalk } from './support/pages-walk.ts'

pagesWalk('en', 1100, 700)
