// Door of files on records: the section that every record's page has, and the files of a whole deal. Both are loaded when they are shown.
import { lazy, Suspense } from 'react'
import type { AttachableKind } from '../../../preload/contract/records.ts'

const Section = lazy(async () => ({ default: (await import('./files-section.tsx')).FilesSection }))
const OfDeal = lazy(async () => ({ default: (await import('./deal-files.tsx')).DealFiles }))

export { ProductPicture } from './product-picture.tsx'
export { ComingRow } from './coming-row.tsx'
export { FileSettingsSection } from './settings-section.tsx'
export { useAdding } from './use-adding.ts'
export { useDropped } from './use-dropped.ts'
export { useLooking } from './use-looking.tsx'

export const FilesSection = (props: { recordKind: AttachableKind; recordId: string }) => (
  <Suspense fallback={null}>
    <Section {...props} />
  </Suspense>
)
export const DealFiles = (props: { dealId: string }) => (
  <Suspense fallback={null}>
    <OfDeal {...props} />
  </Suspense>
)
