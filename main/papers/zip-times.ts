// The files inside a zip bear the second in which they were put there; with one day for all of them the same content is the same bytes.
const END = 0x06054b50
const ENTRY = 0x02014b50

/** The same zip, every file in it of this day (ISO), midnight. The bytes are changed in place. */
export const ofOneDay = (zip: Uint8Array, day: string): Uint8Array => {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number)
  const written = (Math.max(0, year - 1980) << 9) | (month << 5) | date
  const stamp = (at: number) => {
    view.setUint16(at, 0, true)
    view.setUint16(at + 2, written, true)
  }
  let end = zip.byteLength - 22
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1
  if (end < 0) throw new Error('not a zip')
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== ENTRY) throw new Error('not a zip')
    stamp(at + 12)
    stamp(view.getUint32(at + 42, true) + 10)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return zip
}
