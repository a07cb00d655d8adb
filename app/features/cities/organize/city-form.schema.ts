import * as z from 'zod/mini'
import { checkbox, oneOf, optionalLine } from '#app/shared/forms/fields.ts'
import { isPartialDate } from '#app/shared/time/partial-date.ts'
import { cityRoles } from '#app/shared/vocabulary.ts'

const lines = (max: number) =>
  z.object({ vi: optionalLine(max), en: optionalLine(max), confirmed: checkbox() })

/** A number as maps write it, with a point or a comma. */
const degrees = (most: number, message: string) =>
  z.pipe(
    optionalLine(24),
    z.pipe(
      z.transform((text: string) =>
        text === '' ? Number.NaN : Number(text.replace('−', '-').replace(',', '.')),
      ),
      z.number(message).check(z.gte(-most, message), z.lte(most, message)),
    ),
  )

const date = z.pipe(
  optionalLine(10),
  z.pipe(
    z.transform((text: string) => text || null),
    z.nullable(z.string().check(z.refine(isPartialDate, 'cities.form.date-wrong'))),
  ),
)

type Both = { vi: string; en: string }

/** A city in the names of its form. */
export const citySchema = z
  .object({
    name: lines(120),
    country: z
      .string('organize.form.country')
      .check(z.trim(), z.regex(/^[A-Za-z]{2}$/, 'organize.form.country')),
    latitude: degrees(90, 'cities.form.latitude-wrong'),
    longitude: degrees(180, 'cities.form.longitude-wrong'),
    role: oneOf(cityRoles),
    fromDate: date,
    toDate: date,
    source: lines(200),
  })
  .check(
    z.refine<{ name: Both }>(({ name }) => name.vi + name.en !== '', {
      error: 'cities.form.name-missing',
      path: ['name', 'vi'],
    }),
    z.refine<{ source: Both }>(({ source }) => source.vi + source.en !== '', {
      error: 'cities.form.source-missing',
      path: ['source', 'vi'],
    }),
  )
