import { sql } from 'drizzle-orm'
import type { ToldGuest } from '#app/features/registration/domain/seats/told-place.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { database } from '#db/transaction.server.ts'
import type { Choice, OwnPlace } from './choose-places.ts'

type GuestPlaces = Pick<Choice, 'own' | 'limits' | 'opens'>
type Row = {
  companions: number
  perGuest: number | null
  perSession: number | null
  opens: string[] | null
  own: OwnPlace[]
}

/** Holds a guest who has a seat at the event, after the sessions; null without a seat. */
export async function holdGuest(
  tx: Transaction,
  registrationId: string,
): Promise<(GuestPlaces & { guest: ToldGuest }) | null> {
  const [guest] = await tx.execute<ToldGuest>(sql`
    select id as registration_id, event_id, name, email, locale from registration
    where id = ${registrationId} and state = 'confirmed' for no key update`)
  // Read after the row is held: another choice of the same guest has ended by now.
  return guest ? { ...(await getGuestPlaces(registrationId)), guest } : null
}

/**
 * What a guest has, and what limits their choice. Where nobody sets how many seats one may have in a session, it is one's
 * own and those of the companions one brings.
 */
export async function getGuestPlaces(registrationId: string): Promise<GuestPlaces> {
  const [guest] = await database().execute<Row>(sql`
    select r.companions, rules.per_guest as "perGuest", rules.per_session as "perSession",
      (select json_agg(track_id) from pass_track p where p.category_id = r.category_id) as opens,
      (select coalesce(json_agg(json_build_object('sessionId', session_id, 'state', state, 'seats', seats,
          'filmIds', array(select film_id from session_film f where f.session_id = u.session_id))), '[]')
        from sign_up u where u.registration_id = r.id and u.state <> 'cancelled') as own
    from registration r left join place_rules rules on rules.event_id = r.event_id
    where r.id = ${registrationId}`)
  if (!guest) throw new Error('A registration that was just read is gone')
  const { companions, perGuest, perSession, opens, own } = guest
  return { own, opens, limits: { perGuest, perFilm: perSession, perSession: perSession ?? 1 + companions } }
}
