// What a record is printed as: the papers at the left, the one chosen at the right as it will be, with what must be put right before it is issued.
import Close from '@mui/icons-material/Close'
import Verified from '@mui/icons-material/VerifiedOutlined'
import {
  Alert,
  Box,
  Button,
  CircularProgress,
  GlobalStyles,
  IconButton,
  List,
  ListItemButton,
  ListItemText,
  MenuItem,
  Stack,
  TextField,
  Typography,
} from '@mui/material'
import { useMemo, useState } from 'react'
import { type PaperKind, printedRecord, type PrintedKind, SET_KINDS, type SetKind } from '../../../preload/contract/papers.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { PAPER_LANGUAGES, type PaperLanguage } from '../../../preload/contract/vocabulary/paper-layout.ts'
import { ask, problemOf, useMay, useOfficeQuery, useViewer, type Problem } from '../../client/index.ts'
import { DateInput } from '../../kit/fields/index.ts'
import { Dialog, PdfView, printedPdfStyles, printPdf, ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { IssueDialog } from './issue-dialog.tsx'
import { IssuedList } from './issued-list.tsx'
import { bytesOf, savePdf, saveWorkbook } from './paper-files.ts'
import { PaperNotes } from './paper-notes.tsx'
import { SetParts } from './set-parts.tsx'

type Offered = QueryOutput<'papers-of'>[number]
const isSame = (one: Offered, other: Offered | null) => one.paper === other?.paper && one.recordId === other.recordId

type Printed = { recordKind: PrintedKind; recordId: string }
/** The record with which issues of a paper are listed: its own, which need not be the one on the page; an approval sheet's with what was approved. */
const issuesOf = (paper: Offered | undefined, page: Printed): Printed => {
  const kind = paper && (printedRecord(paper.paper).kind as PrintedKind)
  return paper === undefined || kind === undefined || kind === 'approval' ? page : { recordKind: kind, recordId: paper.recordId }
}

type Props = { recordKind: PrintedKind; recordId: string; version?: number | undefined; isTyped: boolean; onClose: () => void }

export const PapersDialog = ({ recordKind, recordId, version, isTyped, onClose }: Props) => {
  const { t, name } = useWords()
  const { today } = useViewer()
  const papers = useOfficeQuery('papers-of', { recordKind, recordId })
  const [chosen, setChosen] = useState<Offered | null>(null)
  const [language, setLanguage] = useState<PaperLanguage | null>(null)
  const [from, setFrom] = useState<string | null>(`${today.slice(0, 8)}01`)
  const [to, setTo] = useState<string | null>(today)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [copied, setCopied] = useState(false)
  const list = papers.data ?? []
  const paper = list.find((one) => isSame(one, chosen)) ?? list[0]
  const ofPeriod = paper?.period === true
  const period = { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) }
  const asked = {
    paper: paper?.paper as PaperKind,
    recordId: paper?.recordId ?? recordId,
    ...(ofPeriod ? period : {}),
    ...(version === undefined || paper?.recordId !== recordId ? {} : { version }),
    ...(language === null ? {} : { language }),
  }
  const made = useOfficeQuery('paper', asked, { enabled: paper !== undefined, keep: true })
  const keptWith = issuesOf(paper, { recordKind, recordId })
  const issued = useOfficeQuery('issued-papers', keptWith)
  const changed = useOfficeQuery('changed-papers', keptWith)
  /** One that was issued before, shown as it was kept. */
  const [oldId, setOldId] = useState<string | null>(null)
  const old = useOfficeQuery('issued-paper', { id: oldId! }, { enabled: oldId !== null })
  /** All of them as one file, where they go out together. */
  const [isSet, setIsSet] = useState(false)
  const kindOfSet = SET_KINDS.find((kind) => kind === recordKind)
  const set = useOfficeQuery('paper-set', { recordKind: kindOfSet as SetKind, recordId }, { enabled: isSet && kindOfSet !== undefined })
  const shown = isSet ? set : oldId === null ? made : old
  /** As it would be issued now, by itself. */
  const isOne = !isSet && oldId === null
  const pdf = shown.data?.pdf
  const bytes = useMemo(() => (pdf === undefined ? undefined : bytesOf(pdf)), [pdf])
  const [issuing, setIssuing] = useState(false)
  const mayIssue = useMay()('paper.issue')
  const ofParty = paper?.ofParty === true

  /** What is asked for once, by a button; undefined when it was refused, which is shown. */
  const once = async <N extends 'paper-workbook' | 'paper-text'>(query: N): Promise<QueryOutput<N> | undefined> => {
    const answer = await ask({ kind: 'query', name: query, input: asked })
    setProblem(problemOf(answer))
    return answer.ok ? (answer.value as QueryOutput<N>) : undefined
  }
  const askWorkbook = async () => {
    const workbook = await once('paper-workbook')
    if (workbook) saveWorkbook(workbook.xlsx, workbook.fileName)
  }
  const copyText = async () => {
    const text = await once('paper-text')
    if (!text) return
    await navigator.clipboard.writeText(text.text)
    setCopied(true)
  }
  const choose = (one: Offered | null) => {
    setIsSet(one === null)
    setOldId(null)
    setChosen(one)
    setLanguage(null)
    setCopied(false)
  }

  return (
    <Dialog
      open
      maxWidth="xl"
      fullWidth
      fleeting
      onClose={onClose}
      aria-label={t('papers.title')}
      slotProps={{ paper: { sx: { height: '92vh' } } }}
    >
      <GlobalStyles styles={printedPdfStyles} />
      <Stack direction="row" sx={{ height: '100%', minHeight: 0 }}>
        <Stack sx={{ width: 264, flexShrink: 0, borderRight: 1, borderColor: 'divider', minHeight: 0, overflow: 'auto', p: 1.5, gap: 1.5 }}>
          <Stack direction="row" sx={{ alignItems: 'center' }}>
            <Typography component="h2" sx={{ fontSize: 16, fontWeight: 600, flex: 1 }}>
              {t('papers.title')}
            </Typography>
            <IconButton size="small" aria-label={t('papers.close')} title={t('papers.close')} onClick={onClose}>
              <Close fontSize="small" />
            </IconButton>
          </Stack>
          <ProblemNote problem={papers.problem ?? problem} />
          <List dense disablePadding aria-label={t('papers.title')}>
            {list.map((one, at) => (
              <ListItemButton
                key={`${one.paper} ${one.recordId}`}
                selected={one === paper && isOne}
                autoFocus={at === 0}
                onClick={() => choose(one)}
                sx={{ borderRadius: 1 }}
              >
                <ListItemText
                  primary={name(`paper.${one.paper}`)}
                  // Several contracts of one shipment are told apart by their numbers.
                  secondary={one.recordId === recordId ? undefined : one.number}
                  sx={{ my: 0.25 }}
                />
              </ListItemButton>
            ))}
            {kindOfSet !== undefined && list.length > 1 && (
              <ListItemButton selected={isSet} onClick={() => choose(null)} sx={{ borderRadius: 1 }}>
                <ListItemText primary={t('papers.set')} />
              </ListItemButton>
            )}
          </List>
          {papers.data?.length === 0 && <Typography variant="body2">{t('papers.none')}</Typography>}
          {ofParty && made.data && isOne && (
            <TextField
              select
              size="small"
              label={name('field.documentLanguage')}
              value={language ?? made.data.language}
              onChange={(event) => setLanguage(event.target.value as PaperLanguage)}
            >
              {PAPER_LANGUAGES.map((one) => (
                <MenuItem key={one} value={one}>
                  {name(`paper-language.${one}`)}
                </MenuItem>
              ))}
            </TextField>
          )}
          {ofPeriod && isOne && (
            <Stack sx={{ gap: 1.5 }}>
              <DateInput label={name('field.from')} value={from} today={today} onChange={setFrom} />
              <DateInput label={name('field.to')} value={to} today={today} from={from} onChange={setTo} />
            </Stack>
          )}
          <Stack sx={{ gap: 0.75 }}>
            <Button size="small" variant="contained" disableElevation disabled={!bytes} onClick={() => bytes && void printPdf(bytes)}>
              {t('papers.print')}
            </Button>
            <Button
              size="small"
              variant="outlined"
              disabled={!bytes}
              onClick={() => shown.data && savePdf(shown.data.pdf, shown.data.fileName)}
            >
              {t('papers.save-pdf')}
            </Button>
            {isOne && (
              <>
                <Button size="small" variant="outlined" disabled={!bytes} onClick={() => void askWorkbook()}>
                  {t('papers.save-workbook')}
                </Button>
                <Button size="small" variant="outlined" disabled={!bytes} onClick={() => void copyText()}>
                  {t(copied ? 'papers.copied' : 'papers.copy-text')}
                </Button>
                {mayIssue && (
                  <Button size="small" variant="outlined" disabled={!bytes} startIcon={<Verified />} onClick={() => setIssuing(true)}>
                    {t('papers.issue-open')}
                  </Button>
                )}
              </>
            )}
          </Stack>
          {isTyped && (
            <Alert severity="info" variant="outlined" sx={{ py: 0.5 }}>
              {t('papers.typed')}
            </Alert>
          )}
          {made.data && isOne && <PaperNotes of={made.data.problems} severity="warning" title={t('papers.problems')} />}
          {made.data && isOne && <PaperNotes of={made.data.warnings} severity="info" title={t('papers.warnings')} />}
          {isSet && set.data ? (
            <SetParts of={set.data} />
          ) : (
            <IssuedList papers={issued.data ?? []} changed={changed.data ?? []} chosen={oldId} onChoose={setOldId} />
          )}
        </Stack>
        <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
          {shown.problem && (
            <Box sx={{ p: 2 }}>
              <ProblemNote problem={shown.problem} />
            </Box>
          )}
          {bytes && shown.data && <PdfView bytes={bytes} label={shown.data.fileName} />}
          {!bytes && !shown.problem && (
            <Stack sx={{ flex: 1, alignItems: 'center', justifyContent: 'center' }}>
              <CircularProgress size={28} aria-label={t('papers.making')} />
            </Stack>
          )}
        </Box>
      </Stack>
      {issuing && made.data && (
        <IssueDialog
          asked={asked}
          shown={made.data}
          onClose={() => setIssuing(false)}
          onDone={(id) => {
            if (id !== null) setOldId(id)
            made.refetch()
            changed.refetch()
          }}
        />
      )}
    </Dialog>
  )
}
