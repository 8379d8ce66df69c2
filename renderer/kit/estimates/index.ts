// Door of the kit's part for profit estimates: how a deal stands with its own.
export { EstimateNote } from './estimate-note.tsx'
