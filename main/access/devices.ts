// Where somebody asks from, as sessions, tries and the trail name it: a desk that has joined the office, or an address from which a browser asks.

const DESK = 'desk '
/** A desk of the office, by its id. Its sessions are its own: nobody else's request is answered with their tokens (D7 of desks). */
export const deskDevice = (deskId: string): string => DESK + deskId
/** The same in SQL, of a column: null for any other device. */
export const deskInSql = (device: string): string => `(CASE WHEN ${device} LIKE '${DESK}%' THEN substr(${device}, ${DESK.length + 1}) END)`
/** The id of the desk; undefined for any other device. */
export const deskIn = (device: string): string | undefined => (device.startsWith(DESK) ? device.slice(DESK.length) : undefined)
