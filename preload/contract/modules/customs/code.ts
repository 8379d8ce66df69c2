// A code as customs write it; a company may know codes that no list has.
import { z } from 'zod'
import { once } from '../../define/index.ts'

export const customsCodeSchema = once(() => z.string().trim().max(20))
