// Draws icon.png from icon.svg with Chromium; run by hand after the drawing has changed: node build/icons/draw.mjs
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
} finally {
  await browser.close()
}
