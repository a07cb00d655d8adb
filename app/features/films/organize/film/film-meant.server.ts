import type { Context } from '#app/shared/context.ts'
import { type FormErrors, type FormValues, putAt } from '#app/shared/forms/form-values.ts'
import type { RefusedForm } from '#app/shared/forms/read-form.server.ts'
import { codesIn } from '../../domain/codes/named-codes.ts'
import { creditsMeant, type MeantCredits } from '../../domain/credits-meant.server.ts'
import type { FilmDetails } from '../../domain/film-details.ts'
import type { OneFilm } from '../../domain/films.server.ts'
import type { FilmForm } from './film-form.schema.ts'

type Meant = { ok: true; details: FilmDetails } & Pick<MeantCredits, 'credits' | 'newcomers'>

/** What the form says of a film, with countries, languages and people as they are known; or the form with its faults. */
export async function filmMeant(
  ctx: Context,
  eventId: string,
  { data, values }: { data: FilmForm; values: FormValues },
  before?: OneFilm,
): Promise<Meant | RefusedForm> {
  const errors: FormErrors = {}
  const fault = (field: string, message: string, name: string) =>
    putAt(errors, field.split('.'), {
      type: 'refused',
      message: `${message}?${new URLSearchParams({ name })}`,
    })
  const codes = (field: 'countries' | 'languages' | 'subtitles' | 'originalLanguage') => {
    const kind = field === 'countries' ? 'region' : 'language'
    const read = codesIn(kind, data[field])
    if (read.unknown !== null) fault(field, `films.form.${kind}-unknown`, read.unknown)
    return read.codes
  }
  const read = {
    countries: codes('countries'),
    languages: codes('languages'),
    subtitles: codes('subtitles'),
    originalLanguage: codes('originalLanguage')[0] ?? '',
  }
  const { credits, newcomers, several } = await creditsMeant(ctx, eventId, data.credits, before?.credits)
  for (const { role, name } of several) fault(`credits.${role}`, 'films.form.person-several', name)
  if (Object.keys(errors).length > 0) return { ok: false, errors, values }
  const { title, synopsis, originalTitle, year, minutes } = data
  const details: FilmDetails = {
    ...read,
    title,
    synopsis,
    originalTitle,
    year,
    minutes,
    sectionId: data.section || null,
    rating: data.rating || null,
    premiere: data.premiere || null,
    trailerUrl: data.trailerUrl || null,
  }
  return { ok: true, details, credits, newcomers }
}
