// The beginning of any list, by a saved view or as the tile itself was told; a click opens the record, the title the whole list.
import { Typography } from '@mui/material'
import { useMemo } from 'react'
import { useOfficeQuery, useRoutes, useTabs } from '../../../client/index.ts'
import { ListExcerpt, plainLook, useListExcerpt, viewLook } from '../../../kit/list/index.ts'
import { heightOf, listBehind, type ListBehind, textSetting, TileCard, type TileProps, titleOfTile } from '../../../records/tiles/index.ts'
import { useWords } from '../../../words/index.ts'
import { useTileScene } from '../tile-scene.ts'
import { workbenchWords } from '../words.ts'

/** Rows that stand in a tile so many rows of the grid high. */
const rowsIn = (h: number): number => Math.max(1, Math.floor((heightOf(h) - 2 - 38 - 28) / 30))
/** The look of a list of which nothing was said. */
const AS_DELIVERED = '{}'

type Props = TileProps & { list: ListBehind; title: string }
const Shown = ({ h, settings, list, title }: Props) => {
  const { t, name } = useWords(workbenchWords)
  const { open } = useTabs()
  const viewId = textSetting(settings, 'view')
  const own = textSetting(settings, 'look')
  const titled = textSetting(settings, 'titled')
  const columns = textSetting(settings, 'columns')
  const views = useOfficeQuery('list-views', { list: list.name }, { enabled: viewId !== '' })
  const view = views.data?.views.find((one) => one.id === viewId)
  const isGone = viewId !== '' && views.data !== undefined && !view
  const kept = useMemo(
    () => (view ? viewLook(view.id, view.look) : viewLook(null, own === '' ? AS_DELIVERED : own)) ?? { look: plainLook, search: '' },
    [view, own],
  )
  const wanted = useMemo(() => (columns === '' ? undefined : columns.split(' ')), [columns])
  const rows = typeof settings['rows'] === 'number' && settings['rows'] > 0 ? settings['rows'] : rowsIn(h)
  const isWaiting = viewId !== '' && !view
  const read = useListExcerpt({ list: list.name, params: list.params, ...kept, columns: wanted, rows, enabled: !isWaiting })
  const page = textSetting(settings, 'page')
  const openAll = () => {
    if (viewId !== '') return open(page, { view: viewId })
    const look = own === '' ? AS_DELIVERED : own
    return open(page, titled === '' ? { look } : { look, called: `tile-title.${titled}` })
  }
  const shownTitle = textSetting(settings, 'title') || (view ? `${view.name} · ${name(`list.${list.name}`)}` : title)
  return (
    <TileCard
      title={shownTitle}
      onOpen={isGone ? () => open(page) : openAll}
      problem={read.problem ?? views.problem}
      loading={!isGone && !read.data}
      none={isGone ? t('tile.view-gone') : read.data?.rows.length === 0 ? t('tile.none') : undefined}
    >
      {read.data && <ListExcerpt list={list.name} rows={read.data.rows.slice(0, rows)} shown={read.shown} />}
      {read.data?.nextCursor !== undefined && typeof settings['rows'] === 'number' && (
        <Typography variant="caption" color="textSecondary" sx={{ px: 1.75 }}>
          {t('tile.more-there')}
        </Typography>
      )}
    </TileCard>
  )
}

export const ListTile = (props: TileProps) => {
  const { t } = useWords(workbenchWords)
  const routes = useRoutes()
  const scene = useTileScene()
  const list = listBehind(routes.find(({ name }) => name === textSetting(props.settings, 'page')))
  const title = titleOfTile(scene.kindOf('list'), props.settings, scene)
  if (!list) return <TileCard title={title} none={t('tile.not-here')} />
  return <Shown {...props} list={list} title={title} />
}
