import * as z from 'zod/mini'
import { optionalLine } from '#app/shared/forms/fields.ts'

/** Where on the page the button was. */
export const ownStepSchema = z.object({ back: optionalLine(120), mine: optionalLine(1) })
