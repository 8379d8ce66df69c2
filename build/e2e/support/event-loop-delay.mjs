// Loaded before the office under soak: prints how long its event loop was kept from its next turn, when it ends.
import { monitorEventLoopDelay } from 'node:perf_hooks'

const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
process.on('exit', () => {
  const ms = (of) => (delay.percentile(of) / 1e6 - 5).toFixed(1)
  process.stderr.write(
    `event loop delay: p50 ${ms(50)} ms, p95 ${ms(95)} ms, p99 ${ms(99)} ms, most ${(delay.max / 1e6 - 5).toFixed(1)} ms\n`,
  )
})
