// Targets of the running month, person by person: what was reached as a bar beside the working days that are gone.
import { Box } from '@mui/material'
import { Decimal } from '../../../../preload/contract/vocabulary/decimal.ts'
import { useOfficeQuery, useTabs, useViewer } from '../../../client/index.ts'
import { amountShown, percentShown } from '../../../kit/format/index.ts'
import { FIGURE_CELL } from '../../../kit/show/index.ts'
import { textSetting, TileCard, type TileProps } from '../../../records/tiles/index.ts'
import { useWords } from '../../../words/index.ts'
import { targetsWords } from '../words.ts'
import { measureOf } from './measure-of.ts'

const WHOLE = 100
const width = (share: string): number => Math.min(WHOLE, Number(share))

/** How far one is, and by a line how much of the month's working days is gone. */
const Bar = ({ reach, gone }: { reach: string; gone: string | undefined }) => (
  <Box aria-hidden sx={{ position: 'relative', height: 8, borderRadius: 1, bgcolor: 'action.hover', minWidth: 60 }}>
    <Box sx={{ height: 1, width: `${width(reach)}%`, borderRadius: 1, bgcolor: 'primary.main' }} />
    {gone !== undefined && (
      <Box sx={{ position: 'absolute', top: -2, height: 12, width: 2, left: `${width(gone)}%`, bgcolor: 'text.secondary' }} />
    )}
  </Box>
)

export const TargetsTile = ({ settings }: TileProps) => {
  const { t, name } = useWords(targetsWords)
  const { open } = useTabs()
  const { today, company } = useViewer()
  const measure = measureOf(settings)
  const { data, problem } = useOfficeQuery('targets', { year: Number(today.slice(0, 4)), measure }, { keep: true })
  const month = data?.months.indexOf(today.slice(0, 7)) ?? -1
  const people = (data?.rows ?? [])
    .flatMap(({ kind, id, name: person, cells }) => {
      const cell = cells[month]
      return kind === 'person' && cell?.reach ? [{ id, person, reach: cell.reach, target: cell.target ?? 0, actual: cell.actual ?? 0 }] : []
    })
    .toSorted((a, b) => new Decimal(b.reach).cmp(a.reach))
  const amount = (minor: number) => amountShown({ minor, currency: company.baseCurrency })
  const gone = data?.timeGone?.share
  const title = textSetting(settings, 'title') || `${name('tile.targets')} · ${name(`measure.${measure}`)}`
  return (
    <TileCard
      title={title}
      detail={gone === undefined ? undefined : t('targets.time-gone', { month: today.slice(0, 7), share: gone })}
      onOpen={() => open('targets')}
      problem={problem}
      loading={!data}
      none={data && people.length === 0 ? t('targets.none-this-month') : undefined}
    >
      <Box
        component="table"
        sx={{ width: 1, borderCollapse: 'collapse', fontSize: 13, '& td': { px: 1.75, height: 30, whiteSpace: 'nowrap' } }}
      >
        <tbody>
          {people.map(({ id, person, reach, target, actual }) => (
            <tr key={id}>
              <td>{person}</td>
              <Box component="td" sx={{ width: '40%' }}>
                <Bar reach={reach} gone={gone} />
              </Box>
              <Box component="td" sx={{ ...FIGURE_CELL, fontWeight: 600 }}>
                {percentShown(reach)}
              </Box>
              <Box component="td" sx={{ ...FIGURE_CELL, color: 'text.secondary' }}>
                {amount(actual)} / {amount(target)}
              </Box>
            </tr>
          ))}
        </tbody>
      </Box>
    </TileCard>
  )
}
