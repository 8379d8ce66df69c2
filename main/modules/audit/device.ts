// From where an entry came: a desk of the office is called by its name of today, a browser by its address.
import { deskInSql } from '../../access/devices.ts'

/** The name of the desk of the entry with this alias; null for any other device */
export const deskNameSql = (entry: string): string => `(SELECT d.name FROM desk d WHERE d.id = ${deskInSql(`${entry}.device`)})`
