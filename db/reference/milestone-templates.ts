// The milestone templates a company finds ready-made: names, what each day is counted from and by how many days, who it waits for, whether it needs a note.

export type TemplateLine = [
  kind: string,
  name: string,
  nameEn: string,
  anchor: 'signing' | 'delivery' | 'latest-shipment' | 'previous',
  offsetDays: number,
  responsible: 'merchandiser' | 'purchaser',
  needsNote: 0 | 1,
]
const deposit: TemplateLine = ['deposit', '付定金', 'Deposit paid', 'signing', 3, 'purchaser', 0]
const materials: TemplateLine = ['materials', '备料', 'Materials ready', 'previous', 7, 'merchandiser', 0]
const start: TemplateLine = ['start', '开工', 'Production start', 'previous', 3, 'merchandiser', 0]
const final: TemplateLine = ['final-inspection', '尾期验货', 'Final inspection', 'delivery', -3, 'merchandiser', 1]
const packing: TemplateLine = ['packing', '包装', 'Packing', 'delivery', -1, 'merchandiser', 0]
const booking: TemplateLine = ['booking', '订舱', 'Booking', 'latest-shipment', -14, 'merchandiser', 0]
export const milestoneTemplates: [name: string, nameEn: string, lines: TemplateLine[]][] = [
  [
    '标准大货',
    'Standard order',
    [
      deposit,
      ['sample', '产前样确认', 'Sample approved', 'signing', 10, 'merchandiser', 1],
      materials,
      start,
      ['mid-inspection', '中期验货', 'Mid inspection', 'delivery', -12, 'merchandiser', 1],
      final,
      packing,
      booking,
    ],
  ],
  ['返单', 'Repeat order', [deposit, materials, start, final, packing, booking]],
  ['现货', 'From stock', [final, packing, booking]],
]
