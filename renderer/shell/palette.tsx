// Ctrl+K: one line that finds records, pages and actions. Arrows choose, Enter opens.
import Search from '@mui/icons-material/Search'
import { Box, InputBase, Typography } from '@mui/material'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { placeIn } from '../client/address.ts'
import type { QueryOutput } from '../../preload/contract/queries.ts'
import { recordOf } from '../../preload/contract/records.ts'
import { showFile } from '../client/file-to-show.ts'
import { useOfficeQuery } from '../client/queries.ts'
import { actionsOf, titleKeyOf, useRoutes } from '../client/routes.ts'
import { useTabs } from '../client/use-tabs.ts'
import { useMay } from '../client/viewer.ts'
import { useWords, type WordKey, wordsIn } from '../words/index.ts'
import { focusPage } from './focus-page.ts'
import { menuOf } from './menu.ts'
import { allWordsIn } from '../kit/format/index.ts'
import { useDebounced } from '../kit/form/use-debounced.ts'
import { Dialog } from '../kit/show/index.ts'
import { hearKey } from '../client/keys.ts'

type Hit = { id: string; group: WordKey; title: string; detail: ReactNode; go: () => void }
const LIMIT = 20
/** Not every letter is a question to the office. */
const PAUSE = 120
/** Files are looked for when the typing rests, and not for a single letter. */
const FILES = 8
const FILES_PAUSE = 300

type FoundFile = QueryOutput<'find-in-files'>[number]
/** Whose file it is, and the words that were found in it. */
const FileDetail = ({ file: { recordKind, title, found } }: { file: FoundFile }) => {
  const { name } = useWords()
  return (
    <>
      {[name(`record.${recordKind}`), title].filter(Boolean).join(' ')}
      {found && (
        <>
          {` · ${found.before}`}
          <Box component="b" sx={{ color: 'primary.main', fontWeight: 600 }}>
            {found.hit}
          </Box>
          {found.after}
        </>
      )}
    </>
  )
}

/** Pages and actions by their name in either language, all of the typed words anywhere in it. */
const matches = (key: string, text: string): boolean => allWordsIn(text, wordsIn.zh.name(key), wordsIn.en.name(key))

const useHits = (text: string): { hits: Hit[]; settled: boolean } => {
  const { t, name } = useWords()
  const may = useMay()
  const routes = useRoutes()
  const tabs = useTabs()
  const wanted = useDebounced(text.trim(), PAUSE)
  const found = useOfficeQuery('find', { text: wanted, limit: LIMIT }, { enabled: wanted !== '', keep: true })
  const records: Hit[] =
    text.trim() === ''
      ? []
      : (found.data ?? []).map((one) => ({
          id: `record-${one.id}`,
          group: 'palette.records',
          title: one.title,
          detail: [name(`record.${one.kind}`), one.detail].filter(Boolean).join(' · '),
          go: () => void tabs.openRecord(one.kind, one.id),
        }))
  const wantedInFiles = useDebounced(text.trim(), FILES_PAUSE)
  const inFiles = useOfficeQuery('find-in-files', { text: wantedInFiles, limit: FILES }, { enabled: wantedInFiles.length > 1, keep: true })
  const files: Hit[] =
    text.trim().length < 2
      ? []
      : (inFiles.data ?? []).map((file) => ({
          id: `file-${file.id}`,
          group: 'palette.files',
          title: file.name,
          detail: <FileDetail file={file} />,
          go: () => {
            showFile(file.versionId)
            void tabs.openRecord(recordOf(file.recordKind).route ?? file.recordKind, file.recordId)
          },
        }))
  const pages: Hit[] = menuOf(routes, may)
    .flatMap((section) => section.routes.map((route) => ({ route, group: section.group })))
    .filter(({ route }) => text.trim() !== '' && matches(titleKeyOf(route), text))
    .map(({ route, group }) => ({
      id: `page-${route.name}`,
      group: 'palette.pages',
      title: name(titleKeyOf(route)),
      detail: name(`menu-group.${group}`),
      go: () => tabs.open(route.name),
    }))
  const actions: Hit[] = actionsOf(routes, may)
    .filter(({ command }) => matches(`command.${command}`, text))
    .map(({ command, route, params }) => ({
      id: `action-${command}`,
      group: 'palette.actions',
      title: name(`command.${command}`),
      detail: '',
      go: () => tabs.open(route, params),
    }))
  const linked = placeIn(text, routes)
  const links: Hit[] = linked
    ? [
        {
          id: 'link',
          group: 'palette.pages',
          title: t('palette.open-link'),
          detail: text.trim(),
          go: () => tabs.open(linked.route, linked.params),
        },
      ]
    : []
  const filesAnswered = text.trim().length < 2 || (wantedInFiles === text.trim() && !inFiles.loading)
  return {
    hits: [...links, ...records, ...pages, ...actions, ...files],
    settled: wanted === text.trim() && !found.loading && filesAnswered,
  }
}

