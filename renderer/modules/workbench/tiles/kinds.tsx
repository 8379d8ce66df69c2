// The kinds of tiles that the desk itself has: figures, lists, ways, notes, favourites, what is due.
import BarChart from '@mui/icons-material/NumbersOutlined'
import CalendarMonth from '@mui/icons-material/CalendarMonthOutlined'
import EventNote from '@mui/icons-material/EventNoteOutlined'
import List from '@mui/icons-material/ViewListOutlined'
import Shortcut from '@mui/icons-material/NorthEastOutlined'
import StarBorder from '@mui/icons-material/StarBorder'
import StickyNote from '@mui/icons-material/StickyNote2Outlined'
import { commands } from '../../../../preload/contract/commands.ts'
import { actionsOf, type Route, titleKeyOf } from '../../../client/index.ts'
import { lazyTile, listBehind, textSetting, type TileKind } from '../../../records/tiles/index.ts'
import { figureOf, keyFigures } from '../key-figures.ts'

const permissionOfPage = (page: string, routes: readonly Route[]) => routes.find(({ name }) => name === page)?.permission
const commandOf = (value: unknown) => Object.entries(commands).find(([name]) => name === value)

const figure: TileKind = {
  kind: 'figure',
  icon: <BarChart />,
  size: { w: 3, h: 2 },
  least: { w: 2, h: 2 },
  most: { w: 12, h: 3 },
  permission: ({ figure: which }, routes) => permissionOfPage(figureOf(which)?.page ?? '', routes),
  title: ({ figure: which }, { name }) => (figureOf(which) ? name(`figure.${String(which)}`) : ''),
  offers: ({ name }) => Object.keys(keyFigures).map((one) => ({ settings: { figure: one }, title: name(`figure.${one}`) })),
  isReady: ({ figure: which }) => figureOf(which) !== undefined,
  tile: lazyTile(async () => (await import('./figure-tile.tsx')).FigureTile),
  form: lazyTile(async () => (await import('./forms.tsx')).FigureForm),
}

const list: TileKind = {
  kind: 'list',
  icon: <List />,
  size: { w: 6, h: 7 },
  least: { w: 3, h: 3 },
  permission: (settings, routes) => permissionOfPage(textSetting(settings, 'page'), routes),
  title: (settings, { name, routes }) => {
    const titled = textSetting(settings, 'titled')
    if (titled !== '') return name(`tile-title.${titled}`)
    const route = routes.find((one) => one.name === settings['page'])
    return route ? name(titleKeyOf(route)) : ''
  },
  offers: ({ routes, name }) =>
    routes
      .filter((route) => listBehind(route) !== undefined)
      .map((route) => ({ settings: { page: route.name }, title: name(titleKeyOf(route)) })),
  isReady: (settings) => textSetting(settings, 'page') !== '',
  tile: lazyTile(async () => (await import('./list-tile.tsx')).ListTile),
  form: lazyTile(async () => (await import('./forms.tsx')).ListForm),
}

const shortcut: TileKind = {
  kind: 'shortcut',
  icon: <Shortcut />,
  size: { w: 2, h: 1 },
  least: { w: 2, h: 1 },
  most: { w: 6, h: 2 },
  permission: (settings, routes) =>
    settings['to'] === 'new' ? commandOf(settings['command'])?.[1].permission : permissionOfPage(textSetting(settings, 'route'), routes),
  title: (settings, { name, routes }) => {
    const command = commandOf(settings['command'])?.[0]
    if (settings['to'] === 'new') return command === undefined ? '' : name(`command.${command}`)
    const route = routes.find((one) => one.name === settings['route'])
    return route ? name(titleKeyOf(route)) : ''
  },
  offers: ({ routes, may, name }) => [
    ...actionsOf(routes, may).map(({ command }) => ({ settings: { to: 'new', command }, title: name(`command.${command}`) })),
    ...routes
      .filter(({ menu }) => menu !== undefined)
      .map((route) => ({ settings: { to: 'page', route: route.name }, title: name(titleKeyOf(route)) })),
    { settings: { to: 'record' }, title: name('tile-offer.record') },
    { settings: { to: 'view' }, title: name('tile-offer.view') },
  ],
  isReady: (settings) => {
    const to = textSetting(settings, 'to')
    const has = (field: string) => textSetting(settings, field) !== ''
    return to === 'new' ? has('command') : has('route') && (to === 'page' || (to === 'view' ? has('view') : has('id')))
  },
  tile: lazyTile(async () => (await import('./shortcut-tile.tsx')).ShortcutTile),
  form: lazyTile(async () => (await import('./forms.tsx')).ShortcutForm),
}

export const ownTiles: readonly TileKind[] = [
  figure,
  list,
  shortcut,
  {
    kind: 'today',
    icon: <EventNote />,
    size: { w: 6, h: 7 },
    least: { w: 3, h: 3 },
    tile: lazyTile(async () => (await import('./today-tile.tsx')).TodayTile),
    form: lazyTile(async () => (await import('./forms.tsx')).TodayForm),
  },
  {
    kind: 'calendar',
    icon: <CalendarMonth />,
    size: { w: 8, h: 7 },
    least: { w: 3, h: 4 },
    tile: lazyTile(async () => (await import('./calendar-tile.tsx')).CalendarTile),
    form: lazyTile(async () => (await import('./forms.tsx')).CalendarForm),
  },
  {
    kind: 'favourites',
    icon: <StarBorder />,
    size: { w: 4, h: 7 },
    tile: lazyTile(async () => (await import('./favourites-tile.tsx')).FavouritesTile),
  },
  {
    kind: 'note',
    icon: <StickyNote />,
    size: { w: 4, h: 5 },
    tile: lazyTile(async () => (await import('./note-tile.tsx')).NoteTile),
  },
]
