// A desk while it is arranged: its tiles on the grid of twelve columns, each with what can be done to it; what was done is told to screen readers.
import { Box, Typography } from '@mui/material'
import { type KeyboardEvent, useRef, useState } from 'react'
import { COLUMNS, MOST_TILES, TALLEST, type Tile, type TileSettings } from '../../../../preload/contract/modules/workbench/tiles.ts'
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'
import { hearKey, useMay } from '../../../client/index.ts'
import { GAP, ROW, mayShow, TileBody, TileCard, type TileKind, type TileScene, titleOfTile } from '../../../records/tiles/index.ts'
import { useWords } from '../../../words/index.ts'
import { useTileScene } from '../tile-scene.ts'
import { workbenchWords } from '../words.ts'
import { AddTileDialog } from './add-tile-dialog.tsx'
import { ArrangeBar } from './arrange-bar.tsx'
import { ArrangedTile, HINT } from './arranged-tile.tsx'
import { type Limits, moved, sizedTo } from './placing.ts'
import { TileSettingsDialog } from './tile-settings-dialog.tsx'
import type { Arranging } from './use-arranging.ts'
import { useHolding } from './use-holding.ts'

const limitsOf = ({ least, most }: TileKind): Limits => ({ least: least ?? { w: 2, h: 2 }, most: most ?? { w: COLUMNS, h: TALLEST } })
const ANYTHING: Limits = { least: { w: 1, h: 1 }, most: { w: COLUMNS, h: TALLEST } }

type Props = {
  arranging: Arranging
  /** With the rights of somebody else: of the role whose desk it is. */
  as?: TileScene['may']
  /** The role whose desk it is: its people see the views that are shared with it. */
  roleId?: string
  /** So many tiles more are kept with it and not shown. */
  unseen?: number
  saving: boolean
  onDone: () => void
  onCancel: () => void
  onReset?: (() => void) | undefined
}
type Setting = { tile: { id: string; kind: string; settings: TileSettings }; isNew: boolean }

