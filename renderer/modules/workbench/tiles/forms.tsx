// What tiles of the desk's own kinds are told: which figure, which list by which view, which way, which span.
import { use } from 'react'
import { PLACED_KINDS, recordOf } from '../../../../preload/contract/records.ts'
import type { TileSettings } from '../../../../preload/contract/modules/workbench/tiles.ts'
import { actionsOf, titleKeyOf, useOfficeQuery } from '../../../client/index.ts'
import { OptionField } from '../../../kit/fields/index.ts'
import { AnyRecordField } from '../../../records/fields/index.ts'
import { useShortcutNames } from '../../../records/shortcut-names.ts'
import { listBehind, textSetting, type TileFormProps, type TileScene } from '../../../records/tiles/index.ts'
import { useWords } from '../../../words/index.ts'
import { keyFigures } from '../key-figures.ts'
import { ArrangedForContext, useTileScene } from '../tile-scene.ts'
import { workbenchWords } from '../words.ts'

/** Pages of the menu, and those that are lists. */
const pagesOf = ({ routes, may, name }: TileScene, listsOnly: boolean) =>
  routes
    .filter((route) => (listsOnly ? listBehind(route) !== undefined : route.menu !== undefined) && may(route.permission))
    .map((route) => ({ id: route.name, label: name(titleKeyOf(route)) }))

/** Settings with some put in and some taken out. */
const changed = (settings: TileSettings, part: TileSettings, without: readonly string[] = []): TileSettings =>
  Object.fromEntries([...Object.entries(settings).filter(([field]) => !without.includes(field)), ...Object.entries(part)])

export const FigureForm = ({ settings, onChange }: TileFormProps) => {
  const { t, name } = useWords(workbenchWords)
  const { routes, may } = useTileScene()
  const options = Object.entries(keyFigures)
    .filter(([, { page }]) => may(routes.find((route) => route.name === page)?.permission))
    .map(([id]) => ({ id, label: name(`figure.${id}`) }))
  return (
    <OptionField
      name="figure"
      label={t('tile.figure-which')}
      value={textSetting(settings, 'figure')}
      options={options}
      onChange={(figure) => onChange({ ...settings, figure })}
    />
  )
}

const ROWS = [5, 10, 20, 50] as const

const ViewField = ({
  settings,
  page,
  empty,
  onChange,
}: {
  settings: TileSettings
  page: string
  empty: string
  onChange: (view: string) => void
}) => {
  const { t } = useWords(workbenchWords)
  const { routes } = useTileScene()
  const list = listBehind(routes.find(({ name }) => name === page))
  const { data } = useOfficeQuery('list-views', { list: list?.name ?? '' }, { enabled: list !== undefined })
  // On the desk of a role: what is shared with it, for nothing else can be seen by its people. What is chosen already stays to be read.
  const roleId = use(ArrangedForContext)?.roleId
  const chosen = textSetting(settings, 'view')
  const views = data?.views.filter((view) => roleId === undefined || view.roleId === roleId || view.id === chosen) ?? []
  return (
    <OptionField
      name="view"
      label={t('tile.view')}
      value={chosen}
      empty={empty}
      options={views.map((view) => ({ id: view.id, label: view.name }))}
      onChange={onChange}
    />
  )
}

export const ListForm = ({ settings, onChange }: TileFormProps) => {
  const { t } = useWords(workbenchWords)
  const scene = useTileScene()
  const page = textSetting(settings, 'page')
  const hasOwn = textSetting(settings, 'look') !== ''
  const own = ['look', 'columns', 'titled']
  return (
    <>
      <OptionField
        name="page"
        label={t('tile.list')}
        value={page}
        options={pagesOf(scene, true)}
        onChange={(next) => onChange(changed(settings, { page: next }, [...own, 'view']))}
      />
      <ViewField
        settings={settings}
        page={page}
        empty={t(hasOwn ? 'tile.view-here' : 'tile.view-plain')}
        onChange={(view) => onChange(view === '' ? changed(settings, {}, ['view']) : changed(settings, { view }, own))}
      />
      <OptionField
        name="rows"
        label={t('tile.rows')}
        value={String(settings['rows'] ?? '')}
        empty={t('tile.rows-fit')}
        options={ROWS.map((n) => ({ id: String(n), label: String(n) }))}
        onChange={(rows) => onChange(rows === '' ? changed(settings, {}, ['rows']) : { ...settings, rows: Number(rows) })}
      />
    </>
  )
}

