// The search box of a list: asks after a short pause, never while a Chinese word is still being composed.
import CloseRounded from '@mui/icons-material/CloseRounded'
import SearchRounded from '@mui/icons-material/SearchRounded'
import { IconButton, InputAdornment, TextField } from '@mui/material'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useWords } from '../../words/index.ts'
import { hearKey } from '../../client/index.ts'

const PAUSE = 250
type Props = {
  value: string
  onChange: (text: string) => void
  onLeave: () => void
  inputRef: RefObject<HTMLInputElement | null>
  compact: boolean
  /** A low window: as small as it can be. */
  low?: boolean
}

export const SearchBox = ({ value, onChange, onLeave, inputRef, compact, low = false }: Props) => {
  const { t } = useWords()
  const [text, setText] = useState(value)
  const [composing, setComposing] = useState(false)
  const asked = useRef(value)
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })
  // The kept search has changed elsewhere (restored, cleared): show it.
  useEffect(() => {
    if (value === asked.current) return
    asked.current = value
    setText(value)
  }, [value])
  useEffect(() => {
    if (composing || text === asked.current) return
    const timer = setTimeout(() => {
      asked.current = text
      latest.current(text)
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [text, composing])
  const clear = () => {
    asked.current = ''
    setText('')
    latest.current('')
  }
  return (
    <TextField
      size="small"
      type="text"
      value={text}
      placeholder={t('kit.list.search')}
      inputRef={inputRef}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) =>
        hearKey(event, () => {
          if (event.key === 'Escape' && text !== '') {
            event.stopPropagation()
            clear()
          } else if (event.key === 'Escape' || event.key === 'ArrowDown') onLeave()
          else if (event.key === 'Enter') {
            asked.current = text
            latest.current(text)
          }
        })
      }
      sx={{ width: low ? 140 : compact ? 180 : 240, ...(low && { '& .MuiInputBase-root': { height: 28, pl: 0.75 } }) }}
      slotProps={{
        htmlInput: {
          'aria-label': t('kit.list.search'),
          onCompositionStart: () => setComposing(true),
          onCompositionEnd: () => setComposing(false),
        },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchRounded fontSize="small" />
            </InputAdornment>
          ),
          endAdornment:
            text === '' ? null : (
              <IconButton size="small" edge="end" tabIndex={-1} aria-label={t('kit.clear')} onClick={clear}>
                <CloseRounded fontSize="inherit" />
              </IconButton>
            ),
        },
      }}
    />
  )
}
