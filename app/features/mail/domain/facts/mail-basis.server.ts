import { and, eq, inArray, sql } from 'drizzle-orm'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { MailKind, OwnWordKind } from '#app/shared/vocabulary.ts'
import {
  announcement,
  event,
  guestCategory,
  host,
  invitation,
  note,
  organization,
  person,
  registration,
  speaking,
  venue,
} from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { type CampaignBasis, findCampaigns, listSubscribed } from '../campaign/campaign-basis.server.ts'
import { findOwnProgrammes, type OwnProgramme } from '../reminders/own-programme.server.ts'
import { type GuestBasis, listGuestInvitations } from './guest-facts.server.ts'
import { type IntroductionBasis, listIntroductions } from './introduction-facts.server.ts'
import { reminderIsOwed } from './owed-reminder.ts'
import type { StoredFacts } from './stored-facts.ts'

export type RegistrationBasis = Awaited<ReturnType<typeof listRegistrations>>[number]
export type StoredWords = { kind: OwnWordKind; subject: TranslatedText; opening: TranslatedText }
export type EventBasis = Awaited<ReturnType<typeof listEvents>>[number] & { hosts: string[] }
export type SpeakingBasis = Awaited<ReturnType<typeof listSpeaking>>[number]
export type InvitationBasis = Awaited<ReturnType<typeof listInvitations>>[number]
export type AnnouncementBasis = Awaited<ReturnType<typeof listAnnouncements>>[number]
export type ActionBasis = Awaited<ReturnType<typeof listActions>>[number]
export type MailBasis = {
  registrations: Map<string, RegistrationBasis>
  events: Map<string, EventBasis>
  /** By `speakingKey`. */
  speaking: Map<string, SpeakingBasis>
  invitations: Map<string, InvitationBasis>
  /** How many texts wait for a word of these speakers, by `speakingKey`. */
  openWords: Map<string, number>
  actions: Map<string, ActionBasis>
  announcements: Map<string, AnnouncementBasis>
  /** By registration, for those who are reminded. */
  programmes: Map<string, OwnProgramme>
  /** Invitations of hosts' own guests. */
  guests: Map<string, GuestBasis>
  introductions: Map<string, IntroductionBasis>
  campaigns: Map<string, CampaignBasis>
  /** Recipients of campaigns who are still on the list by which they are reached. */
  subscribed: Set<number>
  /** The moment of which a shown mail is true; one that is sent is true of the moment itself. */
  now?: Date
}
type Subject = {
  kind: MailKind
  campaignId: string | null
  registrationId: string | null
  eventId: string | null
  invitationId: string | null
  facts: Record<string, unknown>
}

export const speakingKey = (eventId: string, personId: string) => `${eventId} ${personId}`

/** How things stand now for what these mails are about: seventeen statements at most, however many mails. */
export async function findMailBasis(mails: Subject[]): Promise<MailBasis> {
  const registrationIds = distinct(mails.map((mail) => mail.registrationId))
  const announcementIds = distinct(mails.map((mail) => (mail.facts as StoredFacts).announcement?.id ?? null))
  const announcements = announcementIds.length > 0 ? await listAnnouncements(announcementIds) : []
  // A mail to members of a host body is in no event's outbox: what it announces says which event it is about.
  // Nor is one to a host's own guest.
  const guests = await listGuestInvitations(
    mails.flatMap(({ facts }) => (facts as StoredFacts).guest?.id ?? []),
  )
  const eventIds = distinct([...mails, ...announcements, ...guests].map((one) => one.eventId))
  const invitationIds = distinct(mails.map((mail) => mail.invitationId))
  const personIds = distinct(mails.map(speakerOf))
  const actionIds = distinct(mails.map((mail) => (mail.facts as StoredFacts).action?.noteId ?? null))
  const askedIds = distinct(mails.map((mail) => (mail.kind === 'words-to-confirm' ? speakerOf(mail) : null)))
  const remindedIds = distinct(mails.map((mail) => (mail.kind === 'reminder' ? mail.registrationId : null)))
  const introducedIds = distinct(mails.map(({ facts }) => (facts as StoredFacts).introduction?.id ?? null))
  const promotions = mails.filter(({ kind }) => kind === 'campaign')
  const [
    registrations,
    events,
    hosts,
    speakers,
    invitations,
    words,
    actions,
    programmes,
    introductions,
    campaigns,
    subscribed,
  ] = await Promise.all([
    registrationIds.length > 0 ? listRegistrations(registrationIds) : [],
    eventIds.length > 0 ? listEvents(eventIds) : [],
    eventIds.length > 0 ? listHosts(eventIds) : [],
    personIds.length > 0 ? listSpeaking(eventIds, personIds) : [],
    invitationIds.length > 0 ? listInvitations(invitationIds) : [],
    askedIds.length > 0 ? countOpenWords(eventIds, askedIds) : [],
    actionIds.length > 0 ? listActions(actionIds) : [],
    remindedIds.length > 0 ? findOwnProgrammes(remindedIds) : new Map<string, OwnProgramme>(),
    introducedIds.length > 0 ? listIntroductions(introducedIds) : [],
    findCampaigns(distinct(promotions.map(campaignOf))),
    listSubscribed(promotions.flatMap(({ facts }) => (facts as StoredFacts).campaign?.recipient ?? [])),
  ])
  const hostsOf = (id: string) => hosts.filter((one) => one.eventId === id).map((one) => one.name)
  return {
    registrations: new Map(registrations.map((row) => [row.id, row])),
    events: new Map(events.map((row) => [row.event.id, { ...row, hosts: hostsOf(row.event.id) }])),
    speaking: new Map(speakers.map((row) => [speakingKey(row.eventId, row.personId), row])),
    invitations: new Map(invitations.map((row) => [row.id, row])),
    openWords: new Map(words.map((row) => [speakingKey(row.eventId, row.personId), Number(row.count)])),
    actions: new Map(actions.map((row) => [row.id, row])),
    announcements: new Map(announcements.map((row) => [row.id, row])),
    programmes,
    guests: new Map(guests.map((row) => [row.id, row])),
    introductions: new Map(introductions.map((row) => [row.id, row])),
    campaigns,
    subscribed,
  }
}