export const ArrangeDesk = ({ arranging, as, roleId, unseen = 0, saving, onDone, onCancel, onReset }: Props) => {
  const { t } = useWords(workbenchWords)
  const own = useMay()
  const scene = useTileScene(as)
  const { kinds, kindOf } = scene
  const grid = useRef<HTMLDivElement>(null)
  const bar = useRef<HTMLButtonElement>(null)
  const [said, setSaid] = useState('')
  const [adding, setAdding] = useState(false)
  const [setting, setSetting] = useState<Setting | null>(null)
  const titleOf = ({ kind, settings }: Pick<Tile, 'kind' | 'settings'>) => titleOfTile(kindOf(kind), settings, scene)
  const limits = (kind: string) => {
    const known = kinds.find((one) => one.kind === kind)
    return known ? limitsOf(known) : ANYTHING
  }
  const focus = (id: string | undefined) =>
    setTimeout(() => {
      const element = id === undefined ? null : grid.current?.querySelector<HTMLElement>(`[data-tile="${id}"] > [role=group]`)
      element?.focus()
      element?.scrollIntoView?.({ block: 'nearest' })
      if (!element) bar.current?.focus()
    })
  /** What became of one tile, in words. */
  const tell = (id: string, tiles: readonly Tile[]) => {
    const tile = tiles.find((one) => one.id === id)
    if (tile) setSaid(t('arrange.stands', { title: titleOf(tile), column: tile.x + 1, row: tile.y + 1, w: tile.w, h: tile.h }))
    focus(id)
  }
  const { holding, hold } = useHolding(grid, (held) => {
    const tile = arranging.tiles.find((one) => one.id === held.id)
    if (!tile) return
    tell(held.id, held.what === 'move' ? arranging.move(held.id, held) : arranging.size(held.id, held, limits(tile.kind)))
  })
  const heldTile = holding && arranging.tiles.find((one) => one.id === holding.id)
  const shown =
    holding && heldTile
      ? holding.what === 'move'
        ? moved(arranging.tiles, holding.id, holding)
        : sizedTo(arranging.tiles, holding.id, holding, limits(heldTile.kind))
      : arranging.tiles
  const remove = (tile: Tile) => {
    const at = arranging.tiles.findIndex((one) => one.id === tile.id)
    const left = arranging.remove(tile.id)
    setSaid(t('arrange.removed', { title: titleOf(tile) }))
    focus(left[Math.min(at, left.length - 1)]?.id)
  }
  const add = (kind: TileKind, settings: TileSettings) => {
    const id = newId()
    setAdding(false)
    setSetting(null)
    tell(id, arranging.add({ id, kind: kind.kind, ...kind.size, settings }))
  }
  const choose = (kind: TileKind, settings: TileSettings) => {
    if (kind.isReady?.(settings) !== false) return add(kind, settings)
    setAdding(false)
    return setSetting({ tile: { id: '', kind: kind.kind, settings }, isNew: true })
  }
  const undo = (what: 'undo' | 'redo', pressed: Element | null = null) => {
    const before = arranging.tiles
    const own = document.activeElement?.closest<HTMLElement>('[data-tile]')?.dataset['tile']
    const after = arranging[what]()
    setSaid(t(what === 'undo' ? 'arrange.undone' : 'arrange.redone'))
    // The keyboard goes to what has come back; from what has gone, to what stands in its place. A button that can be pressed again keeps it.
    const [back] = after.filter(({ id }) => !before.some((one) => one.id === id))
    const at = before.findIndex(({ id }) => id === own)
    setTimeout(() => {
      if (pressed?.matches(':enabled')) return
      if (back || !after.some(({ id }) => id === own)) focus(back?.id ?? after[Math.min(Math.max(at, 0), after.length - 1)]?.id)
    })
  }
  const onKey = (event: KeyboardEvent) => {
    if (!event.ctrlKey || (event.target as HTMLElement).closest('input, textarea')) return
    const key = event.key.toLowerCase()
    if (key === 'z' && !event.shiftKey) undo('undo')
    else if (key === 'y' || key === 'z') undo('redo')
    else return
    event.preventDefault()
  }
  const settingKind = setting && kindOf(setting.tile.kind)
  return (
    <Box onKeyDown={(event) => hearKey(event, onKey)} sx={{ display: 'flex', flexDirection: 'column', gap: 1.5 }}>
      <ArrangeBar
        ref={bar}
        isFull={arranging.tiles.length + unseen >= MOST_TILES}
        canUndo={arranging.canUndo}
        canRedo={arranging.canRedo}
        saving={saving}
        onAdd={() => setAdding(true)}
        onUndo={() => undo('undo', document.activeElement)}
        onRedo={() => undo('redo', document.activeElement)}
        onReset={onReset}
        onCancel={onCancel}
        onDone={onDone}
      />
      <Typography id={HINT} variant="caption" color="textSecondary">
        {t('arrange.hint')}
      </Typography>
      <Box
        role="status"
        aria-live="polite"
        sx={{ position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' }}
      >
        {said}
      </Box>
      {/* Arranged is always the wide desk; a narrow window is moved sideways for it. */}
      <Box sx={{ overflowX: 'auto', p: 0.5, m: -0.5 }}>
        <Box
          ref={grid}
          sx={{
            ...{ display: 'grid', gap: `${GAP}px`, gridAutoRows: `${ROW}px`, minWidth: 820, minHeight: 300 },
            gridTemplateColumns: `repeat(${COLUMNS}, minmax(0, 1fr))`,
          }}
        >
          {shown.map((tile) => {
            const kind = kindOf(tile.kind)
            const title = titleOf(tile)
            return (
              <Box
                key={tile.id}
                data-tile={tile.id}
                sx={{ minWidth: 0, minHeight: 0, gridColumn: `${tile.x + 1} / span ${tile.w}`, gridRow: `${tile.y + 1} / span ${tile.h}` }}
              >
                <ArrangedTile
                  tile={tile}
                  title={title}
                  held={holding?.id === tile.id}
                  hasForm={kinds.includes(kind)}
                  onStep={(to) => tell(tile.id, arranging.step(tile.id, to))}
                  onGrow={({ w, h }) => tell(tile.id, arranging.size(tile.id, { w: tile.w + w, h: tile.h + h }, limits(tile.kind)))}
                  onRemove={() => remove(tile)}
                  onSettings={() => setSetting({ tile, isNew: false })}
                  onHold={(event, what) => hold(event, what, tile)}
                >
                  {!mayShow(kind, tile.settings, { routes: scene.routes, may: own }) ? (
                    <TileCard title={title} none={t('arrange.not-yours')} />
                  ) : (
                    <TileBody tile={tile} />
                  )}
                  {as && !mayShow(kind, tile.settings, scene) && (
                    <Typography
                      variant="caption"
                      sx={{
                        position: 'absolute',
                        left: 8,
                        bottom: 6,
                        px: 0.75,
                        borderRadius: 1,
                        bgcolor: 'warning.main',
                        color: 'background.paper',
                      }}
                    >
                      {t('arrange.not-theirs')}
                    </Typography>
                  )}
                </ArrangedTile>
              </Box>
            )
          })}
        </Box>
      </Box>
      {adding && <AddTileDialog scene={scene} kinds={kinds} onChoose={choose} onClose={() => setAdding(false)} />}
      {setting && settingKind && (
        <TileSettingsDialog
          as={as && { may: as, roleId }}
          kind={settingKind}
          settings={setting.tile.settings}
          isNew={setting.isNew}
          onSave={(settings) => {
            if (setting.isNew) return add(settingKind, settings)
            setSetting(null)
            return tell(setting.tile.id, arranging.tell(setting.tile.id, settings))
          }}
          onClose={() => setSetting(null)}
        />
      )}
    </Box>
  )
}
