import { eq, inArray } from 'drizzle-orm'
import { event, guestCategory, host, organization, registration, venue } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

export type RegistrationTruth = Awaited<ReturnType<typeof readRegistrations>>[number]
export type EventTruth = Awaited<ReturnType<typeof readEvents>>[number] & { hosts: string[] }
export type Truth = { registrations: Map<string, RegistrationTruth>; events: Map<string, EventTruth> }

/** How things stand now for what these mails are about: three statements, however many mails. */
export async function readTruth(
  mails: { registrationId: string | null; eventId: string | null }[],
): Promise<Truth> {
  const registrationIds = distinct(mails.map((mail) => mail.registrationId))
  const eventIds = distinct(mails.map((mail) => mail.eventId))
  const [registrations, events, hosts] = await Promise.all([
    registrationIds.length > 0 ? readRegistrations(registrationIds) : [],
    eventIds.length > 0 ? readEvents(eventIds) : [],
    eventIds.length > 0 ? readHosts(eventIds) : [],
  ])
  const hostsOf = (id: string) => hosts.filter((one) => one.eventId === id).map((one) => one.name)
  return {
    registrations: new Map(registrations.map((row) => [row.id, row])),
    events: new Map(events.map((row) => [row.event.id, { ...row, hosts: hostsOf(row.event.id) }])),
  }
}

function readRegistrations(ids: string[]) {
  return database()
    .select({
      id: registration.id,
      state: registration.state,
      tokenSalt: registration.tokenSalt,
      offerExpiresAt: registration.offerExpiresAt,
      category: guestCategory.name,
    })
    .from(registration)
    .innerJoin(guestCategory, eq(guestCategory.id, registration.categoryId))
    .where(inArray(registration.id, ids))
}

function readEvents(ids: string[]) {
  return database()
    .select()
    .from(event)
    .leftJoin(venue, eq(venue.id, event.venueId))
    .where(inArray(event.id, ids))
}

function readHosts(ids: string[]) {
  return database()
    .select({ eventId: host.eventId, name: organization.shortName })
    .from(host)
    .innerJoin(organization, eq(organization.id, host.organizationId))
    .where(inArray(host.eventId, ids))
    .orderBy(host.position)
}

function distinct(ids: (string | null)[]): string[] {
  return [...new Set(ids)].filter((id) => id !== null)
}
