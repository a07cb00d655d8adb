import * as z from 'zod/mini'
import { optionalLine } from '#app/shared/forms/fields.ts'

export const pictureSchema = z.object({
  caption: z.object({ vi: optionalLine(500), en: optionalLine(500) }),
  alt: z.object({ vi: optionalLine(300), en: optionalLine(300) }),
  credit: z.object({ vi: optionalLine(200), en: optionalLine(200) }),
})
