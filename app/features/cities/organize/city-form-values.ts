import type { output } from 'zod/mini'
import type { FormValues } from '#app/shared/forms/form-values.ts'
import { inBoth } from '#app/shared/i18n/translated-text.ts'
import type { StoredCity } from '../domain/cities.server.ts'
import type { CityDetails } from '../domain/save-city.server.ts'
import type { citySchema } from './city-form.schema.ts'

/** A stored city as its form shows it. */
export function cityFormValues(city: StoredCity): FormValues {
  return {
    name: inBoth(city.name),
    country: city.country,
    latitude: String(city.latitude),
    longitude: String(city.longitude),
    role: city.role,
    fromDate: city.fromDate ?? '',
    toDate: city.toDate ?? '',
    source: inBoth(city.source),
  }
}

export function cityDetailsOf(typed: output<typeof citySchema>): CityDetails {
  return {
    name: typed.name,
    country: typed.country.toUpperCase(),
    latitude: typed.latitude,
    longitude: typed.longitude,
    role: typed.role,
    fromDate: typed.fromDate,
    toDate: typed.toDate,
    source: typed.source,
  }
}
