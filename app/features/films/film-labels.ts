import { m } from '#app/paraglide/messages.js'
import type { AgeRating, CreditRole, Premiere, SectionKind } from '#app/shared/vocabulary.ts'

const ratings: Record<AgeRating, () => string> = {
  P: () => m['films.rating.p'](),
  K: () => m['films.rating.k'](),
  T13: () => m['films.rating.t13'](),
  T16: () => m['films.rating.t16'](),
  T18: () => m['films.rating.t18'](),
  C: () => m['films.rating.c'](),
}

const premieres: Record<Premiere, () => string> = {
  world: () => m['films.premiere.world'](),
  international: () => m['films.premiere.international'](),
  asian: () => m['films.premiere.asian'](),
  national: () => m['films.premiere.national'](),
}

const roles: Record<CreditRole, () => string> = {
  director: () => m['films.role.director'](),
  screenplay: () => m['films.role.screenplay'](),
  cinematography: () => m['films.role.cinematography'](),
  editing: () => m['films.role.editing'](),
  music: () => m['films.role.music'](),
  producer: () => m['films.role.producer'](),
  cast: () => m['films.role.cast'](),
}

const sections: Record<SectionKind, () => string> = {
  competition: () => m['films.section.competition'](),
  panorama: () => m['films.section.panorama'](),
  focus: () => m['films.section.focus'](),
  retrospective: () => m['films.section.retrospective'](),
  special: () => m['films.section.special'](),
  other: () => m['films.section.other'](),
}

/** "T16: từ 16 tuổi": the code as posters carry it, with what it means. */
export const ratingName = (rating: AgeRating) => ratings[rating]()
export const premiereName = (premiere: Premiere) => premieres[premiere]()
export const creditRoleName = (role: CreditRole) => roles[role]()
export const sectionKindName = (kind: SectionKind) => sections[kind]()
