// From where an entry came: a desk of the office is called by its name of today, a browser by its address.

/** The name of the desk of the entry with this alias; null for any other device (main/access/devices.ts). */
export const deskNameSql = (entry: string): string =>
  `(SELECT d.name FROM desk d WHERE ${entry}.device LIKE 'desk %' AND d.id = substr(${entry}.device, 6))`
