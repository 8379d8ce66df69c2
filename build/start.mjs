// npm start: brings the build up to date, then opens the desktop window, or serves the same screens where there is none.
import path from 'node:path'
import { parseArgs } from 'node:util'
import { handOver } from './hand-over.mjs'
import { electronProgram, ensureRuntime } from './runtime.mjs'
import { run } from './steps.mjs'

const root = path.resolve(import.meta.dirname, '..')
const usage = `npm start -- [--serve [--lan]] [--port N] [--data FOLDER] [--demo] [--stop] [--help]

  (nothing)      open the desktop window
  --serve        run the hub without a window and print its address
  --lan          with --serve: open the hub to the network, over TLS alone
  --port N       the hub's port
  --data FOLDER  where the company's data lies
  --demo         create and open the demonstration company in that folder
  --stop         end the hub that runs on that folder, as Ctrl+C would
  --help         this text`

/** The options as they are passed on, with the folder made absolute (npm runs us in the project's folder, not in the caller's). */
function passedOn(values) {
  const words = []
  if (values.port !== undefined) words.push('--port', values.port)
  if (values.data !== undefined) words.push('--data', path.resolve(process.env.INIT_CWD ?? process.cwd(), values.data))
  if (values.demo) words.push('--demo')
  if (values.lan) words.push('--lan')
  if (values.stop) words.push('--stop')
  return words
}

function readOptions() {
  try {
    const options = {
      serve: { type: 'boolean' },
      lan: { type: 'boolean' },
      port: { type: 'string' },
      data: { type: 'string' },
      demo: { type: 'boolean' },
      stop: { type: 'boolean' },
    }
    return parseArgs({ options: { ...options, help: { type: 'boolean', short: 'h' } } }).values
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`)
    process.exit(2)
  }
}

/** The Electron program, or the reason why there is no window. */
async function windowProgram() {
  const noDisplay = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
  if (noDisplay) return { reason: '没有图形界面 (no display)' }
  try {
    return { program: electronProgram(await ensureRuntime()) }
  } catch (error) {
    return { reason: `没有可用的 Electron (no Electron: ${String(error.message).split('\n')[0]})` }
  }
}

const values = readOptions()
if (values.help) {
  console.log(usage)
  process.exit(0)
}
// A build takes a gigabyte; this process stays as long as the program, so another one builds.
if (!run([path.join(root, 'build/build.mjs')])) process.exit(1)
const { program, reason } = values.serve || values.stop ? {} : await windowProgram()
if (program) {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [] // Chromium's sandbox refuses to run as root.
  handOver(program, [root, ...asRoot, ...passedOn(values)])
} else {
  if (reason) console.log(`${reason}：改为在本机网址提供同样的画面 · serving the same screens at a web address instead`)
  handOver(process.execPath, [path.join(root, 'out/main/office.cjs'), '--serve', ...passedOn(values)])
}
