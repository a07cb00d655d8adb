import { sql } from 'drizzle-orm'
import type { ToldGuest } from '#app/features/registration/domain/seats/told-place.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { database } from '#db/transaction.server.ts'
import type { Choice, OwnPlace } from './choose-places.ts'

type GuestPlaces = Pick<Choice, 'own' | 'limits' | 'opens'>
export type HeldGuest = GuestPlaces & { guest: ToldGuest }
type Row = {
  id: string
  companions: number
  perGuest: number | null
  perSession: number | null
  opens: string[] | null
  own: OwnPlace[]
}

/** Holds the guests of these who have a seat at their event, after the sessions; by registration. */
export async function holdGuests(
  tx: Transaction,
  registrationIds: readonly string[],
): Promise<Map<string, HeldGuest>> {
  const held = await tx.execute<ToldGuest>(sql`
    select id as registration_id, event_id, name, email, locale from registration
    where id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(registrationIds)}::jsonb))
      and state = 'confirmed'
    order by id for no key update`)
  // Read after the rows are held: another choice of the same guest has ended by now.
  const places = await listGuestPlaces(held.map((guest) => guest.registration_id))
  return new Map(
    held.flatMap((guest) => {
      const own = places.get(guest.registration_id)
      return own ? [[guest.registration_id, { ...own, guest }]] : []
    }),
  )
}

/** The same of one guest, to be shown: nothing is held. */
export async function getGuestPlaces(registrationId: string): Promise<GuestPlaces> {
  const places = (await listGuestPlaces([registrationId])).get(registrationId)
  if (!places) throw new Error('A registration that was just read is gone')
  return places
}

/**
 * What guests have, and what limits their choice. Where nobody sets how many seats one may have in a session, it is one's
 * own and those of the companions one brings.
 */
async function listGuestPlaces(registrationIds: readonly string[]): Promise<Map<string, GuestPlaces>> {
  const rows = await database().execute<Row>(sql`
    select r.id, r.companions, rules.per_guest as "perGuest", rules.per_session as "perSession",
      (select json_agg(track_id) from pass_track p where p.category_id = r.category_id) as opens,
      (select coalesce(json_agg(json_build_object('sessionId', session_id, 'state', state, 'seats', seats,
          'filmIds', array(select film_id from session_film f where f.session_id = u.session_id))), '[]')
        from sign_up u where u.registration_id = r.id and u.state <> 'cancelled') as own
    from registration r left join place_rules rules on rules.event_id = r.event_id
    where r.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(registrationIds)}::jsonb))`)
  return new Map(
    rows.map(({ id, companions, perGuest, perSession, opens, own }) => [
      id,
      { own, opens, limits: { perGuest, perFilm: perSession, perSession: perSession ?? 1 + companions } },
    ]),
  )
}
