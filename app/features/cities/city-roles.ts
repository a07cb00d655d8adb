import { m } from '#app/paraglide/messages.js'
import type { CityRole } from '#app/shared/vocabulary.ts'

/** What a city is to an initiative, in the reader's language. */
export const cityRoleNames: Record<CityRole, () => string> = {
  home: m['cities.role.home'],
  hub: m['cities.role.hub'],
  partner: m['cities.role.partner'],
}
