// What a module adds to the company in which the tests of rights and of commands run twice look for a record of every kind.
import type { Send } from '../demonstration/send.ts'

/** Reads the first row of a statement. */
export type FirstRow = <T>(statement: string, ...values: string[]) => T
/** Sends commands in the owner's name, `ownerId`, or in the office's own; each must be accepted. `today` is the company's day. */
export type FurtherRecords = (given: { send: Send; sendAsOffice: Send; first: FirstRow; ownerId: string; today: string }) => Promise<void>
