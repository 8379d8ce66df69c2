// The versions of a contract: when each came into force, by whom and why; any can be read, and what each changed can be seen.
import type { AmendedKind } from '../../../preload/contract/records.ts'
import { Button, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import { useOfficeQuery, useTabs } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { FormSection } from '../../kit/form/index.ts'
import { MoneyText, ScrollRegion, StatusChip } from '../../kit/show/index.ts'
import { type Amended, amendmentRoutes, versionText } from './amended.ts'

/** Nothing for a contract that was never amended. */
export const VersionsSection = ({ kind, data }: { kind: AmendedKind; data: Amended }) => {
  const { t, name } = useWords()
  const tabs = useTabs()
  const amended = data.inForce > 1 || data.amendment !== null
  const { data: versions } = useOfficeQuery('contract-versions', { kind, contractId: data.id }, { enabled: amended, keep: true })
  if (!amended || !versions) return null
  const { id } = data
  const open = (version: number, state: string) => {
    if (state === 'in-preparation') tabs.open(amendmentRoutes[kind], { id })
    else tabs.open(kind, version === data.inForce ? { id } : { id, version: String(version) })
  }
  const compare = (to: number) => tabs.open('contract-comparison', { kind, id, from: String(to - 1), to: String(to) })
  const amounts = versions.some((v) => v.total !== undefined)
  return (
    <FormSection title={t('amendments.versions')} wide>
      <ScrollRegion label={t('amendments.versions')}>
        <Table size="small" aria-label={t('amendments.versions')}>
          <TableHead>
            <TableRow>
              {['version', 'status', 'inForceOn', 'preparedBy', 'reason', 'confirmation'].map((field) => (
                <TableCell key={field} sx={{ whiteSpace: 'nowrap' }}>
                  {name(`field.${field}`)}
                </TableCell>
              ))}
              {amounts && <TableCell align="right">{name('field.total')}</TableCell>}
              <TableCell />
            </TableRow>
          </TableHead>
          <TableBody>
            {versions.map((v) => (
              <TableRow key={v.version} hover selected={v.version === data.version}>
                <TableCell>
                  <Button
                    size="small"
                    sx={{ minWidth: 0, px: 0.5 }}
                    disabled={v.version === data.version}
                    onClick={() => open(v.version, v.state)}
                  >
                    {versionText(v.version)}
                  </Button>
                </TableCell>
                <TableCell>
                  <StatusChip group="version-state" value={v.state} />
                </TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>{v.on}</TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>{v.by}</TableCell>
                <TableCell sx={{ overflowWrap: 'anywhere' }}>{v.reason}</TableCell>
                <TableCell sx={{ overflowWrap: 'anywhere' }}>{v.confirmation}</TableCell>
                {amounts && (
                  <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
                    <MoneyText money={v.total} />
                  </TableCell>
                )}
                <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
                  {v.version > 1 && (
                    <Button size="small" onClick={() => compare(v.version)}>
                      {t('amendments.compare-before')}
                    </Button>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </ScrollRegion>
    </FormSection>
  )
}
