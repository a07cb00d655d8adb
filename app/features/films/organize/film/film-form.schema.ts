import * as z from 'zod/mini'
import { checkbox, optionalLine, optionalLink, optionalText } from '#app/shared/forms/fields.ts'
import { ageRatings, premieres } from '#app/shared/vocabulary.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const number = (message: string, least: number, most: number) =>
  z.pipe(
    optionalLine(8),
    z.pipe(
      z.transform((text: string) => (text === '' ? null : Number(text))),
      z.nullable(z.number(message).check(z.int(message), z.gte(least, message), z.lte(most, message))),
    ),
  )
/** Names, one a line. */
const names = z.pipe(
  optionalText(6000),
  z.pipe(
    z.transform((text: string) => [
      ...new Set(
        text
          .split('\n')
          .map((line) => line.replace(/\s+/g, ' ').trim())
          .filter(Boolean),
      ),
    ]),
    z
      .array(z.string().check(z.maxLength(200, 'shared.form.too-long?max=200')))
      .check(z.maxLength(100, 'films.form.names-many')),
  ),
)

/** A film as organizers write it; countries and languages by name or code, people by name. */
export const filmSchema = z.object({
  title: z.object({ vi: optionalLine(200), en: optionalLine(200), confirmed: checkbox() }),
  originalTitle: optionalLine(200),
  originalLanguage: optionalLine(60),
  section: z._default(z.union([z.literal(''), z.string().check(z.regex(uuid, 'shared.form.choose'))]), ''),
  synopsis: z.object({ vi: optionalText(5000), en: optionalText(5000), confirmed: checkbox() }),
  countries: optionalLine(300),
  year: number('films.form.year-wrong', 1880, 2199),
  minutes: number('films.form.minutes-wrong', 1, 2000),
  languages: optionalLine(300),
  subtitles: optionalLine(300),
  rating: z._default(z.enum(['', ...ageRatings], 'shared.form.choose'), ''),
  premiere: z._default(z.enum(['', ...premieres], 'shared.form.choose'), ''),
  trailerUrl: optionalLink(500),
  credits: z.object({
    director: names,
    screenplay: names,
    cinematography: names,
    editing: names,
    music: names,
    producer: names,
    cast: names,
  }),
})

export type FilmForm = z.infer<typeof filmSchema>

/** A still of a film, with what it shows and whose it is. */
export {
  coverWordsSchema as stillWordsSchema,
  newCoverSchema as stillSchema,
} from '#app/features/pictures/cover.schema.ts'
