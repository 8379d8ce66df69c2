// npm run docs -- --papers: every paper of one deal of the demonstration company, as PDF, into docs/papers, with a page that lists them.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { nameOf } from '../../../preload/contract/names/index.ts'
import { PAPER_KINDS, type PaperKind, paperFacts, PRINTED_KINDS, type PrintedKind } from '../../../preload/contract/papers.ts'
import { type Client, signIn } from '../support/client.ts'
import { endAll, newFolder, removeFolders, root, startOffice } from '../support/office.ts'

type Document = { kind: PrintedKind; id: string }
const folder = path.join(root, 'docs/papers')
const isPrinted = (kind: string): kind is PrintedKind => PRINTED_KINDS.some((one) => one === kind)

/** Who sent bills for a deal: its factory, its forwarder and whoever else. */
const vendorsOf = async (boss: Client, billIds: readonly string[]): Promise<Document[]> => {
  const found = new Set<string>()
  for (const id of billIds) found.add((await boss.query('bill', { id })).partyId)
  return [...found].map((id) => ({ kind: 'vendor', id }))
}

/** What is printed of a deal: its documents, the accounts of its customer and its vendors, and the declaration of its shipment. */
const documentsOf = async (boss: Client, dealId: string): Promise<Document[]> => {
  const { documents, customerId } = await boss.query('deal', { id: dealId })
  const printed = documents.flatMap(({ kind, id }) => (isPrinted(kind) ? [{ kind, id }] : []))
  const declared: Document[] = []
  for (const { kind, id } of printed.filter(({ kind: of }) => of === 'shipment')) {
    const declaration = await boss.query('declaration-of-shipment', { shipmentId: id })
    if (kind === 'shipment' && declaration) declared.push({ kind: 'customs-declaration', id: declaration.id })
  }
  const billIds = documents.flatMap(({ kind, id }) => (kind === 'bill' ? [id] : []))
  return [...printed, ...declared, { kind: 'customer', id: customerId }, ...(await vendorsOf(boss, billIds))]
}

type Offered = { paper: PaperKind; recordId: string }
/** Each kind of paper once, of the first document that has it. */
const papersOf = async (boss: Client, documents: readonly Document[]): Promise<Offered[]> => {
  const found = new Map<PaperKind, Offered>()
  for (const { kind, id } of documents)
    for (const { paper, recordId } of await boss.query('papers-of', { recordKind: kind, recordId: id }))
      if (!found.has(paper)) found.set(paper, { paper, recordId })
  return [...found.values()]
}

/** The deal of which most kinds of paper can be printed. */
const fullestDeal = async (boss: Client): Promise<{ number: string; papers: Offered[] }> => {
  let best: { number: string; papers: Offered[] } = { number: '', papers: [] }
  const { rows } = await boss.query('deals', { limit: 60 })
  for (const row of rows) {
    const papers = await papersOf(boss, await documentsOf(boss, row.id))
    if (papers.length > best.papers.length) best = { number: String(row['number']), papers }
  }
  return best
}

/** A contract of the deal is put before the boss, who approves it: so there is a sheet of its approval. */
const approveContract = async (boss: Client, manager: Client, deal: Offered[]): Promise<Offered[]> => {
  const contract = deal.find(({ paper }) => paper === 'sales-contract')
  if (!contract) return []
  const { revision } = await manager.query('sales-contract', { id: contract.recordId })
  const id = newId()
  await manager.command('submit-for-approval', {
    ...{ id, kind: 'sales-contract', documentId: contract.recordId, revision, note: '老客户，按上次价格' },
  })
  const seen = await boss.query('approval', { id })
  await boss.command('approve', { id, expect: { revision: seen.revision, contentHash: seen.contentHash }, note: '同意' })
  return [{ paper: 'approval-sheet', recordId: id }]
}

try {
  const office = startOffice('--serve', '--port', '0', '--data', newFolder(), '--demo')
  const boss = await signIn(await office.address, 'boss')
  const deal = await fullestDeal(boss)
  const approved = await approveContract(boss, await signIn(await office.address, 'manager'), deal.papers)
  mkdirSync(folder, { recursive: true })
  for (const old of readdirSync(folder)) rmSync(path.join(folder, old))
  // What this deal does not have, such as a quotation that came to nothing, is of another record.
  const samples = (await boss.query('paper-templates', {})).filter(({ sample }) => sample !== null)
  const others = samples.map(({ paper, sample }) => ({ paper, recordId: sample!.recordId }))
  const all = new Map([...others, ...deal.papers, ...approved].map((one) => [one.paper, one]))
  const lines: string[] = []
  const from = `${new Date().getFullYear()}-01-01`
  for (const { paper, recordId } of all.values()) {
    // A statement tells what happened in the year.
    const { pdf } = await boss.query('paper', { paper, recordId, ...(paperFacts(paper).period ? { from } : {}) })
    writeFileSync(path.join(folder, `${paper}.pdf`), Buffer.from(pdf, 'base64'))
    lines.push(`- [${nameOf(`paper.${paper}`, 'zh')} · ${nameOf(`paper.${paper}`, 'en')}](${paper}.pdf)`)
  }
  const intro = `Papers of the demonstration company, as the office makes them: those of deal ${deal.number}, and of others what it does not have. Made anew by \`npm run docs -- --papers\`.`
  writeFileSync(path.join(folder, 'README.md'), `# 单据样张 · Papers of a deal\n\n${intro}\n\n${lines.join('\n')}\n`)
  const missing = PAPER_KINDS.filter((paper) => !all.has(paper))
  if (missing.length > 0) throw new Error(`the demonstration has nothing that is printed as ${missing.join(', ')}`)
  console.log(`${deal.number}: ${deal.papers.length} of ${all.size} papers in docs/papers`)
} finally {
  await endAll()
  removeFolders()
}
