import * as z from 'zod/mini'
import { optionalLine, requiredFile, requiredLine } from '#app/shared/forms/fields.ts'

const alt = z.object({ vi: requiredLine(300), en: requiredLine(300) })
const credit = z.object({ vi: optionalLine(200), en: optionalLine(200) })
const percent = z.coerce
  .number('pictures.form.percent')
  .check(
    z.int('pictures.form.percent'),
    z.gte(0, 'pictures.form.percent'),
    z.lte(100, 'pictures.form.percent'),
  )
const pixels = z.coerce.number('shared.form.wrong').check(z.gte(0, 'shared.form.wrong'))

export const coverWordsSchema = z.object({ alt, credit })
export const newCoverSchema = z.object({ picture: requiredFile(), alt, credit })

/** `press` is where the picture was pressed, in pixels of what the form shows, when it was sent that way. */
export const coverSchema = z.object({
  alt,
  credit,
  focalX: percent,
  focalY: percent,
  press: z.optional(z.object({ x: pixels, y: pixels })),
})

/** How wide the picture stands in the form: fixed, so that a press means the same without script. */
export const pressWidth = 288

/** Where the refusals of a picture are told in its form. */
export const pictureRefusals = {
  'picture-broken': 'picture',
  'picture-heic': 'picture',
  'picture-not-image': 'picture',
  'picture-too-large': 'picture',
  'picture-too-small': 'picture',
} as const
