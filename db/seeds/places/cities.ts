import type { CityRole } from '#app/shared/vocabulary.ts'
import type { Bilingual } from '../world.ts'

export type SeedCity = {
  name: Bilingual
  country: string
  latitude: number
  longitude: number
  role: CityRole
  from: string
  source: Bilingual
}
export type SeedCities = { initiative: string; cities: SeedCity[] }

const launch = { from: '2025-03-11', source: { vi: 'Văn Hóa, tháng 3 năm 2025', en: 'Văn Hóa, March 2025' } }

function hub(vi: string, en: string, country: string, latitude: number, longitude: number): SeedCity {
  return { name: { vi, en }, country, latitude, longitude, role: 'hub', ...launch }
}

/** The cities of the AIWS Film Park as they were named; where each of them lies is known to every atlas. */
export const filmParkCities: SeedCities = {
  initiative: 'aiws-film-park',
  cities: [
    {
      name: { vi: 'Nha Trang', en: 'Nha Trang' },
      country: 'VN',
      latitude: 12.2388,
      longitude: 109.1967,
      role: 'home',
      from: '2025-03-11',
      source: { vi: 'Diễn đàn Toàn cầu Boston, năm 2025', en: 'Boston Global Forum, 2025' },
    },
    hub('Boston', 'Boston', 'US', 42.3601, -71.0589),
    hub('New York', 'New York', 'US', 40.7128, -74.006),
    hub('Hollywood', 'Hollywood', 'US', 34.0928, -118.3287),
    hub('Washington DC', 'Washington DC', 'US', 38.9072, -77.0369),
    hub('San Francisco', 'San Francisco', 'US', 37.7749, -122.4194),
    hub('Paris', 'Paris', 'FR', 48.8566, 2.3522),
    hub('Rome', 'Rome', 'IT', 41.9028, 12.4964),
    hub('Venice', 'Venice', 'IT', 45.4408, 12.3155),
    hub('London', 'London', 'GB', 51.5072, -0.1276),
    {
      name: { vi: 'Awaji', en: 'Awaji' },
      country: 'JP',
      latitude: 34.4397,
      longitude: 134.915,
      role: 'hub',
      from: '2025-05-12',
      source: { vi: 'Diễn đàn Toàn cầu Boston, tháng 5 năm 2025', en: 'Boston Global Forum, May 2025' },
    },
  ],
}
