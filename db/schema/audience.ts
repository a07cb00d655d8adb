import type { Locale, RegistrationState, SupporterKind } from '#app/shared/vocabulary.ts'

/** Something that is true of a contact, or with `not` is not. */
export type Condition =
  | { kind: 'registered'; eventId: string; states: RegistrationState[]; not?: boolean }
  | { kind: 'speaker'; eventId: string; not?: boolean }
  | { kind: 'language'; locale: Locale; not?: boolean }
  | { kind: 'country'; country: string; not?: boolean }
  | { kind: 'list'; listId: string; not?: boolean }
  | { kind: 'supporter'; initiativeId: string; of?: SupporterKind; not?: boolean }

/**
 * Whom a campaign is for: the confirmed contacts of its lists, of whom all conditions are true, or any of them. Nobody
 * is reached but by a list that they joined.
 */
export type Audience = { lists: string[]; match: 'all' | 'any'; conditions: Condition[] }
