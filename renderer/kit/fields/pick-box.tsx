// The one type-ahead: asks while one types, Enter picks, an arrow goes on; what is picked keeps its label.
import OpenInNewRounded from '@mui/icons-material/OpenInNewRounded'
import { Autocomplete, Box, IconButton, Paper, type PaperProps, TextField } from '@mui/material'
import { createContext, type HTMLAttributes, type ReactNode, use, useEffect, useRef, useState } from 'react'
import { matchesSearchable } from '../../../preload/contract/vocabulary/fold.ts'
import { hearKey, useTabs } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { type Begins, NothingFound, useBegin } from './begin-record.tsx'

/** One thing to pick: `label` stands in the field, `code` and `detail` beside it in the list; `foundBy`: what else it is found by (Q9); `picture` stands before it. */
export type Option<R = unknown> = {
  id: string
  label: string
  code?: string
  detail?: string
  foundBy?: string
  picture?: ReactNode
  row: R
}

type Props<R> = {
  /** What is picked; null for nothing. */
  option: Option<R> | null
  search: (text: string) => Promise<Option<R>[]>
  onPick: (option: Option<R> | null) => void
  label?: string
  /** Text that stands in it to begin with and is nothing that was picked. */
  start?: string
  /** Text of the user's own is a value too. */
  onFree?: (text: string) => void
  opens?: string
  /** What can be begun here when nothing is found. */
  begins?: Begins
  /** Said under the results of what is typed; nothing of it can be picked. */
  under?: (typed: string) => ReactNode
  error?: boolean
  helperText?: ReactNode
  required?: boolean
  autoFocus?: boolean
  name?: string
  /** Without a frame, inside a grid's cell. */
  bare?: boolean
  placeholder?: string
  sx?: object
}

const PAUSE = 150
/** Options for what is typed; of several answers on their way only the last counts. */
const useOptions = <R,>(search: Props<R>['search'], text: string, open: boolean) => {
  const [found, setFound] = useState<{ text: string; options: Option<R>[] } | null>(null)
  const latest = useRef(search)
  useEffect(() => {
    latest.current = search
  })
  useEffect(() => {
    if (!open) return
    let dropped = false
    const timer = setTimeout(() => {
      void latest.current(text.trim()).then((options) => {
        if (!dropped) setFound({ text, options })
      })
    }, PAUSE)
    return () => {
      dropped = true
      clearTimeout(timer)
    }
  }, [text, open])
  // Options of an earlier text stay only where they fit the new one: Enter must never pick what was not meant.
  const fits = ({ label, code = '', detail = '', foundBy }: Option<R>) => matchesSearchable(text, [code, label, detail], foundBy)
  const known = found?.text === text
  return { options: known ? found.options : (found?.options.filter(fits) ?? []), loading: open && !known }
}

const Line = <R,>({ option, ...props }: HTMLAttributes<HTMLLIElement> & { option: Option<R> }) => (
  <Box component="li" {...props} sx={{ gap: 1, minWidth: 0 }}>
    {option.picture}
    {option.code !== undefined && (
      <Box component="span" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums', flex: 'none' }}>
        {option.code}
      </Box>
    )}
    <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
      {option.label}
    </Box>
    {option.detail !== undefined && option.detail !== '' && (
      <Box component="span" sx={{ color: 'text.secondary', ml: 'auto', flex: 'none', fontSize: 12 }}>
        {option.detail}
      </Box>
    )}
  </Box>
)

const Under = createContext<ReactNode>(null)
/** The open list: the results, and what is said under them. */
const Results = ({ children, ...props }: PaperProps) => (
  <Paper {...props}>
    {children}
    {use(Under)}
  </Paper>
)

export const PickBox = <R,>(props: Props<R>) => {
  const { option, search, onPick, onFree, label, opens, error, helperText, required, autoFocus, bare = false } = props
  const { t } = useWords()
  const tabs = useTabs()
  const [open, setOpen] = useState(false)
  /** What is being typed; null while what is picked stands there. */
  const [typed, setTyped] = useState<string | null>(props.start ?? null)
  const begin = useBegin(props.begins)
  const { options, loading } = useOptions(search, typed ?? '', open)
  return (
    <Under value={open && typed ? props.under?.(typed) : null}>
      <Autocomplete<Option<R>, false, false, boolean>
        size="small"
        fullWidth
        freeSolo={onFree !== undefined}
        open={open}
        onOpen={() => setOpen(true)}
        onClose={() => setOpen(false)}
        options={options}
        value={option}
        inputValue={typed ?? option?.label ?? ''}
        loading={loading}
        loadingText={t('kit.pick.searching')}
        noOptionsText={props.begins ? <NothingFound begins={props.begins} keys /> : t('kit.pick.none')}
        filterOptions={(all) => all}
        autoHighlight={onFree === undefined}
        selectOnFocus
        clearOnBlur={onFree === undefined}
        handleHomeEndKeys={false}
        isOptionEqualToValue={(a, b) => typeof b !== 'string' && a.id === b.id}
        getOptionLabel={(one) => (typeof one === 'string' ? one : one.label)}
        getOptionKey={(one) => (typeof one === 'string' ? one : one.id)}
        renderOption={({ key, ...line }, one) => <Line key={key} {...line} option={one} />}
        onInputChange={(_event, next, reason) => {
          if (reason !== 'input' && reason !== 'clear') return
          setTyped(reason === 'input' ? next : null)
          onFree?.(next)
        }}
        onChange={(_event, next) => {
          setTyped(null)
          if (typeof next === 'string') return onFree?.(next)
          onPick(next)
        }}
        onBlur={() => setTyped(null)}
        onKeyDown={(event) =>
          hearKey(event, () => {
            // Esc closes the list first; only then may it close the dialog around.
            if (event.key === 'Escape' && open) event.stopPropagation()
            if (event.key !== 'Enter' || !event.altKey || !begin || !open || loading || options.length > 0) return
            event.preventDefault()
            begin()
          })
        }
        sx={{ ...props.sx, ...(bare && { '& .MuiAutocomplete-endAdornment': { display: 'none' } }) }}
        slots={{ paper: Results }}
        // In a narrow cell the list takes the room its rows need.
        slotProps={bare ? { popper: { placement: 'bottom-start', style: { width: 'fit-content', minWidth: 360 } } } : {}}
        renderInput={(params) => (
          <TextField
            {...params}
            {...(bare ? { variant: 'standard' as const } : { label })}
            error={error}
            helperText={helperText}
            required={required}
            autoFocus={autoFocus}
            placeholder={props.placeholder}
            slotProps={{
              ...params.slotProps,
              htmlInput: { ...params.slotProps.htmlInput, 'data-field': props.name, 'aria-label': bare ? label : undefined },
              input: {
                ...params.slotProps.input,
                ...(bare && { disableUnderline: true }),
                endAdornment: (
                  <>
                    {opens && option && !bare && (
                      <IconButton
                        size="small"
                        tabIndex={-1}
                        sx={{ p: 0.25 }}
                        aria-label={t('kit.pick.open')}
                        title={t('kit.pick.open')}
                        onClick={() => void tabs.openRecord(opens, option.id)}
                      >
                        <OpenInNewRounded sx={{ fontSize: 16 }} />
                      </IconButton>
                    )}
                    {params.slotProps.input.endAdornment}
                  </>
                ),
              },
            }}
          />
        )}
      />
    </Under>
  )
}
