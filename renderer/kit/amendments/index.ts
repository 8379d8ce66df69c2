// Door of the kit's amendments: what pages of both kinds of contract show and offer about versions and amendments.
export { AmendmentNote } from './amendment-note.tsx'
export { AmendmentSection } from './amendment-section.tsx'
export { versionText } from './amended.ts'
export { useAmendmentActions } from './use-amendment-actions.tsx'
export { useAmending } from './use-amending.tsx'
export { VersionsSection } from './versions-section.tsx'
