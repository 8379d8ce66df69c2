// Today's tasks (今日事务): what waits for me with the buttons to decide it right there, what I sent, what was answered, and what is due.
import { Alert, Box, Button, FormControlLabel, Link, Paper, Skeleton, Switch, Typography } from '@mui/material'
import { type ReactNode, useEffect } from 'react'
import type { ApprovalView } from '../../../preload/contract/modules/approvals/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { useMay, useOfficeQuery, useRemembered, useTabs, useViewer } from '../../client/index.ts'
import { ApprovalCard, usePaying } from '../../records/approvals/index.ts'
import { MoneyText, ProblemNote } from '../../kit/show/index.ts'
import { Panels } from '../../records/index.ts'
import { useWords } from '../../words/index.ts'
import { tasksWords } from './words.ts'

type Line = QueryOutput<'today'>['tasks'][number]
type Group = { rule: string; count: number; items: readonly Line[] }

/** Tasks by rule, in the order in which the rules first come. */
const groupsOf = (tasks: readonly Line[]): Group[] =>
  [...Map.groupBy(tasks, ({ rule }) => rule)].map(([rule, items]) => ({ rule, count: items.length, items }))

const Section = ({
  title,
  count,
  none,
  aside,
  children,
}: {
  title: string
  count: number
  none?: string
  aside?: ReactNode
  children: ReactNode
}) => (
  <Box component="section" aria-label={title} sx={{ display: 'flex', flexDirection: 'column', gap: 1 }}>
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Typography component="h2" sx={{ fontSize: 14, fontWeight: 600 }}>
        {title}
        {count > 0 && (
          <Box component="span" sx={{ ml: 0.75, color: 'text.secondary', fontWeight: 400 }}>
            {count}
          </Box>
        )}
      </Typography>
      <Box sx={{ flex: 1 }} />
      {aside}
    </Box>
    {count === 0 && none !== undefined && (
      <Typography variant="body2" color="textSecondary">
        {none}
      </Typography>
    )}
    {children}
  </Box>
)

const Cards = ({ approvals }: { approvals: readonly ApprovalView[] }) =>
  approvals.map((one) => <ApprovalCard key={one.id} approval={one} />)

const useDays = () => {
  const { t } = useWords(tasksWords)
  return (days: number): string =>
    days < 0 ? t('today.days-late', { days: -days }) : days === 0 ? t('today.due-today') : t('today.in-days', { days })
}

const DueItems = ({ group }: { group: Group }) => {
  const { t, name } = useWords(tasksWords)
  const tabs = useTabs()
  const daysText = useDays()
  const { label: pay, permission, payDocument } = usePaying()
  const pays = useMay()(permission) && group.rule === 'payable-due'
  return (
    <Paper variant="outlined" component="section" aria-label={name(`follow-up.${group.rule}`)} sx={{ p: 1.25, minWidth: 0 }}>
      <Typography component="h3" sx={{ fontSize: 13, fontWeight: 600, mb: 0.5 }}>
        {name(`follow-up.${group.rule}`)}{' '}
        <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
          {group.count}
        </Box>
      </Typography>
      <Box
        component="ul"
        sx={{
          m: 0,
          p: 0,
          listStyle: 'none',
          display: 'grid',
          gridTemplateColumns: `minmax(82px, max-content) 120px 1fr auto${pays ? ' auto' : ''}`,
          columnGap: 1,
        }}
      >
        {group.items.map((item) => (
          <Box
            component="li"
            key={item.id}
            sx={{ display: 'grid', gridColumn: '1 / -1', gridTemplateColumns: 'subgrid', py: 0.25, alignItems: 'baseline', fontSize: 13 }}
          >
            <Box component="span" title={item.dueOn} sx={{ color: item.days < 0 ? 'error.main' : 'text.secondary', whiteSpace: 'nowrap' }}>
              {daysText(item.days)}
            </Box>
            <Link
              component="button"
              type="button"
              underline="hover"
              onClick={() => item.route !== null && item.recordId !== null && void tabs.openRecord(item.route, item.recordId)}
              sx={{ font: 'inherit', textAlign: 'left' }}
            >
              {item.number === '' ? item.title : item.number}
            </Link>
            <Typography variant="body2" noWrap component="span">
              {item.party}
            </Typography>
            <Box component="span" sx={{ textAlign: 'right' }}>
              <MoneyText money={item.amount} />
            </Box>
            {pays && (
              <Link
                component="button"
                type="button"
                underline="hover"
                aria-label={`${pay} ${item.number}`}
                onClick={() => void payDocument(item.recordId ?? '')}
                sx={{ font: 'inherit', whiteSpace: 'nowrap' }}
              >
                {pay}
              </Link>
            )}
          </Box>
        ))}
      </Box>
      {group.count > group.items.length && (
        <Typography variant="caption" color="textSecondary">
          {t('today.more', { count: group.count - group.items.length })}
        </Typography>
      )}
    </Paper>
  )
}

