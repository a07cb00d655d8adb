import { type SQL, sql } from 'drizzle-orm'
import type { StoredPlace } from '#app/features/mail/domain/facts/stored-facts.ts'
import type { NewMail } from '#app/features/mail/domain/queue-mail.server.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { Locale, SignUpState } from '#app/shared/vocabulary.ts'

/** A session in the words that readers were told. */
export type ToldSession = {
  session_id: string
  slug: string
  title: TranslatedText
  starts_at: string
  ends_at: string
  room: TranslatedText | null
  venue: TranslatedText | null
  place: TranslatedText | null
}
/** `was`: what it was before it ended. */
export type ToldPlace = ToldSession & {
  id: string
  sequence: number
  state: SignUpState
  seats: number
  was?: SignUpState
}
export type ToldGuest = {
  registration_id: string
  event_id: string
  name: string
  email: string
  locale: Locale
}

/**
 * What readers were told of the session `s`, not what its draft says; only an unpublished one has nothing but its draft.
 * Stands in a `cross join lateral`.
 */
export const toldSession = sql`(
  select coalesce(one ->> 'slug', s.slug) as slug, coalesce(one -> 'title', s.title) as title,
    coalesce(one ->> 'startsAt', s.starts_at::text) as starts_at, coalesce(one ->> 'endsAt', s.ends_at::text) as ends_at,
    room -> 'name' as room, nullif(room -> 'venue', 'null') as venue, nullif(room -> 'place', 'null') as place
  from (select 1) always left join lateral (
    select item as one, (
      select r from jsonb_array_elements(v.agenda -> 'rooms') r where r ->> 'id' = item ->> 'roomId'
    ) as room
    from (
      select agenda from agenda_version where event_id = s.event_id order by number desc limit 1
    ) v, jsonb_array_elements(v.agenda -> 'sessions') item
    where item ->> 'id' = s.id::text
  ) published on true
)`

/** The mail that tells a guest what became of their seats, with a calendar entry of each seat that is theirs or was. */
export function placesMail(guest: ToldGuest, places: readonly ToldPlace[]): NewMail {
  return {
    kind: 'signed-up',
    locale: guest.locale,
    recipientName: guest.name,
    recipientEmail: guest.email,
    registrationId: guest.registration_id,
    eventId: guest.event_id,
    facts: { places: places.map(storedPlace) },
  }
}

/** As the facts of a mail keep it. */
export function storedPlace(one: ToldPlace): StoredPlace {
  return {
    id: one.id,
    sequence: one.sequence,
    sessionId: one.session_id,
    slug: one.slug,
    title: one.title,
    startsAt: new Date(one.starts_at).toISOString(),
    endsAt: new Date(one.ends_at).toISOString(),
    room: one.room,
    venue: one.venue,
    place: one.place,
    state: one.state,
    seats: one.seats,
  }
}

/** The same of the seat `u` in the session `s`, told as `said` says it, where a statement writes the mails itself. */
export const placeFact = (state: SQL): SQL => sql`jsonb_build_object('id', u.id, 'sequence', u.sequence,
  'sessionId', s.id, 'slug', said.slug, 'title', said.title, 'startsAt', said.starts_at::timestamptz,
  'endsAt', said.ends_at::timestamptz, 'room', said.room, 'venue', said.venue, 'place', said.place,
  'state', ${state}, 'seats', u.seats)`
