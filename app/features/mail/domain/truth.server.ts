import { and, eq, inArray } from 'drizzle-orm'
import {
  event,
  guestCategory,
  host,
  invitation,
  organization,
  person,
  registration,
  speaking,
  venue,
} from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import type { StoredFacts } from './stored-facts.ts'

export type RegistrationTruth = Awaited<ReturnType<typeof readRegistrations>>[number]
export type EventTruth = Awaited<ReturnType<typeof readEvents>>[number] & { hosts: string[] }
export type SpeakingTruth = Awaited<ReturnType<typeof readSpeaking>>[number]
export type InvitationTruth = Awaited<ReturnType<typeof readInvitations>>[number]
export type Truth = {
  registrations: Map<string, RegistrationTruth>
  events: Map<string, EventTruth>
  /** By `speakingKey`. */
  speaking: Map<string, SpeakingTruth>
  invitations: Map<string, InvitationTruth>
}
type Subject = {
  registrationId: string | null
  eventId: string | null
  invitationId: string | null
  facts: Record<string, unknown>
}

export const speakingKey = (eventId: string, personId: string) => `${eventId} ${personId}`

/** How things stand now for what these mails are about: five statements at most, however many mails. */
export async function readTruth(mails: Subject[]): Promise<Truth> {
  const registrationIds = distinct(mails.map((mail) => mail.registrationId))
  const eventIds = distinct(mails.map((mail) => mail.eventId))
  const invitationIds = distinct(mails.map((mail) => mail.invitationId))
  const personIds = distinct(mails.map((mail) => (mail.facts as StoredFacts).speaking?.personId ?? null))
  const [registrations, events, hosts, speakers, invitations] = await Promise.all([
    registrationIds.length > 0 ? readRegistrations(registrationIds) : [],
    eventIds.length > 0 ? readEvents(eventIds) : [],
    eventIds.length > 0 ? readHosts(eventIds) : [],
    personIds.length > 0 ? readSpeaking(eventIds, personIds) : [],
    invitationIds.length > 0 ? readInvitations(invitationIds) : [],
  ])
  const hostsOf = (id: string) => hosts.filter((one) => one.eventId === id).map((one) => one.name)
  return {
    registrations: new Map(registrations.map((row) => [row.id, row])),
    events: new Map(events.map((row) => [row.event.id, { ...row, hosts: hostsOf(row.event.id) }])),
    speaking: new Map(speakers.map((row) => [speakingKey(row.eventId, row.personId), row])),
    invitations: new Map(invitations.map((row) => [row.id, row])),
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

function readSpeaking(eventIds: string[], personIds: string[]) {
  return database()
    .select({
      eventId: speaking.eventId,
      personId: speaking.personId,
      tokenSalt: speaking.tokenSalt,
      assistantSalt: speaking.assistantSalt,
      name: person.name,
    })
    .from(speaking)
    .innerJoin(person, eq(person.id, speaking.personId))
    .where(and(inArray(speaking.eventId, eventIds), inArray(speaking.personId, personIds)))
}

function readInvitations(ids: string[]) {
  return database()
    .select({ id: invitation.id, sequence: invitation.sequence, email: invitation.email })
    .from(invitation)
    .where(inArray(invitation.id, ids))
}

function distinct(ids: (string | null)[]): string[] {
  return [...new Set(ids)].filter((id) => id !== null)
}
