// Pictures of goods, drawn: a shape on a light ground, in the colour of its kind, as a PNG of sixteen colours.

export const PICTURE_SIDE = 240
type Colour = readonly [number, number, number]
type Shape = (x: number, y: number) => boolean

const crc32 = (bytes: Buffer): number => {
  let sum = -1
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return ~sum >>> 0
}
const chunk = (kind: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(kind), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
/** One block as it is, without packing: a picture of some kilobytes needs none. */
const unpacked = (bytes: Buffer): Buffer => {
  const [head, sum] = [Buffer.from([0x78, 0x01, 1, 0, 0, 0, 0]), Buffer.alloc(4)]
  head.writeUInt16LE(bytes.length, 3)
  head.writeUInt16LE(~bytes.length & 0xffff, 5)
  let [a, b] = [1, 0]
  for (const byte of bytes) {
    a = (a + byte) % 65_521
    b = (b + a) % 65_521
  }
  sum.writeUInt16BE(b)
  sum.writeUInt16BE(a, 2)
  return Buffer.concat([head, bytes, sum])
}
/** `pixel` gives a place in the palette of at most sixteen colours. */
const png = (palette: readonly Colour[], pixel: (x: number, y: number) => number): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(PICTURE_SIDE, 0)
  head.writeUInt32BE(PICTURE_SIDE, 4)
  head.set([4, 3, 0, 0, 0], 8)
  const row = PICTURE_SIDE / 2 + 1
  const rows = Buffer.alloc(row * PICTURE_SIDE)
  for (let y = 0; y < PICTURE_SIDE; y++)
    for (let x = 0; x < PICTURE_SIDE; x += 2) rows[y * row + 1 + x / 2] = (pixel(x, y) << 4) | pixel(x + 1, y)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', unpacked(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Within a square from -1 to 1. */
const SHAPES: readonly Shape[] = [
  // A ring, a box, a bottle, a blade with its handle, a cushion, a pan.
  (x, y) => Math.hypot(x, y) < 0.7 && Math.hypot(x, y) > 0.35,
  (x, y) => Math.abs(x) < 0.62 && Math.abs(y) < 0.45,
  (x, y) => (Math.abs(x) < 0.3 && y > -0.25 && y < 0.75) || (Math.abs(x) < 0.12 && y > -0.7 && y <= -0.25),
  (x, y) => (Math.abs(x) < 0.28 * (1 + y) && y > -0.75 && y < 0.05) || (Math.abs(x) < 0.09 && y >= 0.05 && y < 0.75),
  (x, y) => Math.abs(x) ** 3 + Math.abs(y) ** 3 < 0.32,
  (x, y) => Math.hypot(x + 0.2, y) < 0.48 || (x > 0.2 && x < 0.85 && Math.abs(y) < 0.08),
]
const COLOURS: readonly Colour[] = [
  [70, 110, 160],
  [170, 95, 60],
  [75, 140, 105],
  [120, 100, 150],
  [190, 150, 60],
  [95, 105, 115],
]

/** Light falls from above: so many shades of the shape, from light to dark. */
const SHADES = 12
const GROUND = SHADES
const SHADOW = SHADES + 1

/** The picture of the n-th product. */
export const drawnPicture = (n: number): Buffer => {
  const shape = SHAPES[n % SHAPES.length]!
  const colour = COLOURS[(n * 5 + 1) % COLOURS.length]!
  const shades = Array.from({ length: SHADES }, (_, shade): Colour => {
    const [r, g, b] = colour.map((part) => Math.min(255, Math.round(part * (1.4 - (shade * 0.55) / SHADES)))) as [number, number, number]
    return [r, g, b]
  })
  return png([...shades, [244, 244, 242], [214, 214, 216]], (px, py) => {
    const [x, y] = [(px / PICTURE_SIDE) * 2 - 1, (py / PICTURE_SIDE) * 2 - 1]
    if (shape(x, y)) return Math.min(SHADES - 1, Math.floor(((y + 1) / 2) * SHADES))
    return shape(x - 0.06, y - 0.06) ? SHADOW : GROUND
  })
}
