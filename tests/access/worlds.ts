import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { addSession } from '#app/features/agenda/domain/add-session.server.ts'
import { addRoom } from '#app/features/agenda/domain/rooms/add-room.server.ts'
import { addTrack } from '#app/features/agenda/domain/rooms/add-track.server.ts'
import { keepImport } from '#app/features/exchange/domain/import-agenda.server.ts'
import { readAgenda } from '#app/features/exchange/domain/read/read-files.ts'
import type { Notice } from '#app/features/invitations/domain/plan-notices.ts'
import { sendNotices } from '#app/features/invitations/domain/send-notices.server.ts'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { askHost } from '#app/features/organizations/domain/ask-host.server.ts'
import { listHostRequests } from '#app/features/organizations/domain/host-requests.server.ts'
import { inviteMember } from '#app/features/organizations/domain/invite-member.server.ts'
import { listMemberInvitations } from '#app/features/organizations/domain/member-invitations.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { mergePeople } from '#app/features/people/domain/duplicates/merge-people.server.ts'
import { saveCover } from '#app/features/pictures/domain/cover.server.ts'
import { saveLogo } from '#app/features/pictures/domain/logos.server.ts'
import { pictureSizes } from '#app/features/pictures/domain/picture-image.server.ts'
import { addPicture } from '#app/features/recap/domain/edit-pictures.server.ts'
import { personalToken } from '#app/features/registration/domain/links/personal-link.server.ts'
import { addVenue } from '#app/features/venues/domain/add-venue.server.ts'
import { systemContext } from '#app/shared/context.ts'
import { type MemberRole, memberRoles } from '#app/shared/vocabulary.ts'
import { connection } from '#db/client.server.ts'
import type { PublishedSession } from '#db/schema/agenda-snapshot.ts'
import { act, agendaVersion, contactProposal, invitation as invitations, outbox } from '#db/schema/index.ts'
import type { SentInvitation } from '#db/schema/sent-invitation.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { category, event } from '#tests/factories/events.ts'
import { noteOf } from '#tests/factories/notes.ts'
import { nextNumber } from '#tests/factories/numbers.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { fileAsked } from '#tests/factories/questions.ts'
import { registration } from '#tests/factories/registrations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { houseNamed } from '#tests/factories/venues.ts'
import { bouncedWorld } from './bounced-world.ts'
import { filmWorld } from './film-world.ts'
import { placesWorld, tieTo } from './places-world.ts'
import { promoted } from './promoted.ts'
import { quotaWorld } from './quota-world.ts'
import { speakingWorld } from './speaking-world.ts'
import { supportedWorld } from './supported-world.ts'

export type World = Awaited<ReturnType<typeof world>>

/**
 * An organization with a member of each role and a draft event, all marked with a word of its own. Only the name of the
 * organization is not: others may ask it to join them.
 */
