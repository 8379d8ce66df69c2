// What a camera sees that is held before a QR code, as a file that Chromium takes for its camera.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import encodeQR from 'qr'
import { newFolder } from './office.ts'

const [WIDTH, HEIGHT] = [640, 480]

/** The switches of a start with this picture before the camera. */
export const cameraBefore = (text: string): string[] => {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 })
  const side = Math.floor(HEIGHT / modules.length)
  const left = Math.floor((WIDTH - side * modules.length) / 2)
  const light = Buffer.alloc(WIDTH * HEIGHT, 235)
  modules.forEach((row, y) =>
    row.forEach((isDark, x) => {
      if (isDark)
        for (let line = 0; line < side; line++)
          light.fill(16, (y * side + line) * WIDTH + left + x * side, (y * side + line) * WIDTH + left + (x + 1) * side)
    }),
  )
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)])
  const file = path.join(newFolder(), 'camera.y4m')
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F30:1 Ip A0:0 C420mpeg2\n`)
  writeFileSync(file, Buffer.concat([head, ...Array.from({ length: 10 }, () => frame)]))
  return ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${file}`]
}
