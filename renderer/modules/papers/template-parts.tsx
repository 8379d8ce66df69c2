// The parts of a template that are lists: columns and blocks of the paper in an order of one's own, and clauses.
import Add from '@mui/icons-material/Add'
import ArrowDownward from '@mui/icons-material/ArrowDownward'
import ArrowUpward from '@mui/icons-material/ArrowUpward'
import DeleteOutlined from '@mui/icons-material/DeleteOutlined'
import { Box, Button, Checkbox, IconButton, TextField, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import type { PaperTemplate } from '../../../preload/contract/modules/papers/calls.ts'
import { type PaperLanguage, placesOf } from '../../../preload/contract/vocabulary/paper-layout.ts'
import { useWords } from '../../words/index.ts'
import { MarkedTextField } from './marked-text-field.tsx'
import { papersWords } from './words.ts'

type Said = { en: string; zh: string }
const NOTHING: Said = { en: '', zh: '' }
export const languagesIn = (language: PaperLanguage): readonly ('en' | 'zh')[] => (language === 'en-zh' ? ['en', 'zh'] : [language])

const moved = <T,>(list: readonly T[], at: number, by: number): T[] => {
  const next = [...list]
  const [one] = next.splice(at, 1)
  if (one !== undefined) next.splice(at + by, 0, one)
  return next
}

/** One row of an ordered list: whether it is shown, what it is, and up and down. */
const OrderedRow = (props: {
  label: string
  shown: boolean
  /** Why it is always there; absent where it may be left out. */
  fixed?: string | undefined
  at: number
  count: number
  onShown: (shown: boolean) => void
  onMove: (by: number) => void
  children?: ReactNode
}) => {
  const { t } = useWords(papersWords)
  const { label, at, count } = props
  return (
    <Box role="group" aria-label={label} sx={{ display: 'flex', alignItems: 'center', gap: 0.5, py: 0.25 }}>
      <Checkbox
        size="small"
        sx={{ p: 0.5 }}
        checked={props.shown}
        disabled={props.fixed !== undefined}
        title={props.fixed}
        slotProps={{ input: { 'aria-label': label } }}
        onChange={(event) => props.onShown(event.target.checked)}
      />
      <Typography
        variant="body2"
        noWrap
        title={label}
        sx={{ flex: 1, minWidth: 90, color: props.shown ? 'text.primary' : 'text.secondary' }}
      >
        {label}
      </Typography>
      {props.children}
      <IconButton size="small" aria-label={`${t('papers.up')} ${label}`} disabled={at === 0} onClick={() => props.onMove(-1)}>
        <ArrowUpward sx={{ fontSize: 16 }} />
      </IconButton>
      <IconButton size="small" aria-label={`${t('papers.down')} ${label}`} disabled={at === count - 1} onClick={() => props.onMove(1)}>
        <ArrowDownward sx={{ fontSize: 16 }} />
      </IconButton>
    </Box>
  )
}

/** As they stand on the paper. */
const inOrder = <T extends { key: string }>(parts: readonly T[], chosen: readonly { key: string }[]): T[] => {
  const places = placesOf(parts, chosen)
  return parts
    .map((part, n) => ({ part, at: places[n]! }))
    .sort((a, b) => a.at - b.at)
    .map(({ part }) => part)
}

/** With what was chosen for parts that this paper does not have, such as a discount: each behind what it stood behind. */
const withOthers = <C extends { key: string }>(choices: readonly C[], before: readonly C[]): C[] => {
  const all = [...choices]
  for (const [n, one] of before.entries())
    if (!all.some(({ key }) => key === one.key)) all.splice(all.findIndex(({ key }) => key === before[n - 1]?.key) + 1, 0, one)
  return all
}

type ColumnsProps = {
  language: PaperLanguage
  columns: readonly { key: string; en: string; zh: string; fixed: boolean; optional: boolean }[]
  value: PaperTemplate['columns']
  onChange: (value: PaperTemplate['columns']) => void
}
export const ColumnsEditor = ({ language, columns, value, onChange }: ColumnsProps) => {
  const { t, language: reader } = useWords(papersWords)
  const ordered = inOrder(columns, value)
  const choices = ordered.map(
    ({ key, fixed, optional }) => value.find((one) => one.key === key) ?? { key, shown: fixed || !optional, label: NOTHING },
  )
  const save = (next: PaperTemplate['columns']) => onChange(withOthers(next, value))
  const change = (at: number, part: Partial<PaperTemplate['columns'][number]>) =>
    save(choices.map((one, n) => (n === at ? { ...one, ...part } : one)))
  return ordered.map((column, at) => {
    const choice = choices[at]!
    const usual = reader === 'zh' ? column.zh : column.en
    return (
      <OrderedRow
        key={column.key}
        label={usual}
        shown={choice.shown || column.fixed}
        fixed={column.fixed ? t('papers.fixed') : undefined}
        at={at}
        count={ordered.length}
        onShown={(shown) => change(at, { shown })}
        onMove={(by) => save(moved(choices, at, by))}
      >
        {languagesIn(language).map((one) => (
          <TextField
            key={one}
            size="small"
            placeholder={column[one]}
            value={choice.label[one]}
            onChange={(event) => change(at, { label: { ...choice.label, [one]: event.target.value } })}
            sx={{ width: language === 'en-zh' ? 105 : 150, '& input': { py: 0.5, fontSize: 13 } }}
            slotProps={{ htmlInput: { maxLength: 200, 'aria-label': `${t('papers.column-label')} ${usual} ${one}` } }}
          />
        ))}
      </OrderedRow>
    )
  })
}

type BlocksProps = {
  blocks: readonly { key: string; en: string; zh: string; fixed: boolean }[]
  value: PaperTemplate['blocks']
  onChange: (value: PaperTemplate['blocks']) => void
}
export const BlocksEditor = ({ blocks, value, onChange }: BlocksProps) => {
  const { t, language } = useWords(papersWords)
  const ordered = inOrder(blocks, value)
  const choices = ordered.map(({ key }) => value.find((one) => one.key === key) ?? { key, shown: true })
  const save = (next: PaperTemplate['blocks']) => onChange(withOthers(next, value))
  return ordered.map((block, at) => (
    <OrderedRow
      key={block.key}
      label={language === 'zh' ? block.zh : block.en}
      shown={choices[at]!.shown || block.fixed}
      fixed={block.fixed ? t('papers.fixed-part') : undefined}
      at={at}
      count={ordered.length}
      onShown={(shown) => save(choices.map((one, n) => (n === at ? { ...one, shown } : one)))}
      onMove={(by) => save(moved(choices, at, by))}
    />
  ))
}

type ClausesProps = { language: PaperLanguage; value: readonly Said[]; onChange: (value: Said[]) => void }
export const ClausesEditor = ({ language, value, onChange }: ClausesProps) => {
  const { t } = useWords(papersWords)
  return (
    <Box sx={{ gridColumn: '1 / -1', display: 'flex', flexDirection: 'column', gap: 1 }}>
      {value.map((clause, at) => (
        // Clauses are nothing but their places.
        // oxlint-disable-next-line react/no-array-index-key
        <Box key={at} sx={{ display: 'flex', gap: 0.5, alignItems: 'flex-start' }}>
          {languagesIn(language).map((one) => (
            <MarkedTextField
              key={one}
              label={`${t('papers.clause', { n: at + 1 })}${language === 'en-zh' ? ` (${one})` : ''}`}
              value={clause[one]}
              onChange={(text) => onChange(value.map((old, n) => (n === at ? { ...old, [one]: text } : old)))}
            />
          ))}
          <IconButton
            size="small"
            aria-label={`${t('papers.remove-clause')} ${at + 1}`}
            onClick={() => onChange(value.filter((_, n) => n !== at))}
          >
            <DeleteOutlined fontSize="small" />
          </IconButton>
        </Box>
      ))}
      {value.length < 40 && (
        <Button size="small" startIcon={<Add />} sx={{ alignSelf: 'flex-start' }} onClick={() => onChange([...value, NOTHING])}>
          {t('papers.add-clause')}
        </Button>
      )}
    </Box>
  )
}
