// Door of the kit's list page.
export { ListPage, type ListAction, type ListPageProps } from './list-page.tsx'
