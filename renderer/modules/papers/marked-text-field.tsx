// A text of several lines with a bar for what may be marked in it: bold, underlined, lists.
import FormatBold from '@mui/icons-material/FormatBold'
import FormatListBulleted from '@mui/icons-material/FormatListBulleted'
import FormatListNumbered from '@mui/icons-material/FormatListNumbered'
import FormatUnderlined from '@mui/icons-material/FormatUnderlined'
import { Box, IconButton, TextField } from '@mui/material'
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { hearKey } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { asList, type Selected, withMark } from './text-marks.ts'
import { papersWords } from './words.ts'

const LONGEST = 4000
const TOOLS = [
  { key: 'papers.mark-bold', icon: FormatBold, keys: 'b', change: (of: Selected) => withMark(of, '**') },
  { key: 'papers.mark-underlined', icon: FormatUnderlined, keys: 'u', change: (of: Selected) => withMark(of, '__') },
  { key: 'papers.mark-list', icon: FormatListBulleted, keys: '', change: (of: Selected) => asList(of, 'plain') },
  { key: 'papers.mark-numbers', icon: FormatListNumbered, keys: '', change: (of: Selected) => asList(of, 'number') },
] as const

type Props = { label: string; value: string; onChange: (value: string) => void; field?: string }
export const MarkedTextField = ({ label, value, onChange, field }: Props) => {
  const { t } = useWords(papersWords)
  const input = useRef<HTMLTextAreaElement>(null)
  const [selection, select] = useState<{ from: number; to: number }>()
  // What was selected is selected again, so that a second mark goes on it too.
  useLayoutEffect(() => {
    if (!selection) return
    input.current?.focus()
    input.current?.setSelectionRange(selection.from, selection.to)
  }, [selection])
  const apply = (change: (of: Selected) => Selected) => {
    const { selectionStart = value.length, selectionEnd = value.length } = input.current ?? {}
    const { text, from, to } = change({ text: value, from: selectionStart, to: selectionEnd })
    if (text.length > LONGEST) return
    onChange(text)
    select({ from, to })
  }
  const byKey = (event: KeyboardEvent) => {
    const tool = event.ctrlKey && !event.shiftKey && !event.altKey ? TOOLS.find(({ keys }) => keys !== '' && keys === event.key) : undefined
    if (!tool) return
    event.preventDefault()
    apply(tool.change)
  }
  return (
    <Box sx={{ flex: 1, minWidth: 0 }}>
      <Box role="toolbar" aria-label={`${t('papers.marks')} ${label}`} sx={{ display: 'flex', mb: 1 }}>
        {TOOLS.map(({ key, icon: Icon, change }) => (
          <IconButton key={key} size="small" title={t(key)} aria-label={`${t(key)} ${label}`} onClick={() => apply(change)} sx={{ p: 0.5 }}>
            <Icon sx={{ fontSize: 18 }} />
          </IconButton>
        ))}
      </Box>
      <TextField
        size="small"
        fullWidth
        multiline
        minRows={1}
        maxRows={8}
        label={label}
        value={value}
        inputRef={input}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => hearKey(event, byKey)}
        slotProps={{ htmlInput: { maxLength: LONGEST, ...(field === undefined ? {} : { 'data-field': field }) } }}
      />
    </Box>
  )
}