/** Above everything else: what is recorded can no longer be trusted from there on. */
const BrokenTrail = ({ entry }: { entry: number }) => {
  const { t } = useWords(tasksWords)
  const { open } = useTabs()
  return (
    <Alert
      severity="error"
      action={
        <Button color="inherit" size="small" onClick={() => open('audit')} sx={{ whiteSpace: 'nowrap' }}>
          {t('today.open-audit')}
        </Button>
      }
    >
      {t('today.audit-broken', { entry })}
    </Alert>
  )
}

/** Whoever looks at this page has seen what has come: the bell counts anew from the newest of it on. */
const useSeen = () => {
  const newest = useOfficeQuery('bell', {}).data?.items[0]?.at ?? ''
  const [seen, setSeen] = useRemembered<string>('bell-seen', '')
  useEffect(() => {
    if (newest > seen) setSeen(newest)
  }, [newest, seen, setSeen])
}

export const TodayPage = () => {
  const { t, name } = useWords(tasksWords)
  const { today } = useViewer()
  const mayTeam = useMay()('task.view')
  const [team, setTeam] = useRemembered('today-team', false)
  const { data, problem } = useOfficeQuery('today', { whose: team && mayTeam ? 'team' : 'mine' }, { keep: true })
  useSeen()
  return (
    <Box sx={{ p: 2.5, display: 'flex', flexDirection: 'column', gap: 2.5, maxWidth: 1200, mx: 'auto' }}>
      <Typography component="h1" variant="h1">
        {name('query.today')}{' '}
        <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400, fontSize: 14 }}>
          {today}
        </Box>
      </Typography>
      <Panels on="today" place="bars" />
      <ProblemNote problem={problem} />
      {!data && !problem && <Skeleton height={160} />}
      {data && (
        <>
          {data.auditBroken && <BrokenTrail {...data.auditBroken} />}
          <Section title={t('today.waiting')} count={data.waiting.length} none={t('today.waiting-none')}>
            <Cards approvals={data.waiting} />
          </Section>
          <Section
            title={t('today.follow-ups')}
            count={data.counts.reduce((sum, { count }) => sum + count, 0)}
            none={t('today.follow-ups-none')}
            aside={
              mayTeam && (
                <FormControlLabel
                  control={<Switch size="small" checked={team} onChange={(event) => setTeam(event.target.checked)} />}
                  label={<Typography variant="body2">{t('today.team')}</Typography>}
                />
              )
            }
          >
            <Box sx={{ columns: '460px', columnGap: 1.5, '& > *': { breakInside: 'avoid', mb: 1.5 } }}>
              {groupsOf(data.tasks).map((group) => (
                <DueItems key={group.rule} group={group} />
              ))}
            </Box>
          </Section>
          <Section title={t('today.sent')} count={data.sent.length} none={t('today.sent-none')}>
            <Cards approvals={data.sent} />
          </Section>
          {data.answered.length > 0 && (
            <Section title={t('today.answered')} count={data.answered.length}>
              <Cards approvals={data.answered} />
            </Section>
          )}
        </>
      )}
    </Box>
  )
}
