import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { loader as agendaPage } from '#app/features/agenda/agenda.tsx'
import { addSession } from '#app/features/agenda/domain/add-session.server.ts'
import { addRoom } from '#app/features/agenda/domain/rooms/add-room.server.ts'
import { loader as sessionPage } from '#app/features/agenda/session.tsx'
import { loader as agendaFeed } from '#app/features/calendar/agenda-feed.ts'
import { loader as sitemap } from '#app/features/events/feeds/sitemap.ts'
import { loader as scheduleJson } from '#app/features/exchange/agenda-json.ts'
import { publishAgenda } from '#app/features/publishing/domain/publish-agenda.server.ts'
import { previewIn } from '#app/organize/preview-answer.ts'
import type { FormValues } from '#app/shared/forms/form-values.ts'
import { flatten } from '#app/shared/forms/merge.ts'
import { act, outbox, venue as venues } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { importDesk } from '#tests/factories/import-desk.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { listVenues } from '../events/domain/venues.server.ts'
import { addVenue } from './domain/add-venue.server.ts'
import { removeVenue } from './domain/remove-venue.server.ts'
import * as venuePage from './organize/venue-page.tsx'
import { action as removal } from './organize/venue-removal.ts'
import * as venuesPage from './organize/venues.tsx'
import { loader as publicVenue } from './venue.tsx'

const { db } = await testDatabase()
type Loader = (args: { request: Request; params: Record<string, string>; context: object }) => unknown

/** What a loader gives, whether it made a page or a whole Response. */
async function ask(loader: unknown, path: string, params: Record<string, string>) {
  const given = await (loader as Loader)({ request: getPage(path), params, context: {} })
  if (given instanceof Response) return { text: await given.text(), headers: given.headers }
  const { data, init } = given as { data: object; init: ResponseInit }
  return { text: JSON.stringify(data), headers: new Headers(init.headers) }
}

const details = {
  name: { vi: 'Rạp Lê Độ', en: 'Lê Độ Cinema' },
  address: '46 Trần Phú',
  city: { vi: 'Đà Nẵng', en: 'Da Nang' },
  country: 'VN',
  latitude: 16.0678,
  longitude: 108.2237,
  wayThere: { vi: 'Mười phút từ cầu Rồng.', en: 'Ten minutes from the Dragon Bridge.' },
  entrance: {},
  parking: {},
  stepFree: 'yes' as const,
  lift: null,
}

/** A published festival day with one session in a cinema and one at the main venue. */
async function festival() {
  const made = await event()
  const cinema = await addVenue(system(), { eventId: made.id, details })
  const screen = await addRoom(system(), {
    eventId: made.id,
    name: { vi: 'Phòng 1', en: 'Screen 1' },
    venueId: cinema.id,
  })
  const hall = await addRoom(system(), { eventId: made.id, name: { vi: 'Sảnh', en: 'Hall' } })
  const slot = { startsAt: made.startsAt, endsAt: made.endsAt }
  const add = (title: string, roomId: string) =>
    addSession(system(), { eventId: made.id, kind: 'talk', title: { vi: title, en: title }, roomId, ...slot })
  const film = await add('Phim', screen.id)
  const talk = await add('Trò chuyện', hall.id)
  await publishAgenda(system(), { eventId: made.id })
  return { made, cinema, film, talk }
}

describe('the public page of a venue', () => {
  it('says where it is, how one gets there and what happens there, and is kept like the others', async () => {
    const { made, cinema, film, talk } = await festival()
    const params = { lang: 'vi', event: made.slug, venue: cinema.slug }
    const { text, headers } = await ask(publicVenue, '/vi', params)
    for (const words of ['46 Trần Phú', 'Mười phút từ cầu Rồng.', 'Phòng 1', film.slug])
      expect(text).toContain(words)
    const { sessions, head } = JSON.parse(text)
    expect(sessions).toMatchObject([{ slug: film.slug }])
    expect(talk.slug).not.toBe(film.slug)
    expect(head.structured[0]).toMatchObject({
      '@type': 'Place',
      name: 'Rạp Lê Độ',
      address: { streetAddress: '46 Trần Phú', addressLocality: 'Đà Nẵng', addressCountry: 'VN' },
      geo: { latitude: 16.0678, longitude: 108.2237 },
      amenityFeature: [{ name: 'Step-free access', value: true }],
    })
    expect(headers.get('Page-Tags')).toBe(`event:${made.id}`)
    await expect(ask(publicVenue, '/vi', { ...params, venue: 'nowhere' })).rejects.toMatchObject({
      code: 'venue-missing',
    })
  })

  it('is found from agenda, session and sitemap, which say the address too', async () => {
    const { made, cinema, film } = await festival()
    const path = `/vi/events/${made.slug}/venues/${cinema.slug}`
    const session = await ask(sessionPage, '/vi', { lang: 'vi', event: made.slug, session: film.slug })
    expect(JSON.parse(session.text).where).toEqual({
      address: 'Rạp Lê Độ, 46 Trần Phú, Đà Nẵng, Việt Nam',
      venue: cinema.slug,
    })
    expect((await ask(agendaPage, '/vi', { lang: 'vi', event: made.slug })).text).toContain(cinema.slug)
    expect((await ask(sitemap, '/sitemap.xml', {})).text).toContain(path)
    await removeVenue(system(), { eventId: made.id, venueId: cinema.id })
    const after = await ask(sessionPage, '/vi', { lang: 'vi', event: made.slug, session: film.slug })
    expect(JSON.parse(after.text).where).toMatchObject({ address: expect.stringContaining('46 Trần Phú') })
  })
})

