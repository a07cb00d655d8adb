import * as z from 'zod/mini'
import { optionalCount, optionalLine, rowId } from '#app/shared/forms/fields.ts'

/** How many places a host has in a category, and when what is not used goes back. */
export const quotaSchema = z.object({
  organization: rowId('shared.form.choose'),
  category: rowId('shared.form.choose'),
  reserved: z.pipe(optionalCount(100_000), z.number('shared.form.missing')),
  releasesAt: optionalLine(20),
})
