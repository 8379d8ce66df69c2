// Door of the kit's amendments: what pages of both kinds of contract show and offer about versions and amendments.
export { AmendmentDocument } from './amendment-document.tsx'
export { AmendmentNote } from './amendment-note.tsx'
export { versionText } from './amended.ts'
export { useAmending } from './use-amending.tsx'
export { useAmendmentForm } from './use-amendment-form.ts'
export { VersionsSection } from './versions-section.tsx'
