// Files of the demonstration: signed scans of most contracts (some are missing, as in life), pictures of goods, and a paper in Chinese to be found by its text.
import type { CommandInput } from '../../../preload/contract/commands.ts'
import type { AttachableKind } from '../../../preload/contract/records.ts'
import type { FileType } from '../../../preload/contract/vocabulary/file-types.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import type { Carried } from '../recent-deals.ts'
import type { Send } from '../send.ts'
import { customers, factories, products } from '../trade-data.ts'
import type { World } from '../world.ts'
import { drawnPdf } from './drawn-pdf.ts'
import { drawnPicture, PICTURE_SIDE } from './drawn-picture.ts'

/** Puts a content where the office keeps them, as sent by this person; gives its hash. */
export type GiveContent = (userId: string, content: { bytes: Buffer; type: FileType; side: number | null }) => Promise<string>
type Given = { name: string; kind: CommandInput<'attach-files'>['files'][number]['kind']; sha256: string; pictureSha256: string | null }

/** Of every so many contracts the scan of one has not come; a newer one, which still has its days, comes without one too. */
const MISSING_EVERY = 4
/** Products without a picture: a list shows both. */
const PLAIN_EVERY = 6

const attach = (send: Send, recordKind: AttachableKind, recordId: string, { name, ...file }: Given) =>
  send('attach-files', { recordKind, recordId, files: [{ id: newId(), versionId: newId(), name, note: '', ...file }] })

const saleLines = ({ plan, contract: { input, number } }: Carried): string[] => [
  `Contract No. ${number}    Date ${input.contractDate}`,
  'Seller: Tradewind Demonstration Trading Co., Ltd., Ningbo',
  `Buyer: ${customers[plan.customer]![0].replaceAll(/[^\x20-\x7e]/g, '')}`,
  `Buyer's order: ${input.buyerOrderNumber}`,
  '',
  ...input.lines.map((line, n) => `${n + 1}. ${line.description}   ${line.quantity} ${line.unit} at ${input.currency} ${line.price}`),
  '',
  `Delivery ${input.incoterm ?? ''} ${input.incotermPlace}, latest shipment ${input.latestShipment ?? ''}`,
  'More or less five per cent in quantity and amount allowed.',
  'Disputes are settled by the China International Economic and Trade Arbitration Commission.',
  '',
  'Signed and sealed by both parties.',
]
const purchaseLines = ({ contract }: Carried, { number, input }: Carried['purchases'][number], factory: string): string[] => [
  `合同编号：${number}    签订日期：${input.contractDate}`,
  '需方：信风演示外贸有限公司',
  `供方：${factory}`,
  `对应外销合同：${contract.number}`,
  '',
  ...input.lines.map((line, n) => `${n + 1}、${line.description}，数量 ${line.quantity}，含税单价 ${line.price} 元`),
  '',
  `交货期：${input.deliveryDate ?? ''}，交货地点：宁波北仑仓库`,
  '质量标准：按封样，允许溢短装百分之三；逾期交货每日按合同金额千分之三支付违约金。',
  '本合同一式两份，双方签字盖章后生效。',
]

export const attachDemonstrationFiles = async (
  w: World,
  as: (user: string) => Send,
  carried: readonly Carried[],
  give: GiveContent,
): Promise<void> => {
  const by = (user: string) => w.people.byUser.get(user)!
  const pdf = (user: string, bytes: Buffer) => give(by(user), { bytes, type: 'pdf', side: null })
  const signed = carried.filter(({ plan }) => plan.signed !== undefined)
  for (const [n, deal] of signed.entries()) {
    if (n % MISSING_EVERY !== 1) {
      const sha256 = await pdf('manager', drawnPdf('SALES CONTRACT', saleLines(deal), n + 1))
      await attach(as('manager'), 'sales-contract', deal.contract.id, {
        ...{ name: `${deal.contract.number} signed.pdf`, kind: 'signed-contract', sha256, pictureSha256: null },
      })
    }
    if (deal.plan.purchased === undefined) continue
    for (const purchase of deal.purchases) {
      if ((n + 1) % MISSING_EVERY === 0) continue
      const factory = factories[w.trade.factories.indexOf(purchase.input.supplierId)]?.[1] ?? ''
      const sha256 = await pdf('purchaser', drawnPdf('采购合同', purchaseLines(deal, purchase, factory), n + 40))
      await attach(as('purchaser'), 'purchase-contract', purchase.id, {
        ...{ name: `${purchase.number} 双方签章.pdf`, kind: 'signed-contract', sha256, pictureSha256: null },
      })
    }
  }
  for (const [n, productId] of w.trade.products.entries()) {
    if (n % PLAIN_EVERY === PLAIN_EVERY - 1) continue
    // As a camera's picture would have one, made small.
    const sha256 = await give(by('boss'), { bytes: drawnPicture(n), type: 'png', side: PICTURE_SIDE })
    await attach(as('boss'), 'product', productId, { name: `${products[n]![0]}.png`, kind: 'photo', sha256, pictureSha256: sha256 })
  }
}
