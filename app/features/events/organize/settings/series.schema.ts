import * as z from 'zod/mini'
import { optionalLine } from '#app/shared/forms/fields.ts'

/** No series, a new one by its name, or one that is there. */
export const seriesSchema = z
  .object({
    series: z.union([z.literal(''), z.literal('new'), z.uuid()], 'shared.form.choose'),
    name: z.object({ vi: optionalLine(120), en: optionalLine(120) }),
    edition: optionalLine(20),
  })
  .check(
    z.refine(({ series, name }) => series !== 'new' || name.vi !== '' || name.en !== '', {
      error: 'shared.form.missing',
      path: ['name', 'vi'],
    }),
  )