const Row = ({ hit, chosen, onGo, onPoint }: { hit: Hit; chosen: boolean; onGo: () => void; onPoint: () => void }) => (
  <Box
    id={`hit-${hit.id}`}
    role="option"
    aria-selected={chosen}
    ref={(element: HTMLElement | null) => {
      if (chosen) element?.scrollIntoView?.({ block: 'nearest' })
    }}
    onClick={onGo}
    onMouseMove={() => !chosen && onPoint()}
    sx={{
      display: 'flex',
      alignItems: 'baseline',
      gap: 1.5,
      px: 2,
      py: 0.75,
      cursor: 'pointer',
      bgcolor: chosen ? 'color-mix(in srgb, var(--mui-palette-primary-main) 14%, transparent)' : 'transparent',
    }}
  >
    <Typography variant="body2" noWrap sx={{ fontWeight: 500, flexShrink: 0, maxWidth: '45%' }}>
      {hit.title}
    </Typography>
    <Typography variant="caption" color="textSecondary" noWrap>
      {hit.detail}
    </Typography>
  </Box>
)

const PaletteSearch = ({ onClose }: { onClose: () => void }) => {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const { hits, settled } = useHits(text)
  const chosen = hits[Math.min(at, hits.length - 1)]
  // The keyboard goes to the page that was chosen, else back to where it was.
  const [before] = useState(() => document.activeElement)
  const went = useRef(false)
  useEffect(
    () => () => {
      if (!went.current && before instanceof HTMLElement) before.focus()
      setTimeout(focusPage)
    },
    [before],
  )
  const go = (hit: Hit | undefined) => {
    if (!hit) return
    went.current = true
    // Gone before the page comes: a dialog that is still there would take the keyboard from the page's first field.
    flushSync(onClose)
    hit.go()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt((old) => Math.min(old + 1, hits.length - 1))
    else if (event.key === 'ArrowUp') setAt((old) => Math.max(old - 1, 0))
    else if (event.key === 'Enter') go(chosen)
    else return
    event.preventDefault()
  }
  const none = text.trim() !== '' && hits.length === 0 && settled
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 2, py: 1.25, borderBottom: 1, borderColor: 'divider' }}>
        <Search fontSize="small" color="action" />
        <InputBase
          autoFocus
          fullWidth
          value={text}
          placeholder={t('palette.placeholder')}
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={(event) => hearKey(event, onKey)}
          slotProps={{
            input: {
              role: 'combobox',
              'aria-label': t('palette.placeholder'),
              'aria-expanded': hits.length > 0,
              'aria-controls': 'palette-hits',
              'aria-activedescendant': chosen ? `hit-${chosen.id}` : undefined,
              maxLength: 100,
            },
          }}
        />
      </Box>
      <Box
        id="palette-hits"
        role="listbox"
        aria-label={t('palette.placeholder')}
        sx={{ flex: 1, minHeight: 0, maxHeight: 420, overflowY: 'auto', py: 0.5 }}
      >
        {hits.map((hit, n) => (
          <Box key={hit.id} role="presentation">
            {hits[n - 1]?.group !== hit.group && (
              <Typography
                role="presentation"
                variant="caption"
                color="textSecondary"
                sx={{ display: 'block', px: 2, pt: 1, pb: 0.25, fontWeight: 600 }}
              >
                {t(hit.group)}
              </Typography>
            )}
            <Row hit={hit} chosen={hit === chosen} onGo={() => go(hit)} onPoint={() => setAt(n)} />
          </Box>
        ))}
        {none && (
          <Typography variant="body2" color="textSecondary" sx={{ px: 2, py: 2 }}>
            {t('palette.nothing', { text: text.trim() })}
          </Typography>
        )}
      </Box>
      <Typography variant="caption" color="textSecondary" sx={{ px: 2, py: 0.75, borderTop: 1, borderColor: 'divider' }}>
        {t(text === '' ? 'palette.start' : 'palette.hint')}
      </Typography>
    </>
  )
}

export const Palette = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const { t } = useWords()
  return (
    <Dialog
      fleeting
      open={open}
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      aria-label={t('top.search')}
      transitionDuration={0}
      disableRestoreFocus
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
    >
      <PaletteSearch onClose={onClose} />
    </Dialog>
  )
}