export async function world() {
  const ctx = systemContext('test')
  const mark = `Riêng-${nextNumber()}-Tư`
  const words = { vi: `${mark} vi`, en: `${mark} en` }
  const body = await organization()
  const made = await event({
    title: words,
    hosts: [body],
    publishedAt: null,
    securityAsks: ['affiliation', 'arrival'],
    slug: `private-${nextNumber()}`,
  })
  const room = await addRoom(ctx, { eventId: made.id, name: words })
  const track = await addTrack(ctx, { eventId: made.id, name: words })
  const slot = { startsAt: made.startsAt, endsAt: made.endsAt }
  const talk = { eventId: made.id, kind: 'talk', title: words, ...slot } as const
  const session = await addSession(ctx, talk)
  await shownTo(made.id, session.id, words, slot)
  const invitation = await invited(made.id, session.id, words)
  const speaker = await addPerson(ctx, { eventId: made.id, name: mark })
  const [other, gone] = [await known(made.id, mark), await known(made.id, mark)]
  const { mergeId } = await mergePeople(ctx, { eventId: made.id, keptId: other, goneId: gone })
  const speaking = await speakingWorld(made.id, session.id, invitation)
  const imported = await keepImport(ctx, {
    eventId: made.id,
    fileName: mark,
    agenda: readAgenda([`ID,Date,Start,Minutes,Title\n1,2027-03-11,18:00,30,${mark}`]),
  })
  const { guests, seated, registered, mail, answer } = await registeredFor(made, words, mark)
  const members = {} as Record<MemberRole, Awaited<ReturnType<typeof memberOf>>>
  for (const role of memberRoles) members[role] = await memberOf(body, role, { name: `${mark} ${role}` })
  const proposed = await contactProposed(made.id, speaker.id)
  const colleague = await memberOf(body, 'door', { name: `${mark} other` })
  const house = await addVenue(ctx, { eventId: made.id, details: houseNamed(words) })
  const noteId = (await noteOf(made, { text: words })).id
  return {
    mark,
    body,
    members,
    params: {
      event: made.slug,
      category: guests.id,
      session: session.id,
      invitation,
      room: room.id,
      venue: house.id,
      ...(await promoted(made.id, body.id, words)),
      ...(await filmWorld(made.id, words, await smallImage())),
      ...speaking,
      import: imported,
      window: room.id,
      act: await doneTo(made.id),
      portrait: room.id,
      note: noteId,
      picture: await pictured(made.id, body.id, mark),
      ...(await carriedBy(body, words, mark, { eventId: made.id, sessionId: session.id, noteId })),
      ...(await quotaWorld({ eventId: made.id, organizationId: body.id, categoryId: guests.id }, mark)),
      kind: 'confirmed',
      ground: 'logo',
      track: track.id,
      registration: registered.id,
      answer,
      token: personalToken(seated.tokenSalt),
      ...(await bouncedWorld(mail)),
      organization: body.slug,
      account: colleague.id,
      contact: proposed,
      membership: await invitedTo(body.id, mark),
      request: await askedTo(made.id, (await organization()).id),
      hosting: await askedTo((await event({ publishedAt: null })).id, body.id),
      person: speaker.id,
      other,
      merge: mergeId,
    },
    cookieOf: (role: MemberRole) => signInCookieOf(members[role]),
  }
}

/** A guest with a seat, and one who waits for an answer and was written to. */
async function registeredFor(
  made: Awaited<ReturnType<typeof event>>,
  words: { vi: string; en: string },
  mark: string,
) {
  const guests = await category(made, { name: words, needsApproval: true })
  const seated = await registration(guests, { name: mark, affiliation: mark })
  const registered = await registration(guests, { name: mark, affiliation: mark, state: 'pending' })
  await queueMail({
    kind: 'received',
    locale: 'vi',
    recipientName: mark,
    recipientEmail: registered.email,
    eventId: made.id,
    registrationId: registered.id,
    facts: {},
  })
  const [mail] = await database()
    .select({ id: outbox.id })
    .from(outbox)
    .where(eq(outbox.registrationId, registered.id))
  const answer = await fileAsked(made, words, [seated, registered], `${mark}.pdf`)
  return { guests, seated, registered, mail, answer }
}

/** A body is asked to host an event; answers the id of the request. */
async function askedTo(eventId: string, organizationId: string) {
  await askHost(systemContext('test'), { eventId, organizationId })
  return String((await listHostRequests(eventId))[0]?.id)
}

/** Somebody was asked to join the organization of the world; answers the id of the invitation. */
async function invitedTo(organizationId: string, mark: string) {
  const ctx = systemContext('test')
  const email = `joining-${nextNumber()}@example.org`
  await inviteMember(ctx, { organizationId, name: `${mark} joining`, email, role: 'door', locale: 'vi' })
  const [row] = await listMemberInvitations(organizationId)
  return String(row?.id)
}

/** Somebody would change how a person of the world is reached. */
async function contactProposed(eventId: string, personId: string) {
  const change = { email: 'elsewhere@example.org' }
  const [row] = await database().insert(contactProposal).values({ eventId, personId, change }).returning()
  return String(row?.id)
}

