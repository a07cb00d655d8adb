import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countryName } from '#app/shared/i18n/country-name.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { listCities, type StoredCity } from './domain/cities.server.ts'
import { drawCityMap } from './domain/map/draw-map.ts'
import { standsInYear, standsOn, turningDays, yearsOf } from './domain/standing.ts'

/** The cities of an initiative on a day or in a year, as their map and their list show them; null without any. */
export async function citiesView(
  { locale, now }: Pick<Context, 'locale' | 'now'>,
  initiative: { id: string; slug: string },
  asked: string | null = null,
) {
  const all = await listCities(initiative.id)
  if (all.length === 0) return null
  const today = now.toISOString().slice(0, 10)
  const present = now.getUTCFullYear()
  const years = yearsOf(all, present)
  const year = asked === null ? null : years.find((one) => String(one) === asked)
  if (year === undefined) throw new Refusal('missing', 'missing')
  const shown = all.filter((city) => (year === null ? standsOn(city, today) : standsInYear(city, year)))
  return {
    slug: initiative.slug,
    years,
    year,
    cities: shown.map((city) => rowOf(city, locale)),
    map: drawCityMap(
      shown.map(({ key, name, role, latitude, longitude }) => {
        return { key, name: textIn(name, locale), sign: role, latitude, longitude }
      }),
      {
        'hoang-sa': m['cities.map.hoang-sa']({}, { locale }),
        'truong-sa': m['cities.map.truong-sa']({}, { locale }),
      },
    ),
    /** Another page by itself: of today from the next day on which one comes or goes, of years from the next year. */
    changesAt: [...turningDays(all, today), `${present + 1}-01-01`].map(
      (day) => new Date(`${day}T00:00:00Z`),
    ),
  }
}

/** The same of today, for the initiative's own page, whose language is the reader's. */
export function citiesToday(initiative: { id: string; slug: string }) {
  return citiesView({ locale: getLocale(), now: new Date() }, initiative)
}

export type CitiesView = NonNullable<Awaited<ReturnType<typeof citiesView>>>

function rowOf({ key, name, country, role, fromDate, toDate, source }: StoredCity, locale: Locale) {
  return { key, name, country: countryName(country, locale), role, fromDate, toDate, source }
}
