// Where the demonstration's factories and logistics companies bank, and one forwarder whose account "has changed": it waits for a second person.
import type { CommandInput } from '../../preload/contract/commands.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import type { Send } from './send.ts'

const BANKS = ['中国工商银行', '中国农业银行', '中国建设银行', '招商银行'] as const

/** Made-up details; `nth` tells accounts apart. */
export const bankDetailsIn = (city: string, nth: number): string =>
  `${BANKS[nth % BANKS.length]!}${city}分行营业部\n账号 3901 2200 ${String(1907 + nth * 613)} ${String(10 + nth)}`

/** As it comes by mail: the forwarder asks for its money elsewhere from now on; the clerk has typed it in and asks for a second look. */
export const changedAccount = async (send: Send, vendor: CommandInput<'create-vendor'>, version: number): Promise<void> => {
  await send('edit-vendor', { ...vendor, bankDetails: `平安银行离岸部\n账号 OSA 1500 0088 6612 04\n（见 8 日邮件）`, revision: 1 })
  await send('submit-for-approval', {
    ...{ id: newId(), kind: 'vendor-bank-details', documentId: vendor.id, revision: version },
    note: '对方来信说账户变更，请核实',
  })
}
