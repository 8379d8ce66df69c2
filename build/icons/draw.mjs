// Draws icon.png and the tray's small icon from icon.svg with Chromium; run by hand after the drawing has changed: node build/icons/draw.mjs
import fs from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { chromiumProgram } from '../test-machine.mjs'

const svg = fs.readFileSync(path.join(import.meta.dirname, 'icon.svg'), 'utf8')
const browser = await chromium.launch({ executablePath: chromiumProgram(), args: ['--no-sandbox'] })
try {
  const page = await browser.newPage({ viewport: { width: 512, height: 512 } })
  await page.setContent(`<style>html,body{margin:0}svg{display:block}</style>${svg}`)
  await page.screenshot({ path: path.join(import.meta.dirname, 'icon.png'), omitBackground: true })
  // The tray shows 16 points; twice as many pixels serve the sharper screens. It travels inside the program, so that no path can miss it.
  await page.setViewportSize({ width: 32, height: 32 })
  await page.setContent(`<style>html,body{margin:0}svg{display:block;width:32px;height:32px}</style>${svg}`)
  const small = await page.screenshot({ omitBackground: true })
  // The same with a dot: something is unread.
  const dot =
    '<i style="position:absolute;right:0;top:0;width:13px;height:13px;border-radius:50%;background:#d32f2f;box-shadow:0 0 0 2px #fff"></i>'
  await page.setContent(`<style>html,body{margin:0}svg{display:block;width:32px;height:32px}</style>${svg}${dot}`)
  const unread = await page.screenshot({ omitBackground: true })
  fs.writeFileSync(
    path.resolve(import.meta.dirname, '../../main/shell/tray-icon.ts'),
    `// The tray's icon, 32 pixels wide, and the one with a dot for what is unread. Drawn by build/icons/draw.mjs; not written by hand.\n\nexport const TRAY_ICON =\n  'data:image/png;base64,${small.toString('base64')}'\n\nexport const TRAY_ICON_UNREAD =\n  'data:image/png;base64,${unread.toString('base64')}'\n`,
  )
} finally {
  await browser.close()
}
