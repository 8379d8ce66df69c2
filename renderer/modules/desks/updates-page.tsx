// Updates (程序更新): the release files in the hub's folder, the owner's decision on each, and which desk runs which version. Rules D27 to D30, D34 of desks.
import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import { useState } from 'react'
import { useMay, useOfficeQuery, useViewer } from '../../client/index.ts'
import { instantShown } from '../../kit/format/index.ts'
import { EmptyState, ProblemNote, ScrollRegion, StatusChip } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { CopyButton } from './copy-button.tsx'
import { OfferDialog, type ReleaseAction, ActionDialog } from './release-dialogs.tsx'
import type { Release, Releases } from './releases.ts'
import { desksWords } from './words.ts'

const State = ({ release: { file, problem, offer } }: { release: Release }) => {
  const { t, name } = useWords(desksWords)
  const { company } = useViewer()
  const secondary = { variant: 'caption', color: 'textSecondary', component: 'div' } as const
  return (
    <>
      {offer && <StatusChip group="release-status" value={offer.status} />}
      {offer && (
        <Typography {...secondary}>
          {offer.status === 'pilot' && `${t('updates.first', { desk: offer.desk })} · `}
          {t('updates.offered', { who: offer.offeredBy, at: instantShown(offer.offeredAt, company.timeZone) })}
        </Typography>
      )}
      {problem !== null && name(`release-problem.${problem}`)}
      {file === null && <Typography {...secondary}>{t('updates.gone')}</Typography>}
      {problem === null && offer === null && t('updates.good')}
    </>
  )
}

/** What the owner may say of a release now, the likeliest first. */
const actionsOn = ({ problem, file, offer }: Release): ReleaseAction[] => {
  const isGood = problem === null && file !== null
  if (!offer) return isGood ? ['offer-release'] : []
  if (offer.status === 'pilot') return [...(isGood ? (['release-to-all'] as const) : []), 'withdraw-release', 'roll-back-release']
  if (offer.status === 'all') return ['withdraw-release', 'roll-back-release']
  return [...(isGood ? (['offer-release'] as const) : []), ...(offer.status === 'withdrawn' ? (['roll-back-release'] as const) : [])]
}

const isTakingBack = (action: ReleaseAction): boolean => action === 'withdraw-release' || action === 'roll-back-release'

type Chosen = { release: Release & { id: string }; action: ReleaseAction }
const ReleaseTable = ({ releases, onChoose }: { releases: readonly Release[]; onChoose: (chosen: Chosen) => void }) => {
  const { t, name } = useWords(desksWords)
  const { company } = useViewer()
  const mayOffer = useMay()('release.offer')
  /** The newest that can go further: its button stands out. */
  const next = releases.find((release) => actionsOn(release).some((action) => !isTakingBack(action)))
  return (
    <ScrollRegion label={name('query.releases')}>
      <Table size="small" aria-label={name('query.releases')} sx={{ '& td': { verticalAlign: 'top' } }}>
        <TableHead>
          <TableRow>
            <TableCell>{name('field.desks.version')}</TableCell>
            <TableCell>{name('field.releasedAt')}</TableCell>
            <TableCell>{t('updates.file')}</TableCell>
            <TableCell>{t('updates.state')}</TableCell>
            {mayOffer && <TableCell />}
          </TableRow>
        </TableHead>
        <TableBody>
          {releases.map((release) => (
            <TableRow key={release.file ?? release.id}>
              <TableCell sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>{release.version === '' ? '–' : release.version}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                {release.releasedAt === null ? '–' : instantShown(release.releasedAt, company.timeZone)}
              </TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>{release.file ?? '–'}</TableCell>
              <TableCell>
                <State release={release} />
              </TableCell>
              {mayOffer && (
                <TableCell sx={{ textAlign: 'right', whiteSpace: 'nowrap' }}>
                  {actionsOn(release).map((action, at) => (
                    <Button
                      key={action}
                      size="small"
                      variant={at === 0 && release === next ? 'contained' : 'text'}
                      color={action === 'roll-back-release' ? 'error' : 'primary'}
                      sx={{ ml: 1 }}
                      onClick={() => release.id !== null && onChoose({ release: { ...release, id: release.id }, action })}
                    >
                      {name(`command.${action}`)}
                    </Button>
                  ))}
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </ScrollRegion>
  )
}

const DeskVersions = ({ desks }: { desks: Releases['desks'] }) => {
  const { t, name } = useWords(desksWords)
  const { company } = useViewer()
  return (
    <Box component="section" aria-label={t('updates.desks')}>
      <Typography component="h2" sx={{ fontSize: 14, fontWeight: 600, mb: 0.5 }}>
        {t('updates.desks')}
      </Typography>
      {desks.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {t('updates.no-desks')}
        </Typography>
      ) : (
        <Table size="small" sx={{ maxWidth: 720 }} aria-label={t('updates.desks')}>
          <TableHead>
            <TableRow>
              <TableCell>{name('record.desk')}</TableCell>
              <TableCell>{name('field.desks.version')}</TableCell>
              <TableCell>{name('field.lastSeenAt')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {desks.map((desk) => (
              <TableRow key={desk.id}>
                <TableCell>{desk.name}</TableCell>
                <TableCell>{desk.version === '' ? '–' : desk.version}</TableCell>
                <TableCell>{desk.lastSeenAt === null ? '–' : instantShown(desk.lastSeenAt, company.timeZone)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Box>
  )
}

export const UpdatesPage = () => {
  const { t, name } = useWords(desksWords)
  const { data, problem } = useOfficeQuery('releases', {})
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const close = () => setChosen(null)
  return (
    <Box sx={{ height: '100%', overflow: 'auto', px: 2.5, py: 1.5, display: 'flex', flexDirection: 'column', gap: 2 }}>
      <ProblemNote problem={problem} />
      {data && (
        <>
          <Box>
            <Typography component="h1" sx={{ fontSize: 16, fontWeight: 600 }}>
              {name('query.releases')}
            </Typography>
            <Typography variant="body2" color="textSecondary" sx={{ maxWidth: 900, mt: 0.5 }}>
              {t('updates.text')}
            </Typography>
            <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 1, mt: 0.5 }}>
              <Typography variant="body2">{t('updates.folder')}</Typography>
              <Box component="code" sx={{ fontSize: 13, userSelect: 'all', overflowWrap: 'anywhere' }}>
                {data.folder}
              </Box>
              <CopyButton text={data.folder} label={t('updates.copy')} />
              <Typography variant="body2" sx={{ ml: 'auto' }}>
                {t('updates.hub', { version: data.version })}
              </Typography>
            </Box>
          </Box>
          {data.releases.length === 0 ? (
            <Box>
              <EmptyState title={t('updates.none')} />
            </Box>
          ) : (
            <ReleaseTable releases={data.releases} onChoose={setChosen} />
          )}
          <DeskVersions desks={data.desks} />
        </>
      )}
      {data && chosen?.action === 'offer-release' && <OfferDialog release={chosen.release} desks={data.desks} onClose={close} />}
      {chosen && chosen.action !== 'offer-release' && <ActionDialog release={chosen.release} action={chosen.action} onClose={close} />}
    </Box>
  )
}
