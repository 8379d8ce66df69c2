// What tiles of the desk's own kinds are told: which figure, which list by which view, which way, which span.
import type { QueryOutput } from '../../../../preload/contract/queries.ts'
import { recordOf } from '../../../../preload/contract/records.ts'
import type { TileSettings } from '../../../../preload/contract/modules/workbench/tiles.ts'
import { actionsOf, readOffice, titleKeyOf, useOfficeQuery } from '../../../client/index.ts'
import { OptionField, type Option, PickBox } from '../../../kit/fields/index.ts'
import { useShortcutNames } from '../../../records/shortcut-names.ts'
import { listBehind, textSetting, type TileFormProps, type TileScene } from '../../../records/tiles/index.ts'
import { useWords } from '../../../words/index.ts'
import { keyFigures } from '../key-figures.ts'
import { useTileScene } from '../tile-scene.ts'
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
  return (
    <OptionField
      name="view"
      label={t('tile.view')}
      value={textSetting(settings, 'view')}
      empty={empty}
      options={(data?.views ?? []).map((view) => ({ id: view.id, label: view.name }))}
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

type Found = QueryOutput<'find'>[number]
const RecordField = ({ settings, onChange }: TileFormProps) => {
  const { t, name } = useWords(workbenchWords)
  const [route, id] = [textSetting(settings, 'route'), textSetting(settings, 'id')]
  const names = useShortcutNames(id === '' ? [] : [{ route, id }])
  const search = async (text: string): Promise<Option<Found>[]> => {
    const found = text === '' ? [] : await readOffice('find', { text, limit: 20 })
    return (found ?? []).map((row) => ({
      id: row.id,
      label: row.title,
      detail: [name(`record.${row.kind}`), row.detail].filter(Boolean).join(' · '),
      row,
    }))
  }
  return (
    <PickBox<Found>
      name="id"
      label={t('tile.record')}
      option={id === '' ? null : { id, label: names.nameOf({ route, id }), row: { id, kind: 'customer', title: '', detail: '' } }}
      search={search}
      onPick={(option) =>
        onChange(
          option
            ? { ...settings, route: recordOf(option.row.kind).route ?? option.row.kind, id: option.id }
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
