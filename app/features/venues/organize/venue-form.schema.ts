import * as z from 'zod/mini'
import { checkbox, optionalLine, optionalText } from '#app/shared/forms/fields.ts'
import { liftAnswers, stepFreeAnswers } from '#app/shared/vocabulary.ts'

const lines = (max: number) =>
  z.object({ vi: optionalLine(max), en: optionalLine(max), confirmed: checkbox() })
const texts = (max: number) =>
  z.object({ vi: optionalText(max), en: optionalText(max), confirmed: checkbox() })

/** A number as maps write it, with a point or a comma; nothing when the field was left empty. */
const degrees = z.pipe(
  optionalLine(24),
  z.pipe(
    z.transform((text: string) => (text === '' ? null : Number(text.replace('−', '-').replace(',', '.')))),
    z.nullable(z.number('shared.form.wrong')),
  ),
)

const country = z.union([z.literal(''), z.string().check(z.regex(/^[A-Za-z]{2}$/, 'organize.form.country'))])

export const venueSchema = z.object({
  name: lines(200),
  address: optionalLine(300),
  city: lines(120),
  country,
  latitude: degrees,
  longitude: degrees,
  wayThere: texts(2000),
  entrance: texts(500),
  parking: texts(500),
  stepFree: z._default(z.enum(['', ...stepFreeAnswers], 'shared.form.choose'), ''),
  lift: z._default(z.enum(['', ...liftAnswers], 'shared.form.choose'), ''),
  isMain: checkbox(),
})
