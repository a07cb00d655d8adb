import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.server.ts'

/** Gives registrations the tags of these names and no others; a tag that nobody has any more is gone. */
export async function setTags(
  tx: Transaction,
  eventId: string,
  registrationId: string,
  names: readonly string[],
): Promise<void> {
  await tx.execute(sql`
    delete from registration_tag rt using guest_tag t
    where t.id = rt.tag_id and rt.registration_id = ${registrationId}
      and lower(t.name) not in (${wanted(names)})`)
  await addTags(tx, eventId, [registrationId], names)
  await forgetUnusedTags(tx, eventId)
}

/** Puts tags on registrations beside those they have. */
export async function addTags(
  tx: Transaction,
  eventId: string,
  registrationIds: readonly string[],
  names: readonly string[],
): Promise<void> {
  if (names.length === 0 || registrationIds.length === 0) return
  await tx.execute(sql`
    insert into guest_tag (event_id, name)
    select ${eventId}, name from (${listed(names)}) n
    on conflict (event_id, lower(name)) do nothing`)
  await tx.execute(sql`
    insert into registration_tag (registration_id, tag_id)
    select r.value::uuid, t.id from jsonb_array_elements_text(${JSON.stringify(registrationIds)}::jsonb) r
    cross join guest_tag t where t.event_id = ${eventId} and lower(t.name) in (${wanted(names)})
    on conflict do nothing`)
}

/** Takes tags off registrations. */
export async function removeTags(
  tx: Transaction,
  eventId: string,
  registrationIds: readonly string[],
  names: readonly string[],
): Promise<void> {
  await tx.execute(sql`
    delete from registration_tag rt using guest_tag t
    where t.id = rt.tag_id and t.event_id = ${eventId} and lower(t.name) in (${wanted(names)})
      and rt.registration_id in (
        select value::uuid from jsonb_array_elements_text(${JSON.stringify(registrationIds)}::jsonb))`)
  await forgetUnusedTags(tx, eventId)
}

async function forgetUnusedTags(tx: Transaction, eventId: string): Promise<void> {
  await tx.execute(sql`
    delete from guest_tag t where t.event_id = ${eventId}
      and not exists (select 1 from registration_tag rt where rt.tag_id = t.id)`)
}

const listed = (names: readonly string[]) =>
  sql`select value as name from jsonb_array_elements_text(${JSON.stringify(names)}::jsonb)`
const wanted = (names: readonly string[]) => sql`select lower(name) from (${listed(names)}) wanted`
