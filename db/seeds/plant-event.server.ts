import { eq, inArray, sql } from 'drizzle-orm'
import { addAppearance } from '#app/features/agenda/domain/add-appearance.server.ts'
import { addSession } from '#app/features/agenda/domain/add-session.server.ts'
import { addRoom } from '#app/features/agenda/domain/rooms/add-room.server.ts'
import { addTrack } from '#app/features/agenda/domain/rooms/add-track.server.ts'
import { createEvent } from '#app/features/events/domain/create-event.server.ts'
import { placeInSeries } from '#app/features/events/domain/listing/place-in-series.server.ts'
import { instantOfLocal } from '#app/features/events/domain/local-time.server.ts'
import { publishEvent } from '#app/features/events/domain/publish-event.server.ts'
import { listVenues } from '#app/features/events/domain/venues.server.ts'
import { addHost } from '#app/features/organizations/domain/add-host.server.ts'
import { getHostWords, saveHostWords } from '#app/features/organizations/domain/host-words.server.ts'
import { getPlaceRules } from '#app/features/own-agenda/domain/places/get-place-rules.server.ts'
import { setPlaceRules } from '#app/features/own-agenda/domain/places/set-place-rules.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { publishAgenda } from '#app/features/publishing/domain/publish-agenda.server.ts'
import { addVenue } from '#app/features/venues/domain/add-venue.server.ts'
import type { Context } from '#app/shared/context.ts'
import { write } from '#app/shared/i18n/translated-text.ts'
import { event, person, series } from '../schema/index.ts'
import { database } from '../transaction.server.ts'
import { plantCatalogue, plantScreenings } from './festival/plant-catalogue.server.ts'
import { plantCover } from './plant-cover.server.ts'
import type { Bilingual, SeedEvent, SeedPerson, SeedVenue } from './world.ts'

const keptAfterEvent = 365 * 24 * 3_600_000

/** One event with its hosts, rooms, people and published agenda; nothing when its address is taken. */
export async function plantEvent(
  ctx: Context,
  seed: SeedEvent,
  people: SeedPerson[],
  organizations: Map<string, string>,
): Promise<void> {
  const [known] = await database().select({ id: event.id }).from(event).where(eq(event.slug, seed.slug))
  if (known) return
  const eventId = await plantFrame(ctx, seed, organizations)
  if (seed.cover) await plantCover(ctx, eventId, seed.cover)
  if (seed.series) await plantSeries(ctx, eventId, seed.series)
  const rooms = new Map<string, string>()
  const venues = await plantVenues(ctx, eventId, seed)
  for (const { key, name, venue: place, capacity } of seed.rooms) {
    const venueId = place && venues.get(place)
    const size = { ...(venueId && { venueId }), ...(capacity && { capacity }) }
    rooms.set(key, (await addRoom(ctx, { eventId, name: write(name), ...size })).id)
  }
  const tracks = new Map<string, string>()
  for (const { key, name, colour } of seed.tracks) {
    tracks.set(key, (await addTrack(ctx, { eventId, name: write(name), ...(colour && { colour }) })).id)
  }
  const persons = await plantPeople(ctx, eventId, seed, people)
  const films = seed.catalogue ? await plantCatalogue(ctx, eventId, seed.catalogue) : new Map()
  const shown = new Map<string, string[]>()
  for (const {
    room,
    track,
    starts,
    ends,
    appearances,
    title,
    abstract,
    slug,
    kind,
    languages,
    seats,
    films: keys = [],
  } of seed.sessions) {
    const roomId = room && rooms.get(room)
    const trackId = track && tracks.get(track)
    const session = await addSession(ctx, {
      eventId,
      slug,
      kind,
      languages,
      title: write(title),
      abstract: wordsOf(abstract),
      startsAt: at(starts, seed),
      endsAt: at(ends, seed),
      ...(roomId && { roomId }),
      ...(trackId && { trackId }),
      ...(seats && { capacity: seats, signUp: true }),
    })
    if (keys.length > 0)
      shown.set(
        session.id,
        keys.map((key) => films.get(key) ?? ''),
      )
    for (const { person: key, role, minutes } of appearances) {
      const personId = persons.get(key) ?? ''
      await addAppearance(ctx, { sessionId: session.id, personId, role, ...(minutes && { minutes }) })
    }
  }
  await plantScreenings(ctx, eventId, shown)
  if (seed.places) {
    const rules = { ...seed.places, opens: {} }
    await setPlaceRules(ctx, { eventId, seen: await getPlaceRules(eventId), rules })
  }
  if (seed.sessions.length > 0) await publishAgenda(ctx, { eventId })
  await publishEvent(ctx, { eventId })
}

