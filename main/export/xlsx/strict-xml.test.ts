// @vitest-environment jsdom
// Every part of an export is well-formed XML with the right root, checked by a strict parser.
import { describe, expect, it } from 'vitest'
import { partsOf, plainSheet, workbookBytes } from './testing/workbook-parts.ts'

describe('parts of a workbook', () => {
  it('are well-formed, whatever the names and texts', async () => {
    const nasty = '<&>"\' ]]> \u0000\u0001\ud800 _x0001_ \r\n\t 信风 😀'
    const bytes = await workbookBytes([
      plainSheet(
        [
          { title: nasty, kind: 'text' },
          { title: 'n', kind: 'decimal' },
        ],
        [[nasty, { decimal: '1.5' }]],
        { name: nasty, title: nasty, subtitleLines: [nasty], totals: [[nasty, 1]] },
      ),
      plainSheet([{ title: 'd', kind: 'date' }], [[{ date: nasty }], [{ date: '2026-01-01' }], [true]], { name: nasty }),
    ])
    const roots = [...partsOf(bytes)].map(([name, xml]) => {
      const parsed = new DOMParser().parseFromString(xml, 'application/xml')
      expect([name, parsed.querySelector('parsererror')?.textContent]).toEqual([name, undefined])
      return [name, parsed.documentElement.localName]
    })
    expect(Object.fromEntries(roots)).toEqual({
      '_rels/.rels': 'Relationships',
      'xl/worksheets/sheet1.xml': 'worksheet',
      'xl/worksheets/sheet2.xml': 'worksheet',
      'xl/workbook.xml': 'workbook',
      'xl/_rels/workbook.xml.rels': 'Relationships',
      'xl/styles.xml': 'styleSheet',
      'xl/theme/theme1.xml': 'theme',
      'docProps/app.xml': 'Properties',
      'docProps/core.xml': 'coreProperties',
      '[Content_Types].xml': 'Types',
    })
  })

  it('would be refused if they were not', () => {
    expect(new DOMParser().parseFromString('<a><b></a>', 'application/xml').querySelector('parsererror')).not.toBeNull()
  })
})
