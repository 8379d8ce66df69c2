// What the name of a file says of the paper in it, in both languages: the kind that it gets to begin with.
import type { FileKind } from '../../preload/contract/modules/files/calls.ts'

/** What a name says of a paper, as people name their scans. */
export const KIND_IN_NAME: readonly (readonly [RegExp, FileKind])[] = [
  [/提单|bill.?of.?lading|\bb.?l\b/i, 'bill-of-lading'],
  [/报关|customs/i, 'customs-sheet'],
  [/装箱单|packing/i, 'packing-list'],
  [/发票|invoice|\bci\b/i, 'invoice'],
  [/变更|补充协议|amendment/i, 'amendment'],
  [/合同|contract|\bsc\b|\bpo\b/i, 'signed-contract'],
  [/验货|质检|inspection/i, 'inspection'],
  [/信用证|l.?c\b/i, 'letter-of-credit'],
  [/保单|保险|insurance|policy/i, 'insurance'],
  [/水单|回单|付款凭证|swift|payment/i, 'payment-proof'],
  [/证书|产地证|certificate/i, 'certificate'],
  [/图纸|drawing/i, 'drawing'],
]
