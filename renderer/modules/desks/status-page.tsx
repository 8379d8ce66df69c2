// How the hub is (主机状态): what its administrator looks at, also in the browser of another PC when the hub has no window. Rules D40, D45 of desks.
import { Box, Link, Skeleton, Stack } from '@mui/material'
import type { ReactNode } from 'react'
import { isCommand } from '../../../preload/contract/commands.ts'
import { isQuery, queries, type QueryOutput } from '../../../preload/contract/queries.ts'
import { useMay, useOfficeQuery, useRoutes, useTabs, useViewer } from '../../client/index.ts'
import { FormSection } from '../../kit/form/index.ts'
import { bytesShown } from '../../kit/format/bytes.ts'
import { instantShown } from '../../kit/format/index.ts'
import { DataLine, ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { desksWords } from './words.ts'

type Status = QueryOutput<'office-status'>
type Answered = Status['load']['commands']

/** A figure that opens the page it is made of, for who may see that page. */
const OpensPage = ({ of, children }: { of: string; children: ReactNode }) => {
  const may = useMay()
  const { open } = useTabs()
  const route = useRoutes().find((one) => one.name === of)
  if (!route || !may(route.permission)) return children
  return (
    <Link
      component="button"
      type="button"
      underline="hover"
      onClick={() => open(of)}
      sx={{ font: 'inherit', textAlign: 'left', verticalAlign: 'baseline' }}
    >
      {children}
    </Link>
  )
}
const Alarm = ({ on, children }: { on: boolean; children: ReactNode }) => (
  <Box component="span" sx={on ? { color: 'error.main', fontWeight: 600 } : undefined}>
    {children}
  </Box>
)

/** What a command, query or list is called; what is none of them stays as it is. */
const useCallName = () => {
  const { name } = useWords()
  return (call: string): string => {
    if (isCommand(call)) return name(`command.${call}`)
    if (isQuery(call)) return name(`${queries[call].kind}.${call}`)
    return call
  }
}

const Network = ({ network }: { network: Status['network'] }) => {
  const { t, name } = useWords(desksWords)
  if (!network.open) return t('status.closed')
  if (network.problem) return <Alarm on>{name(`network-problem.${network.problem}`)}</Alarm>
  if (network.addresses.length === 0) return t('status.opening')
  return t('status.open-on', { addresses: network.addresses.join(' '), network: network.interface })
}

const Calls = ({ label, answered }: { label: string; answered: Answered }) => {
  const { t } = useWords(desksWords)
  const callName = useCallName()
  const { slowest, p95Ms } = answered
  return (
    <DataLine label={label} span={2}>
      {t('status.per-minute', { count: answered.perMinute })}
      {slowest && p95Ms !== null && (
        <Box sx={{ color: 'text.secondary', fontSize: 12 }}>
          {t('status.times', {
            ...{ p95: p95Ms, slowest: slowest.ms },
            what: slowest.name === '' ? t('status.unknown-call') : callName(slowest.name),
          })}
        </Box>
      )}
    </DataLine>
  )
}

const Load = ({ load }: { load: Status['load'] }) => {
  const { t, language } = useWords(desksWords)
  const share = (percent: number | null, as: 'status.processor-text' | 'status.percent') =>
    percent === null ? t('status.too-early') : t(as, { percent })
  return (
    <FormSection title={t('status.load')}>
      <Calls label={t('status.commands')} answered={load.commands} />
      <Calls label={t('status.queries')} answered={load.queries} />
      <DataLine label={t('status.processor')}>{share(load.processorPercent, 'status.processor-text')}</DataLine>
      <DataLine label={t('status.busy')}>{share(load.busyPercent, 'status.percent')}</DataLine>
      <DataLine label={t('status.memory')}>{bytesShown(load.memoryBytes, language)}</DataLine>
    </FormSection>
  )
}

const Desks = ({ desks, people }: Pick<Status, 'desks' | 'people'>) => {
  const { t } = useWords(desksWords)
  const { connected, browsers, otherVersions } = desks
  return (
    <FormSection title={t('status.desks')}>
      <DataLine label={t('status.joined')}>
        <OpensPage of="desks">{desks.joined}</OpensPage>
      </DataLine>
      <DataLine label={t('status.connected')}>
        <OpensPage of="desks">{t('status.connected-text', { desks: connected, browsers })}</OpensPage>
      </DataLine>
      <DataLine label={t('status.versions')}>
        {otherVersions.length === 0 ? (
          t('status.same-version')
        ) : (
          <OpensPage of="desks">
            <Alarm on>{otherVersions.map((one) => t('status.version-desks', one)).join(' · ')}</Alarm>
          </OpensPage>
        )}
      </DataLine>
      <DataLine label={t('status.people')}>
        <OpensPage of="users">{t('status.people-text', people)}</OpensPage>
      </DataLine>
    </FormSection>
  )
}

const Books = ({ disk, backups, trail }: Pick<Status, 'disk' | 'backups' | 'trail'>) => {
  const { t, name, language } = useWords(desksWords)
  const { company } = useViewer()
  const size = (bytes: number | null) => (bytes === null ? '–' : bytesShown(bytes, language))
  return (
    <FormSection title={t('status.books')}>
      <DataLine label={t('status.books-size')}>
        <OpensPage of="backups">{size(disk.booksBytes)}</OpensPage>
      </DataLine>
      <DataLine label={t('status.free')}>
        <OpensPage of="backups">
          {disk.writing === 'ok' ? (
            <Alarm on={disk.short}>{disk.short ? t('status.free-short', { free: size(disk.freeBytes) }) : size(disk.freeBytes)}</Alarm>
          ) : (
            <Alarm on>{name(`backup-finding.${disk.writing}`)}</Alarm>
          )}
        </OpensPage>
      </DataLine>
      {backups && (
        <DataLine label={t('status.last-good')}>
          <OpensPage of="backups">
            {backups.lastGoodAt === null ? <Alarm on>{t('status.none-good')}</Alarm> : instantShown(backups.lastGoodAt, company.timeZone)}
          </OpensPage>
        </DataLine>
      )}
      {trail && (
        <DataLine label={t('status.trail')}>
          <OpensPage of="audit">
            {trail.brokenAt !== null ? (
              <Alarm on>{t('status.trail-broken', { entry: trail.brokenAt })}</Alarm>
            ) : trail.checkedAt === null ? (
              t('status.trail-unchecked')
            ) : (
              t('status.trail-whole', { at: instantShown(trail.checkedAt, company.timeZone) })
            )}
          </OpensPage>
        </DataLine>
      )}
      {backups && (
        <DataLine label={t('status.backup-folder')} span={2}>
          {backups.folder}
        </DataLine>
      )}
    </FormSection>
  )
}

const Faults = ({ faults, log }: Pick<Status, 'faults' | 'log'>) => {
  const { t, language } = useWords(desksWords)
  const { company } = useViewer()
  const callName = useCallName()
  const { count, last } = faults
  return (
    <FormSection title={t('status.faults')}>
      <DataLine label={t('status.fault-count')}>
        <Alarm on={count > 0}>{count}</Alarm>
      </DataLine>
      <DataLine label={t('status.last-fault')} span={2}>
        {last === null ? (
          t('status.no-fault')
        ) : (
          <>
            {instantShown(last.at, company.timeZone)} {callName(last.what)}
            <Box component="code" sx={{ display: 'block', fontSize: 12, color: 'text.secondary', userSelect: 'all' }}>
              {last.id}
            </Box>
          </>
        )}
      </DataLine>
      <DataLine label={t('status.log')} span={2}>
        {t('status.log-text', { file: log.file, size: bytesShown(log.bytes, language) })}
      </DataLine>
    </FormSection>
  )
}

export const StatusPage = () => {
  const { t, name } = useWords(desksWords)
  const { company } = useViewer()
  const { data, problem } = useOfficeQuery('office-status', {})
  return (
    <Box sx={{ p: 2, maxWidth: 1280 }}>
      <ProblemNote problem={problem} />
      {!data && !problem && <Skeleton height={120} />}
      {data && (
        <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' }, gap: 1.5 }}>
          <Stack spacing={1.5}>
            <FormSection title={t('status.hub')}>
              <DataLine label={name('field.desks.version')}>{data.version}</DataLine>
              <DataLine label={t('status.started')}>{instantShown(data.startedAt, company.timeZone)}</DataLine>
              <DataLine label={t('status.network')} span={2}>
                <OpensPage of="desks">
                  <Network network={data.network} />
                </OpensPage>
              </DataLine>
            </FormSection>
            <Desks desks={data.desks} people={data.people} />
            <Load load={data.load} />
          </Stack>
          <Stack spacing={1.5}>
            <Books disk={data.disk} backups={data.backups} trail={data.trail} />
            <Faults faults={data.faults} log={data.log} />
          </Stack>
        </Box>
      )}
    </Box>
  )
}