/** A version of the agenda, as its event will show it one day. */
async function shownTo(
  eventId: string,
  id: string,
  title: { vi: string; en: string },
  slot: { startsAt: Date; endsAt: Date },
) {
  const shown: PublishedSession = {
    id,
    slug: 'talk',
    kind: 'talk',
    title,
    abstract: {},
    languages: ['vi'],
    interpretation: [],
    films: [],
    capacity: null,
    signUp: false,
    trackId: null,
    roomId: null,
    appearances: [],
    startsAt: slot.startsAt.toISOString(),
    endsAt: slot.endsAt.toISOString(),
  }
  const agenda = { rooms: [], tracks: [], people: [], sessions: [shown] }
  await database().insert(agendaVersion).values({ eventId, number: 1, agenda })
}

/** Something that was done and can still be taken back. */
async function doneTo(eventId: string) {
  const heldUntil = new Date(Date.now() + 3_600_000)
  const row = { eventId, actorName: 'test', verb: 'event.edited', heldUntil }
  const [made] = await database().insert(act).values(row).returning({ id: act.id })
  return String(made?.id)
}

/** A draft of an initiative with all its parts, which names the event, and who joined it. */
async function carriedBy(
  body: { id: string },
  words: { vi: string; en: string },
  mark: string,
  names: Parameters<typeof tieTo>[1],
) {
  const draft = await placesWorld(body, words, await smallImage())
  await tieTo(draft.initiative, names)
  const supported = await supportedWorld(draft.initiative, mark)
  return { ...draft, ...supported }
}

const smallImage = () =>
  sharp({ create: { width: 200, height: 200, channels: 3, background: '#456' } })
    .png()
    .toBuffer()

async function pictured(eventId: string, organizationId: string, credit: string) {
  const image = await smallImage()
  const words = {
    caption: { vi: credit, en: '' },
    alt: { vi: credit, en: '' },
    credit: { vi: credit, en: '' },
  }
  const ctx = systemContext('test')
  const details = { alt: { vi: credit, en: credit }, credit: words.credit, focalX: 50, focalY: 50 }
  const made = await pictureSizes(image)
  await saveCover(ctx, { eventId, made, details })
  await saveLogo(ctx, { organizationId, ground: 'logo', made })
  return addPicture(ctx, { eventId, image, words })
}

const known = async (eventId: string, name: string) =>
  (await addPerson(systemContext('test'), { eventId, name })).id

/** Somebody with the event's word as a name is asked to the session; answers the id of the invitation. */
async function invited(eventId: string, sessionId: string, title: { vi: string }) {
  const ctx = systemContext('test')
  const email = `invited-${nextNumber()}@example.org`
  const { id, name } = await addPerson(ctx, { eventId, name: title.vi, email })
  const startsAt = new Date(Date.now() + 24 * 60 * 60_000)
  const sent: SentInvitation = {
    slug: 'talk',
    kind: 'talk',
    title,
    room: null,
    venue: null,
    roles: ['speaker'],
    minutes: null,
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + 60 * 60_000).toISOString(),
  }
  const notice: Notice = {
    personId: id,
    sessionId,
    invitationId: null,
    kind: 'asked',
    method: 'REQUEST',
    sequence: 0,
    sent,
    before: null,
    answer: 'needs-action',
    to: { name, email, locale: 'vi', assistantEmail: null },
  }
  await withTransaction((tx) => sendNotices(ctx, tx, { eventId, notices: [notice] }))
  const [row] = await database()
    .select({ id: invitations.id })
    .from(invitations)
    .where(eq(invitations.personId, id))
  return String(row?.id)
}

/** Everything that is stored, as one text a table; who is signed in and whose turn it is come and go. */
export async function everything(): Promise<Record<string, string>> {
  const { sql } = connection()
  const tables = await sql<{ name: string }[]>`
    select tablename as name from pg_tables
    where schemaname = 'public' and tablename not in ('sign_in', 'rate_limit') order by 1`
  const rows = tables.map(async ({ name }) => {
    const [all] = await sql.unsafe(
      `select md5(string_agg(t::text, '|' order by t::text)) as sum from "${name}" t`,
    )
    return [name, String(all?.sum)] as const
  })
  return Object.fromEntries(await Promise.all(rows))
}
