// Sizes of files and disks as people read them.
const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/** '21.9 MB': three digits at the most, by steps of 1024. */
export const bytesShown = (bytes: number, language: string): string => {
  const step = Math.min(UNITS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log(bytes) / Math.log(1024)))
  const digits = new Intl.NumberFormat(language, { maximumSignificantDigits: 3, useGrouping: false }).format(bytes / 1024 ** step)
  return `${digits} ${UNITS[step]}`
}
