// Pictures of goods, drawn: a shape on a light ground, in the colour of its kind, as a PNG of some kilobytes.
import { crc32, deflateSync } from 'node:zlib'

const SIDE = 320
type Colour = readonly [number, number, number]
type Shape = (x: number, y: number) => boolean

const chunk = (kind: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(kind), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
const png = (pixel: (x: number, y: number) => Colour): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(SIDE, 0)
  head.writeUInt32BE(SIDE, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.alloc((SIDE * 3 + 1) * SIDE)
  for (let y = 0; y < SIDE; y++) for (let x = 0; x < SIDE; x++) rows.set(pixel(x, y), y * (SIDE * 3 + 1) + 1 + x * 3)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
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

/** The picture of the n-th product. */
export const drawnPicture = (n: number): Buffer => {
  const shape = SHAPES[n % SHAPES.length]!
  const colour = COLOURS[(n * 5 + 1) % COLOURS.length]!
  return png((px, py) => {
    const [x, y] = [(px / SIDE) * 2 - 1, (py / SIDE) * 2 - 1]
    const ground = 244 - Math.round(y * 6)
    // Light falls from above on what is seen, and a shadow lies to its right.
    if (shape(x, y)) return colour.map((part) => Math.min(255, Math.round(part * (1.15 - y * 0.3)))) as unknown as Colour
    return shape(x - 0.06, y - 0.06) ? [214, 214, 216] : [ground, ground, ground]
  })
}
