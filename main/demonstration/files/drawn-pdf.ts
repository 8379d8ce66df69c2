// A page as a scanner with text recognition leaves it: lines of text, a signature and a red stamp, in some kilobytes. Chinese is set in a font that every reader of
// PDF knows by name, so that none has to be carried along.

const A4 = { width: 595, height: 842 }
const LINE = 18
const escaped = (text: string) => text.replaceAll(/[\\()]/g, (c) => `\\${c}`)
const inHex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex')
const isLatin = (text: string) => /^[\x20-\x7e]*$/.test(text)

/** A circle of four curves. */
const circle = (x: number, y: number, r: number): string => {
  const k = r * 0.5523
  return [
    `${x + r} ${y} m`,
    `${x + r} ${y + k} ${x + k} ${y + r} ${x} ${y + r} c`,
    `${x - k} ${y + r} ${x - r} ${y + k} ${x - r} ${y} c`,
    `${x - r} ${y - k} ${x - k} ${y - r} ${x} ${y - r} c`,
    `${x + k} ${y - r} ${x + r} ${y - k} ${x + r} ${y} c S`,
  ].join(' ')
}
const written = (text: string, x: number, y: number, size: number): string =>
  isLatin(text) ? `BT /F1 ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET` : `BT /F2 ${size} Tf ${x} ${y} Td <${inHex(text)}> Tj ET`
/** Somebody's hand, another for each `seed`. */
const signature = (x: number, y: number, seed: number): string => {
  const strokes = Array.from({ length: 9 }, (_, n) => {
    const up = ((seed * (n + 3)) % 23) - 9
    return `${x + n * 11 + 4} ${y + up} ${x + n * 11 + 7} ${y - up} ${x + n * 11 + 12} ${y + (up >> 1)} c`
  })
  return `0.1 0.15 0.5 RG 1.4 w ${x} ${y} m ${strokes.join(' ')} S`
}

/** A PDF of one page. `seed` decides the signature and where the stamp was put. */
export const drawnPdf = (title: string, lines: readonly string[], seed: number): Buffer => {
  const foot = 190
  const content = [
    '0.1 g',
    written(title, 60, A4.height - 90, 18),
    ...lines.map((line, n) => written(line, 60, A4.height - 130 - n * LINE, 10.5)),
    signature(80, foot, seed),
    signature(350, foot - 4, seed + 7),
    `0.82 0.1 0.1 RG 2.2 w ${circle(440 + (seed % 9), foot + 12, 42)}`,
    `0.82 0.1 0.1 rg ${written('★', 429 + (seed % 9), foot + 4, 22)}`,
  ].join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${A4.width} ${A4.height}] /Resources << /Font << /F1 4 0 R /F2 5 0 R >> >> /Contents 8 0 R >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 7 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ]
  let pdf = '%PDF-1.4\n'
  const places = objects.map((object, n) => {
    const at = pdf.length
    pdf += `${n + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`
  return Buffer.from(pdf, 'latin1')
}
