// Choosing files with the system's dialog, from any button.
import { type InputHTMLAttributes, type ReactNode, useRef } from 'react'

type Attributes = InputHTMLAttributes<HTMLInputElement> & { 'data-files'?: string }

/** `open` opens the dialog; `input` is to be put into the page, where it is not seen. `onChoose` gets at least one file; the same one can be chosen again. */
export const useFileChooser = (
  onChoose: (files: readonly File[]) => void,
  attributes: Attributes = {},
): { open: () => void; input: ReactNode } => {
  const field = useRef<HTMLInputElement>(null)
  return {
    open: () => field.current?.click(),
    input: (
      <input
        {...attributes}
        ref={field}
        type="file"
        hidden
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          if (files.length > 0) onChoose(files)
        }}
      />
    ),
  }
}
