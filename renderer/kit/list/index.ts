// Door of the kit's list page.
export { cellText } from './cell-text.ts'
export { ListPage, type ListAction } from './list-page.tsx'