const RecordField = ({ settings, onChange }: TileFormProps) => {
  const { t } = useWords(workbenchWords)
  const [route, id] = [textSetting(settings, 'route'), textSetting(settings, 'id')]
  const names = useShortcutNames(id === '' ? [] : [{ route, id }])
  const kind = PLACED_KINDS.find((one) => recordOf(one).route === route)
  return (
    <AnyRecordField
      name="id"
      label={t('tile.record')}
      value={id === '' || !kind ? null : { kind, id, title: names.nameOf({ route, id }) }}
      onChange={(record) =>
        onChange(
          record
            ? { ...settings, route: recordOf(record.kind).route ?? record.kind, id: record.id }
            : changed(settings, {}, ['route', 'id']),
        )
      }
    />
  )
}

const WAYS = ['page', 'new', 'record', 'view'] as const

export const ShortcutForm = ({ settings, onChange }: TileFormProps) => {
  const { t } = useWords(workbenchWords)
  const scene = useTileScene()
  const to = textSetting(settings, 'to') || 'page'
  return (
    <>
      <OptionField
        name="to"
        label={t('tile.way')}
        value={to}
        options={WAYS.map((id) => ({ id, label: t(`tile.way-${id}`) }))}
        onChange={(next) => onChange(changed(settings, { to: next }, ['route', 'id', 'view', 'command']))}
      />
      {to === 'new' && (
        <OptionField
          name="command"
          label={t('tile.way-new')}
          value={textSetting(settings, 'command')}
          options={actionsOf(scene.routes, scene.may).map(({ command }) => ({ id: command, label: scene.name(`command.${command}`) }))}
          onChange={(command) => onChange({ ...settings, command })}
        />
      )}
      {(to === 'page' || to === 'view') && (
        <OptionField
          name="route"
          label={t('tile.page')}
          value={textSetting(settings, 'route')}
          options={pagesOf(scene, to === 'view')}
          onChange={(route) => onChange(changed(settings, { route }, ['view']))}
        />
      )}
      {to === 'view' && (
        <ViewField
          settings={settings}
          page={textSetting(settings, 'route')}
          empty="–"
          onChange={(view) => onChange({ ...settings, view })}
        />
      )}
      {to === 'record' && <RecordField settings={settings} onChange={onChange} />}
    </>
  )
}

/** Whose tasks: one's own, or of everybody in one's scope. */
export const TodayForm = ({ settings, onChange }: TileFormProps) => {
  const { t } = useWords(workbenchWords)
  return (
    <OptionField
      name="whose"
      label={t('tile.whose')}
      value={textSetting(settings, 'whose')}
      empty={t('tile.whose-page')}
      options={(['mine', 'team'] as const).map((id) => ({ id, label: t(`tile.whose-${id}`) }))}
      onChange={(whose) => onChange(whose === '' ? changed(settings, {}, ['whose']) : { ...settings, whose })}
    />
  )
}

export const CalendarForm = ({ settings, onChange }: TileFormProps) => {
  const { t } = useWords(workbenchWords)
  return (
    <>
      <TodayForm settings={settings} onChange={onChange} />
      <OptionField
        name="span"
        label={t('tile.span')}
        value={settings['span'] === 'week' ? 'week' : 'month'}
        options={(['month', 'week'] as const).map((id) => ({ id, label: t(`tile.span-${id}`) }))}
        onChange={(span) => onChange({ ...settings, span })}
      />
    </>
  )
}