const campaignOf = ({ campaignId, facts }: Subject) =>
  campaignId ?? (facts as StoredFacts).campaign?.tried ?? null

function listRegistrations(ids: string[]) {
  return database()
    .select({
      id: registration.id,
      state: registration.state,
      reminded: registration.reminded,
      tokenSalt: registration.tokenSalt,
      ticketCode: registration.ticketCode,
      companions: registration.companions,
      companionNames: registration.companionNames,
      wishedCompanions: registration.wishedCompanions,
      offerExpiresAt: registration.offerExpiresAt,
      /** Whether they said already how the event was. */
      hasAnswered: sql<boolean>`exists (select from feedback f where f.registration_id = ${registration.id})`,
      category: guestCategory.name,
      /** How the host calls the event whose own guest they are. */
      hostTitle: sql<TranslatedText | null>`(
        select h.title from guest_invitation g join quota q on q.id = g.quota_id
        join host h on h.event_id = q.event_id and h.organization_id = q.organization_id
        where g.registration_id = ${registration.id} and g.state = 'accepted' limit 1
      )`,
    })
    .from(registration)
    .innerJoin(guestCategory, eq(guestCategory.id, registration.categoryId))
    .where(inArray(registration.id, ids))
}

/** What the organizers wrote themselves into mails of this event. */
const ownWords = sql<StoredWords[]>`coalesce((
  select jsonb_agg(jsonb_build_object('kind', w.kind, 'subject', w.subject, 'opening', w.opening))
  from mail_words w where w.event_id = ${event.id}
), '[]')`

/** Its venues as their pages are called: a session may be in another than the main one. */
const houses = sql<{ slug: string; name: TranslatedText }[]>`coalesce((
  select jsonb_agg(jsonb_build_object('slug', v.slug, 'name', v.name)) from venue v where v.event_id = ${event.id}
), '[]')`

/** Whether readers find its recap. */
const hasRecap = sql<boolean>`exists (
  select from recap p where p.event_id = ${event.id} and p.published_number is not null
)`

function listEvents(ids: string[]) {
  return database()
    .select({ event, venue, words: ownWords, hasRecap, houses })
    .from(event)
    .leftJoin(venue, eq(venue.id, event.venueId))
    .where(inArray(event.id, ids))
}

function listHosts(ids: string[]) {
  return database()
    .select({ eventId: host.eventId, name: organization.shortName })
    .from(host)
    .innerJoin(organization, eq(organization.id, host.organizationId))
    .where(inArray(host.eventId, ids))
    .orderBy(host.position)
}

function listSpeaking(eventIds: string[], personIds: string[]) {
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

function listAnnouncements(ids: string[]) {
  return database()
    .select({
      id: announcement.id,
      eventId: announcement.eventId,
      subject: announcement.subject,
      text: announcement.text,
      audience: announcement.audience,
    })
    .from(announcement)
    .where(inArray(announcement.id, ids))
}

function listInvitations(ids: string[]) {
  return database()
    .select({ id: invitation.id, sequence: invitation.sequence, email: invitation.email })
    .from(invitation)
    .where(inArray(invitation.id, ids))
}

const speakerOf = ({ facts }: Subject) => (facts as StoredFacts).speaking?.personId ?? null

/** Words on the record of these people about which nobody has said anything yet, each language counted. */
async function countOpenWords(eventIds: string[], personIds: string[]) {
  return database().execute<{ eventId: string; personId: string; count: string }>(sql`
    select n.event_id as "eventId", p.kept_id as "personId", count(*) as count
    from note n
    join person p on p.id = n.person_id
    left join session s on s.id = n.session_id
    cross join (values ('vi'), ('en')) l (locale)
    where n.event_id in ${eventIds} and p.kept_id in ${personIds}
      and n.removed_at is null and not n.off_record and not coalesce(s.off_record, false)
      and coalesce(n.text ->> l.locale, '') <> ''
      and not exists (
        select 1 from note_approval a
        where a.note_id = n.id and a.locale = l.locale and a.words = n.text ->> l.locale
      )
    group by 1, 2`)
}

function listActions(ids: string[]) {
  return database()
    .select({
      id: note.id,
      text: note.text,
      dueOn: note.dueOn,
      isOpen: reminderIsOwed,
      ownerId: sql<string | null>`(
        select p.kept_id from person p where p.id = ${note.ownerId}
      )`,
    })
    .from(note)
    .where(inArray(note.id, ids))
}

function distinct(ids: (string | null)[]): string[] {
  return [...new Set(ids)].filter((id) => id !== null)
}
