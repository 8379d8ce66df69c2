// Which switches a released program is started with. Chromium and Node have hundreds; those that open, replace or load something are known to
// nobody by heart, so what is not named here is refused (SEC16).

/** Ours; what the system hands over by itself; what helps on an odd screen. None opens a port, loads or runs anything. */
const ACCEPTED = new Set([
  ...['data', 'port', 'demo', 'serve', 'hidden'],
  ...['updated', 'embedding'], // The installer after an update; Windows after a click on a notification.
  ...['lang', 'force-device-scale-factor', 'disable-gpu', 'ozone-platform', 'ozone-platform-hint', 'password-store'],
])

/** The first word of a command line that Chromium would take for a switch and nobody needs; undefined when there is none. */
export const unknownSwitch = (words: readonly string[], platform: NodeJS.Platform = process.platform): string | undefined =>
  words.find((word) => {
    const [, name] = (platform === 'win32' ? /^(?:--?|\/)([^=]+)/ : /^--?([^=]+)/).exec(word.trim()) ?? [] // Chromium trims too.
    return name !== undefined && !ACCEPTED.has(name.toLowerCase())
  })
