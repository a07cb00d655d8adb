import * as z from 'zod/mini'
import { optionalLine, requiredLine } from '#app/shared/forms/fields.ts'

/** As what somebody comes to a part of an event. */
export const partSchema = z.object({ category: requiredLine(100), code: optionalLine(100) })
