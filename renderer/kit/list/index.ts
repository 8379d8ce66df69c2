// Door of the kit's list page.
export { ListPage, type ListAction } from './list-page.tsx'
