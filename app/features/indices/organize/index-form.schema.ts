import * as z from 'zod/mini'
import { checkbox, oneOf, optionalLine, optionalText, requiredLine } from '#app/shared/forms/fields.ts'
import { isPartialDate } from '#app/shared/time/partial-date.ts'
import { indexGrids } from '#app/shared/vocabulary.ts'
import { readKin } from '../domain/kin-lines.ts'

const lines = (max: number) =>
  z.object({ vi: optionalLine(max), en: optionalLine(max), confirmed: checkbox() })
const texts = (max: number) =>
  z.object({ vi: optionalText(max), en: optionalText(max), confirmed: checkbox() })

const isNamed = z.refine<{ name: { vi: string; en: string } }>(({ name }) => name.vi + name.en !== '', {
  error: 'indices.form.name-missing',
  path: ['name', 'vi'],
})
const key = z._default(
  z.union([
    z.literal(''),
    z.string().check(z.trim(), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'organize.form.slug'), z.maxLength(60)),
  ]),
  '',
)

/** What an index is called and says. */
export const indexSchema = z.object({ name: lines(160), summary: texts(600) }).check(isNamed)

/** The same of a new one, with its address and how its things are drawn. */
export const newIndexSchema = z
  .object({ name: lines(160), summary: texts(600), slug: key, grid: oneOf(indexGrids) })
  .check(isNamed)

const date = z.pipe(
  optionalLine(10),
  z.pipe(
    z.transform((text: string) => text || null),
    z.nullable(z.string().check(z.refine(isPartialDate, 'cities.form.date-wrong'))),
  ),
)
const number = (message: string, least: number, most: number, digits: number) =>
  z.pipe(
    optionalLine(12),
    z.pipe(
      z.transform((text: string) => (text === '' ? null : Number(text.replace(',', '.')))),
      z.nullable(
        z
          .number(message)
          .check(
            z.gte(least, message),
            z.lte(most, message),
            z.multipleOf(digits === 0 ? 1 : 10 ** -digits, message),
          ),
      ),
    ),
  )

/** One edition of an index. */
export const editionSchema = z
  .object({
    year: number('indices.form.year-wrong', 1900, 2199, 0),
    announcedOn: date,
    announcedAt: lines(160),
    participants: number('shared.form.wrong', 0, 1_000_000, 0),
    participantsSource: lines(200),
    note: texts(2000),
    source: lines(200),
  })
  .check(
    z.refine<{ year: number | null }>(({ year }) => year !== null, {
      error: 'indices.form.year-wrong',
      path: ['year'],
    }),
    z.refine<{ participants: number | null; participantsSource: { vi: string; en: string } }>(
      ({ participants, participantsSource }) =>
        participants === null || participantsSource.vi + participantsSource.en !== '',
      { error: 'cities.form.source-missing', path: ['participantsSource', 'vi'] },
    ),
  )

/** One component of an edition. */
export const componentSchema = z
  .object({
    name: lines(160),
    key,
    weight: number('indices.form.weight-wrong', 0, 100, 4),
    method: texts(1000),
    source: lines(200),
  })
  .check(isNamed)

const said = (value: 'rank' | 'score') =>
  z.refine<
    Record<'rank' | 'score', number | null> & Record<`${'rank' | 'score'}Source`, { vi: string; en: string }>
  >(
    (typed) => {
      const { vi, en } = typed[`${value}Source`]
      return (typed[value] === null) === (vi + en === '')
    },
    { error: 'shared.refusal.entry-source', path: [`${value}Source`, 'vi'] },
  )

/** What an edition says of one thing. */
export const entrySchema = z
  .object({
    rank: number('indices.import.why-rank', 1, 999_999, 0),
    rankSource: lines(200),
    score: number('indices.import.why-score', -999_999_999, 999_999_999, 9),
    scoreSource: lines(200),
  })
  .check(said('rank'), said('score'))

/** The same with the thing that it is said of. */
export const newEntrySchema = z.intersection(z.object({ unit: requiredLine(60) }), entrySchema)

const day = z.pipe(
  optionalLine(10),
  z.pipe(
    z.transform((text: string) => text || null),
    z.nullable(
      z
        .string()
        .check(z.refine((text) => text.length === 10 && isPartialDate(text), 'indices.form.day-wrong')),
    ),
  ),
)
const kin = z.pipe(
  optionalText(20_000).check(
    z.refine((typed) => 'kin' in readKin(typed), {
      error: ({ input }) => {
        const read = readKin(String(input))
        return `indices.form.kin-wrong?line=${'wrongLine' in read ? read.wrongLine : 1}`
      },
    }),
  ),
  z.transform((typed) => {
    const read = readKin(typed)
    return 'kin' in read ? read.kin : []
  }),
)

/** A thing that can be ranked. */
export const unitSchema = z
  .object({
    name: lines(160),
    key,
    fromDay: day,
    toDay: day,
    source: lines(200),
    before: kin,
    after: kin,
    sourcesConfirmed: checkbox(),
  })
  .check(isNamed)
