// Door of the kit's list page, and of the beginning of a list elsewhere.
export { cellText } from './cell-text.ts'
export { ListExcerpt, useListExcerpt } from './list-excerpt.tsx'
export { ListPage, type ListAction } from './list-page.tsx'
export { useExport } from './use-export.ts'
export { type ListLook, plainLook, viewLook } from './list-view-settings.ts'
