import * as z from 'zod/mini'
import {
  checkbox,
  oneOf,
  optionalLine,
  optionalLink,
  optionalText,
  requiredFile,
  requiredLine,
  rowId,
} from '#app/shared/forms/fields.ts'
import { goalStates } from '#app/shared/vocabulary.ts'
import { isDay, readPoints } from './domain/parts/figure-points.ts'

const lines = (max: number) =>
  z.object({ vi: optionalLine(max), en: optionalLine(max), confirmed: checkbox() })
const texts = (max: number) =>
  z.object({ vi: optionalText(max), en: optionalText(max), confirmed: checkbox() })

type Pair = { vi: string; en: string; confirmed: boolean }

/** A name in one language at least. */
const named = (max: number) =>
  z.pipe(lines(max), z.custom<Pair>()).check(
    z.refine((words) => words.vi !== '' || words.en !== '', {
      error: 'initiatives.form.name-missing',
      path: ['vi'],
    }),
  )

const day = z.pipe(requiredLine(10), z.string().check(z.refine(isDay, 'initiatives.form.day')))
const optionalDay = z.pipe(
  z._default(z.union([z.literal(''), day]), ''),
  z.transform((text) => text || null),
)

export const initiativeSchema = z.object({
  name: named(160),
  summary: texts(400),
  description: texts(10_000),
})

/** A new one also chooses the body that carries it and, if it likes, its address. */
export const newInitiativeSchema = z.extend(initiativeSchema, {
  organization: requiredLine(100),
  slug: z._default(
    z.union([
      z.literal(''),
      z.string().check(z.trim(), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'organize.form.slug'), z.maxLength(60)),
    ]),
    '',
  ),
})

export const goalSchema = z.object({
  title: named(200),
  remark: texts(2000),
  state: oneOf(goalStates),
  dueOn: optionalDay,
})

export const newsSchema = z.object({
  title: named(200),
  body: texts(10_000),
  datedOn: day,
  source: lines(200),
  sourceUrl: z.pipe(
    optionalLink(),
    z.transform((text) => text || null),
  ),
})

const points = z.pipe(
  optionalText(20_000).check(
    z.refine((typed) => 'points' in readPoints(typed), {
      error: ({ input }) => {
        const read = readPoints(String(input))
        return `initiatives.form.points-wrong?line=${'wrongLine' in read ? read.wrongLine : 1}`
      },
    }),
  ),
  z.transform((typed) => {
    const read = readPoints(typed)
    return 'points' in read ? read.points : []
  }),
)

export const figureSchema = z.object({ name: named(200), points, sourcesConfirmed: checkbox() })

export const documentWordsSchema = z.object({ title: named(200) })
export const documentSchema = z.extend(documentWordsSchema, { file: requiredFile() })

const words = z.object({ vi: requiredLine(300), en: requiredLine(300) })
const loose = z.object({ vi: optionalLine(300), en: optionalLine(300) })

export const initiativePictureSchema = z.object({
  picture: requiredFile(),
  use: oneOf(['gallery', 'cover']),
  alt: words,
  caption: loose,
  credit: loose,
})

export const pictureWordsSchema = z.object({
  alt: z.extend(words, { confirmed: checkbox() }),
  caption: lines(300),
  credit: lines(300),
})

export const publicationSchema = z.object({ published: checkbox() })
export const bodySchema = z.object({ organization: z.uuid('shared.form.choose') })

const ids = z._default(z.array(rowId()).check(z.maxLength(500, 'shared.form.wrong')), [])

export const originSchema = z.object({ event: z.union([z.literal(''), rowId('shared.form.choose')]) })
export const chosenSchema = z.object({ chosen: ids })
export const chosenSessionsSchema = z.object({ chosen: ids, event: rowId() })
