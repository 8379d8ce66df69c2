// The company's approval routes: kind by kind, in the order in which they are tried, with the people each step asks today.
import { APPROVAL_KINDS, approvalSwitch, type ApprovalKind } from '../../../preload/contract/records.ts'
import Add from '@mui/icons-material/Add'
import ArrowDownward from '@mui/icons-material/ArrowDownward'
import ArrowUpward from '@mui/icons-material/ArrowUpward'
import DeleteOutlined from '@mui/icons-material/DeleteOutlined'
import EditOutlined from '@mui/icons-material/EditOutlined'
import { Box, Button, IconButton, Paper, Tooltip, Typography } from '@mui/material'
import { type ReactNode, useState } from 'react'
import { type Problem, problemOf, useCommand, useMay, useOfficeQuery, useTabs, useViewer } from '../../client/index.ts'
import { ConfirmDialog, ProblemNote, StatusChip } from '../../kit/show/index.ts'
import { namesText, useWords } from '../../words/index.ts'
import { type ApprovalRoute, conditionsOf, type Routes } from './route-text.ts'
import { approvalsWords } from './words.ts'

const Steps = ({ route, roles }: { route: ApprovalRoute; roles: Routes['roles'] }) => {
  const { t, name, language } = useWords(approvalsWords)
  if (route.steps.length === 0) return <Typography variant="body2">{t('routes.passes')}</Typography>
  return (
    <Box component="ol" sx={{ m: 0, pl: 2.5 }}>
      {route.steps.map((step, at) => {
        const people = route.people[at] ?? []
        const named = step.by === 'role' ? roles.find((r) => r.id === step.roleId)?.name : undefined
        return (
          // oxlint-disable-next-line react/no-array-index-key -- steps are told apart by their place
          <Typography component="li" variant="body2" key={at}>
            {step.by === 'user' ? (people[0]?.name ?? name('step-by.user')) : (named ?? name(`step-by.${step.by}`))}
            {step.mode === 'all' && ` · ${name('step-mode.all')}`}{' '}
            <Box component="span" sx={{ color: step.by !== 'head' && people.length === 0 ? 'error.main' : 'text.secondary' }}>
              {step.by === 'head'
                ? t('routes.head-help')
                : people.length === 0
                  ? t('routes.nobody')
                  : step.by === 'user'
                    ? ''
                    : namesText(
                        people.map((p) => p.name),
                        language,
                      )}
            </Box>
          </Typography>
        )
      })}
    </Box>
  )
}

type RowProps = {
  route: ApprovalRoute
  routes: Routes
  onMove: ((by: -1 | 1) => void) | null
  first: boolean
  last: boolean
  onRemove: () => void
}
const RouteRow = ({ route, routes, onMove, first, last, onRemove }: RowProps) => {
  const words = useWords(approvalsWords)
  const { t, name } = words
  const tabs = useTabs()
  const { company } = useViewer()
  const tool = (label: string, icon: ReactNode, onClick: () => void, disabled = false) => (
    <Tooltip title={label}>
      <span>
        <IconButton size="small" aria-label={`${label} ${route.name}`} disabled={disabled} onClick={onClick}>
          {icon}
        </IconButton>
      </span>
    </Tooltip>
  )
  return (
    <Paper variant="outlined" sx={{ p: 1.25, display: 'flex', gap: 1.5, alignItems: 'flex-start', opacity: route.active ? 1 : 0.65 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600, fontSize: 13 }}>
          {route.name} {!route.active && <StatusChip group="active" value="false" />}
        </Typography>
        <Typography variant="body2" color="textSecondary" sx={{ mb: 0.5 }}>
          {conditionsOf(route, routes.departments, company.baseCurrency, words).join(' · ')}
        </Typography>
        <Steps route={route} roles={routes.roles} />
      </Box>
      {onMove && (
        <Box sx={{ flexShrink: 0 }}>
          {tool(t('routes.up'), <ArrowUpward fontSize="small" />, () => onMove(-1), first)}
          {tool(t('routes.down'), <ArrowDownward fontSize="small" />, () => onMove(1), last)}
          {tool(name('record.approval-route'), <EditOutlined fontSize="small" />, () => tabs.open('approval-route', { id: route.id }))}
          {tool(name('command.remove-approval-route'), <DeleteOutlined fontSize="small" />, onRemove)}
        </Box>
      )}
    </Paper>
  )
}

export const ApprovalRoutesPage = () => {
  const { t, name } = useWords(approvalsWords)
  const tabs = useTabs()
  const { company } = useViewer()
  const editable = useMay()('approval-route.edit')
  const { data, problem } = useOfficeQuery('approval-routes', {})
  const ordering = useCommand('order-approval-routes')
  const removing = useCommand('remove-approval-route')
  const [failed, setFailed] = useState<Problem | null>(null)
  const [wanted, setWanted] = useState<ApprovalRoute | null>(null)
  const move = async (kind: ApprovalKind, of: readonly ApprovalRoute[], at: number, by: -1 | 1) => {
    const routes = of.map(({ id, revision }) => ({ id, revision }))
    const [moved] = routes.splice(at, 1)
    routes.splice(at + by, 0, moved!)
    setFailed(problemOf(await ordering.run({ kind, routes })))
  }
  return (
    <Box sx={{ p: 2, maxWidth: 980, display: 'flex', flexDirection: 'column', gap: 2 }}>
      <Box>
        <Typography component="h1" sx={{ fontSize: 17, fontWeight: 600 }}>
          {name('menu.approval-routes')}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {t('routes.intro')}
        </Typography>
      </Box>
      <ProblemNote problem={problem ?? failed} />
      {data &&
        APPROVAL_KINDS.map((kind) => {
          const of = data.routes.filter((r) => r.kind === kind)
          return (
            <Box component="section" key={kind} aria-label={name(`approval-kind.${kind}`)}>
              <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 0.75 }}>
                <Typography component="h2" sx={{ fontSize: 14, fontWeight: 600 }}>
                  {name(`approval-kind.${kind}`)}
                </Typography>
                <Typography variant="body2" color="textSecondary" sx={{ flex: 1 }}>
                  {company.switches[approvalSwitch(kind)] === false ? t('routes.switch-off') : of.length === 0 ? t('routes.none') : ''}
                </Typography>
                {editable && (
                  <Button size="small" startIcon={<Add />} onClick={() => tabs.open('approval-route', { kind })}>
                    {t('routes.new')}
                  </Button>
                )}
              </Box>
              <Box sx={{ display: 'flex', flexDirection: 'column', gap: 0.75 }}>
                {of.map((route, at) => (
                  <RouteRow
                    key={route.id}
                    route={route}
                    routes={data}
                    first={at === 0}
                    last={at === of.length - 1}
                    onMove={editable ? (by) => void move(kind, of, at, by) : null}
                    onRemove={() => setWanted(route)}
                  />
                ))}
              </Box>
            </Box>
          )
        })}
      {wanted && (
        <ConfirmDialog
          open
          danger
          title={`${name('command.remove-approval-route')} · ${wanted.name}`}
          text={t('routes.remove-text')}
          confirm={name('command.remove-approval-route')}
          onConfirm={() => removing.run({ id: wanted.id, revision: wanted.revision })}
          onClose={() => setWanted(null)}
        />
      )}
    </Box>
  )
}
