import * as z from 'zod/mini'
import { oneOf } from '#app/shared/forms/fields.ts'

/** The switch of a session's record. */
export const recordSchema = z.object({ record: oneOf(['on', 'off']) })