describe('calendars and schedules', () => {
  it('say of a session where its own house is, on the map too, as long as it is the same house', async () => {
    const { made, cinema } = await festival()
    const feed = async () => {
      const { text } = await ask(agendaFeed, '/x?lang=en', { event: made.slug })
      return text.replace(/\r\n /g, '')
    }
    const blocks = (await feed()).split('BEGIN:VEVENT')
    const film = blocks.find((block) => block.includes(':Phim'))
    expect(film).toContain('Screen 1\\, Lê Độ Cinema\\, 46 Trần Phú')
    expect(film).toContain('GEO:16.0678;108.2237')
    expect(blocks.find((block) => block.includes(':Trò chuyện'))).not.toContain('GEO:')
    await db.update(venues).set({ address: '1 Bạch Đằng' }).where(eq(venues.id, cinema.id))
    expect(await feed()).not.toContain('GEO:')
  })

  it('carry the address of every room out and in again', async () => {
    const { made } = await festival()
    const { text } = await ask(scheduleJson, '/x?lang=vi', { event: made.slug })
    const { paste, look, apply, made: other } = await importDesk(made.timeZone)
    const id = await paste(text)
    expect(await look(id)).toMatchObject({ newRooms: ['Phòng 1', 'Sảnh'] })
    await apply(id)
    const houses = await listVenues(other.id)
    expect(houses).toMatchObject([
      { isMain: true, roomIds: [expect.any(String)] },
      { name: { vi: 'Rạp Lê Độ' }, address: '46 Trần Phú, Đà Nẵng, Việt Nam', roomIds: [expect.any(String)] },
    ])
    await apply(await paste(text))
    expect(await listVenues(other.id)).toEqual(houses)
  })
})

describe('the desk', () => {
  async function desk() {
    const body = await organization()
    const made = await event({ hosts: [body] })
    const cookie = await signInCookieOf(await memberOf(body, 'organizer'))
    const args = (fields: Record<string, string> | null, more: Record<string, string> = {}) => ({
      request: fields ? postForm('/organize', fields, cookie) : getPage('/organize', cookie),
      params: { event: made.slug, ...more },
      context: {},
    })
    const form = async (id: string) => {
      const { data } = await venuePage.loader(args(null, { venue: id }))
      return { ...flatten(data.values as FormValues), base: data.base }
    }
    return { made, args, form }
  }

  it('adds a venue, and gives back what was typed with what is wrong', async () => {
    const { made, args } = await desk()
    const texts = ['name', 'city', 'wayThere', 'entrance', 'parking'].flatMap((name) => [
      `${name}.vi`,
      `${name}.en`,
    ])
    const blank = Object.fromEntries(
      [...texts, 'address', 'country', 'latitude', 'longitude'].map((name) => [name, '']),
    )
    const fields = { ...blank, 'name.vi': 'Rạp', latitude: '16,07', longitude: '108.22' }
    expect(await venuesPage.action(args(fields))).toMatchObject({ status: 303 })
    expect(await listVenues(made.id)).toMatchObject([{}, { latitude: 16.07, longitude: 108.22 }])
    for (const [wrong, field] of [
      [{ ...fields, longitude: '' }, 'latitude'],
      [{ ...fields, latitude: 'north' }, 'latitude'],
      [{ ...fields, country: 'Vietnam' }, 'country'],
      [{ ...blank, country: 'VN' }, 'name'],
    ] as const) {
      const refused = (await venuesPage.action(args(wrong))) as {
        data: { errors: object; values: object }
        init: { status: number }
      }
      expect([refused.init.status, Object.keys(refused.data.errors)]).toEqual([400, [field]])
      expect(flatten(refused.data.values as FormValues)).toMatchObject(wrong)
    }
    expect(await listVenues(made.id)).toHaveLength(2)
  })

  it('saves beside what others saved, and shows first what many would be told', async () => {
    const { made, args, form } = await desk()
    for (let n = 0; n < 2; n++) await registration(made.guest, { state: 'confirmed' })
    const at = { venue: made.venueId ?? '' }
    const mine = await form(at.venue)
    const theirs = { ...mine, 'wayThere.en': 'Red line to Harvard' }
    expect(await venuePage.action(args(theirs, at))).toMatchObject({ status: 303 })
    const moved = { ...mine, address: '7 Harvard Yard' }
    const shown = await venuePage.action(args(moved, at))
    const preview = 'data' in shown ? previewIn(shown.data) : null
    expect(preview?.mails).toBe(2)
    expect(await db.select().from(outbox).where(eq(outbox.eventId, made.id))).toEqual([])
    const answered = { ...moved, previewed: preview?.print ?? '' }
    expect(await venuePage.action(args(answered, at))).toMatchObject({ status: 303 })
    expect(await listVenues(made.id)).toMatchObject([
      { address: '7 Harvard Yard', wayThere: { en: 'Red line to Harvard' } },
    ])
    expect(await db.select().from(outbox).where(eq(outbox.eventId, made.id))).toHaveLength(2)
  })

  it('makes another venue the main one, and takes one away so that it can come back', async () => {
    const { made, args, form } = await desk()
    const { id } = await addVenue(system(), { eventId: made.id, details })
    const chosen = { ...(await form(id)), isMain: 'on' }
    expect(await venuePage.action(args(chosen, { venue: id }))).toMatchObject({ status: 303 })
    expect(await listVenues(made.id)).toMatchObject([{ id, isMain: true }, { id: made.venueId }])
    expect(await removal(args({}, { venue: made.venueId ?? '' }))).toMatchObject({ status: 303 })
    expect(await listVenues(made.id)).toMatchObject([{ id }])
    const acts = await db.select().from(act).where(eq(act.eventId, made.id))
    expect(acts.map(({ verb }) => verb).sort()).toEqual(['venue.edited', 'venue.removed'])
  })
})