/** Editions of one series are planted one by one: the first makes the series, the others find it by its name. */
async function plantSeries(
  ctx: Context,
  eventId: string,
  { name, edition }: NonNullable<SeedEvent['series']>,
) {
  const [known] = await database()
    .select({ id: series.id })
    .from(series)
    .where(sql`${series.name} ->> 'vi' = ${name.vi}`)
  await placeInSeries(ctx, { eventId, series: known ?? { name }, edition })
}

async function plantFrame(
  ctx: Context,
  seed: SeedEvent,
  organizations: Map<string, string>,
): Promise<string> {
  const {
    slug,
    kind,
    title,
    summary,
    description,
    notice,
    theme,
    timeZone,
    accent,
    contactEmail,
    capacity,
    waitlist,
  } = seed
  const [first, ...others] = seed.hosts.map((host) => organizations.get(host) ?? '')
  const [parent] = seed.parent
    ? await database().select({ id: event.id }).from(event).where(eq(event.slug, seed.parent))
    : []
  const endsAt = at(seed.ends, seed)
  const { id: eventId } = await createEvent(ctx, {
    slug,
    kind,
    title,
    summary,
    description,
    notice,
    timeZone,
    accent,
    contactEmail,
    entry: seed.entry ?? null,
    ticketsUrl: null,
    capacity,
    waitlist,
    theme: theme ?? {},
    place: detailsOf(seed.venue),
    startsAt: at(seed.starts, seed),
    endsAt,
    offerHours: 48,
    asksAddress: false,
    remindsDayBefore: true,
    remindsHourBefore: true,
    asksFeedback: true,
    registrationOpensAt: at(seed.registration.opens, seed),
    registrationClosesAt: at(seed.registration.closes, seed),
    retainUntil: new Date(endsAt.getTime() + keptAfterEvent),
    organizationId: first ?? '',
    ...(parent && { parentId: parent.id }),
    categories: seed.categories.map((category) => ({
      code: category.code,
      name: category.name,
      description: category.description ?? {},
      capacity: category.capacity ?? null,
      needsApproval: category.needsApproval ?? false,
      emailDomains: category.emailDomains ?? [],
      accessCode: category.accessCode ?? null,
      companionLimit: category.companionLimit ?? 0,
    })),
  })
  await database().update(event).set({ isDemo: true }).where(eq(event.id, eventId))
  for (const organizationId of others) await addHost(ctx, { eventId, organizationId })
  for (const [slug, title] of Object.entries(seed.hostTitles ?? {})) {
    const seen = await getHostWords(eventId, slug)
    await saveHostWords(ctx, { eventId, slug, seen, words: { title, greeting: {} } })
  }
  return eventId
}

async function plantPeople(ctx: Context, eventId: string, seed: SeedEvent, people: SeedPerson[]) {
  const keys = new Set(seed.sessions.flatMap((session) => session.appearances.map((one) => one.person)))
  const known = keys.size
    ? await database()
        .select()
        .from(person)
        .where(inArray(person.slug, [...keys]))
    : []
  const ids = new Map(known.map((one) => [one.slug, one.id]))
  for (const one of people) {
    if (!keys.has(one.key) || ids.has(one.key)) continue
    const { name, precedence, pronunciation } = one
    const added = await addPerson(ctx, {
      eventId,
      name,
      precedence,
      ...(pronunciation && { pronunciation }),
      honorific: wordsOf(one.honorific),
      position: wordsOf(one.position),
      affiliation: wordsOf(one.affiliation),
      biography: wordsOf(one.biography),
    })
    await database().update(person).set({ isDemo: true }).where(eq(person.id, added.id))
    ids.set(one.key, added.id)
  }
  return ids
}

/** The houses of the rooms beside the event's own: one that has several rooms is one venue. */
async function plantVenues(ctx: Context, eventId: string, seed: SeedEvent): Promise<Map<SeedVenue, string>> {
  const [main] = await listVenues(eventId)
  const made = new Map<SeedVenue, string>(main ? [[seed.venue, main.id]] : [])
  for (const { venue } of seed.rooms) {
    if (!venue || made.has(venue)) continue
    made.set(venue, (await addVenue(ctx, { eventId, details: detailsOf(venue) })).id)
  }
  return made
}

function detailsOf({ address, wayThere, entrance, parking, stepFree, lift, ...known }: SeedVenue) {
  return {
    ...known,
    address: address ?? '',
    latitude: null,
    longitude: null,
    wayThere: wayThere ?? {},
    entrance: entrance ?? {},
    parking: parking ?? {},
    stepFree: stepFree ?? null,
    lift: lift ?? null,
  }
}

const wordsOf = (words: Bilingual | undefined) => (words ? write(words) : {})

function at(local: string, { timeZone, slug }: SeedEvent): Date {
  const instant = instantOfLocal(local, timeZone)
  if (typeof instant === 'string')
    throw new Error(`Seed ${slug}: ${local} is no time in ${timeZone} (${instant})`)
  return instant
}
