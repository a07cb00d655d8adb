import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { addRoom } from '#app/features/agenda/domain/rooms/add-room.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { person as people, room as rooms, session as sessions } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import * as room from '../places/room.tsx'
import * as roomRemoval from '../places/room-removal.ts'
import * as roomsPage from '../places/rooms.tsx'
import * as session from './edit-session.tsx'
import * as newSession from './new-session.tsx'
import * as dropping from './session-dropping.ts'

const { db } = await testDatabase()

async function desk() {
  const body = await organization()
  const made = await event({ hosts: [body], timeZone: 'America/New_York' })
  const organizer = await memberOf(body, 'organizer')
  const cookie = await signInCookieOf(organizer)
  const address = `http://localhost:3000/organize/events/${made.slug}/agenda`
  const params = (more: object = {}) => ({ event: made.slug, ...more })
  const post = (fields: [string, string][] | Record<string, string>) =>
    new Request(address, {
      method: 'POST',
      headers: { Cookie: cookie },
      body: new URLSearchParams(fields as Record<string, string>),
    })
  const get = () => new Request(address, { headers: { Cookie: cookie } })
  return { made, organizer, params, post, get }
}

const typed = {
  'title.vi': 'Điện ảnh là nhịp cầu',
  'title.en': 'Film is a bridge',
  'abstract.vi': '',
  'abstract.en': '',
  kind: 'panel',
  track: '',
  room: '',
  startsAt: '',
  minutes: '',
}

describe('a new session', () => {
  it('stands in the draft with its people, found by name without diacritics', async () => {
    const { made, params, post } = await desk()
    const [giang, huyen] = await Promise.all(
      ['Đặng Hoàng Giang', 'Đặng Thái Huyền'].map((name) => addPerson(system(), { eventId: made.id, name })),
    )
    const rows: [string, string][] = [
      ...Object.entries(typed),
      ['languages', 'vi'],
      ['languages', 'en'],
      ...[
        ['Dang Thai Huyen', 'speaker', '10', '2'],
        ['Đặng Hoàng Giang', 'moderator', '', '1'],
        ['', 'speaker', '', '3'],
      ].flatMap(([person, role, turn, place]): [string, string][] => [
        ['person', person ?? ''],
        ['role', role ?? ''],
        ['turn', turn ?? ''],
        ['place', place ?? ''],
      ]),
    ]
    const answer = await newSession.action({ request: post(rows), params: params(), context: {} })
    expect(answer).toMatchObject({ status: 303 })
    expect(await listDraftSessions(made.id)).toMatchObject([
      {
        slug: 'film-is-a-bridge',
        kind: 'panel',
        languages: ['vi', 'en'],
        startsAt: null,
        appearances: [
          { personId: giang?.id, role: 'moderator', minutes: null },
          { personId: huyen?.id, role: 'speaker', minutes: 10 },
        ],
      },
    ])
  })

  it('brings somebody new along, but only when all else is right', async () => {
    const { made, params, post } = await desk()
    const send = (more: Record<string, string>) =>
      newSession.action({ request: post({ ...typed, ...more }), params: params(), context: {} })
    const known = () => db.select().from(people).where(eq(people.name, 'Trần Thị Mới'))
    const row = { person: 'Trần Thị Mới', role: 'speaker', turn: '5', place: '1' }
    expect(await send(row)).toMatchObject({ data: { errors: { person: { 0: {} } } } })
    const wrong = await send({ ...row, newPerson: '0', 'title.vi': '', 'title.en': '' })
    expect(wrong).toMatchObject({ data: { values: { newPerson: ['0'] } } })
    const late = await send({ ...row, newPerson: '0', startsAt: '2025-03-11T18:00' })
    expect(late).toMatchObject({ data: { errors: { minutes: {} } } })
    expect(await known()).toEqual([])
    expect(await send({ ...row, newPerson: '0' })).toMatchObject({ status: 303 })
    const [added] = await known()
    expect(await listDraftSessions(made.id)).toMatchObject([
      { appearances: [{ personId: added?.id, minutes: 5 }] },
    ])
    // Known by now, whether ticked again or not.
    expect(await send({ ...row, newPerson: '0' })).toMatchObject({ status: 303 })
    expect(await known()).toHaveLength(1)
  })

  it.each([
    ['no title', { 'title.vi': '', 'title.en': '' }, { title: { vi: {} } }],
    ['a start without a length', { startsAt: '2025-03-11T18:00' }, { minutes: {} }],
    ['an hour that the clocks skip', { startsAt: '2025-03-09T02:30', minutes: '10' }, { startsAt: {} }],
    ['somebody unknown', { person: 'Ai đó' }, { person: { 0: {} } }],
    ['half a minute', { person: '', turn: '1.5' }, { person: {} }],
    ['sign-up without seats', { signUp: 'on', capacity: '' }, { capacity: {} }],
    ['no such kind', { kind: 'party' }, { kind: {} }],
  ])('with %s is refused with everything typed', async (_, wrong, errors) => {
    const { params, post } = await desk()
    const answer = await newSession.action({
      request: post({ ...typed, ...wrong }),
      params: params(),
      context: {},
    })
    expect(answer).toMatchObject({ init: { status: 400 }, data: { errors } })
  })
})

describe('the page of a session', () => {
  async function withSession() {
    const at = await desk()
    const sessionId = crypto.randomUUID()
    const set = {
      kind: 'talk' as const,
      title: { vi: 'Mở đầu', original: 'vi' as const },
      abstract: {},
      languages: [],
      interpretation: [],
      films: [],
      trackId: null,
      roomId: null,
      capacity: null,
      signUp: false,
      dropped: false,
      appearances: [],
      startsAt: at.made.startsAt.toISOString(),
      endsAt: at.made.endsAt.toISOString(),
    }
    await editDraft(system(), { eventId: at.made.id, edits: [{ kind: 'add', sessionId, set }] })
    const args = (request: Request) => ({ request, params: at.params({ session: sessionId }), context: {} })
    const page = async () => (await session.loader(args(at.get()))).data
    const form = async (): Promise<Record<string, string>> => {
      const { values, base } = await page()
      const { title, abstract, ...rest } = values as Record<string, Record<string, string>>
      const plain = Object.entries(rest).filter(
        (entry): entry is [string, never] => typeof entry[1] === 'string',
      )
      return {
        ...Object.fromEntries(plain),
        'title.vi': title?.vi ?? '',
        'title.en': title?.en ?? '',
        'abstract.vi': abstract?.vi ?? '',
        'abstract.en': abstract?.en ?? '',
        base,
      }
    }
    const save = async (fields: Record<string, string>) => session.action(args(at.post(fields)))
    const stored = async () => (await listDraftSessions(at.made.id))[0]
    return { ...at, sessionId, args, page, form, save, stored }
  }

  it('changes only what was touched, so that another editor loses nothing', async () => {
    const { made, sessionId, form, save, stored } = await withSession()
    const mine = await form()
    const edits = [{ kind: 'edit' as const, sessionId, was: {}, set: { kind: 'panel' as const } }]
    await editDraft(system(), { eventId: made.id, edits })
    expect(await save({ ...mine, 'title.en': 'Opening' })).toMatchObject({ status: 303 })
    expect(await stored()).toMatchObject({ kind: 'panel', title: { vi: 'Mở đầu', en: 'Opening' } })
  })

  it('leaves the languages as they were named when the same are ticked', async () => {
    const { made, sessionId, form, save, stored, args, post } = await withSession()
    const languages = ['en' as const, 'vi' as const]
    const edits = [{ kind: 'edit' as const, sessionId, was: {}, set: { languages } }]
    await editDraft(system(), { eventId: made.id, edits })
    const ticked: [string, string][] = [
      ...Object.entries(await form()),
      ['languages', 'vi'],
      ['languages', 'en'],
    ]
    expect(await session.action(args(post(ticked)))).toMatchObject({ status: 303 })
    expect((await stored())?.languages).toEqual(['en', 'vi'])
    await save({ ...(await form()), languages: 'vi' })
    expect((await stored())?.languages).toEqual(['vi'])
  })

  it('keeps both languages of an abstract that two people wrote at once', async () => {
    const { made, sessionId, form, save, stored } = await withSession()
    const mine = await form()
    const set = { abstract: { vi: 'Tóm tắt', original: 'vi' as const } }
    await editDraft(system(), { eventId: made.id, edits: [{ kind: 'edit', sessionId, was: {}, set }] })
    expect(await save({ ...mine, 'abstract.en': 'An abstract' })).toMatchObject({ status: 303 })
    expect(await stored()).toMatchObject({ abstract: { vi: 'Tóm tắt', en: 'An abstract' } })
  })

  it('keeps a new start and a new length of two people', async () => {
    const { made, sessionId, form, save, stored } = await withSession()
    const mine = await form()
    const set = { startsAt: '2025-03-11T23:00:00.000Z', endsAt: '2025-03-11T23:20:00.000Z' }
    await save({ ...mine, startsAt: '2025-03-11T18:00', minutes: '20' })
    const opened = await form()
    await editDraft(system(), { eventId: made.id, edits: [{ kind: 'edit', sessionId, was: {}, set }] })
    expect(await save({ ...opened, minutes: '45' })).toMatchObject({ status: 303 })
    expect(await stored()).toMatchObject({
      startsAt: '2025-03-11T23:00:00.000Z',
      endsAt: '2025-03-11T23:45:00.000Z',
    })
  })

  it('asks about what two changed until one is chosen', async () => {
    const { made, sessionId, form, save, stored } = await withSession()
    const mine = await form()
    const theirs = { kind: 'panel' as const, capacity: 20 }
    await editDraft(system(), {
      eventId: made.id,
      edits: [{ kind: 'edit', sessionId, was: {}, set: theirs }],
    })
    const answer: unknown = await save({ ...mine, kind: 'keynote', minutes: '30' })
    expect(answer).toMatchObject({
      init: { status: 409 },
      data: {
        conflict: { differences: [{ field: 'kind' }] },
        values: { kind: 'keynote', minutes: '30', capacity: '20' },
      },
    })
    const { values, conflict } = (
      answer as { data: { values: { base: string }; conflict: { seen: string } } }
    ).data
    const again = { ...mine, kind: 'keynote', minutes: '30', capacity: '20' }
    const asked = { ...again, base: values.base, seen: conflict.seen }
    expect(await save(asked)).toMatchObject({ init: { status: 409 } })
    expect(await stored()).toMatchObject({ kind: 'panel', capacity: 20 })
    await save({ ...asked, 'choice.kind': 'theirs' })
    expect(await stored()).toMatchObject({ kind: 'panel', capacity: 20 })
    await save({ ...asked, 'choice.kind': 'mine' })
    expect(await stored()).toMatchObject({ kind: 'keynote', capacity: 20 })
  })

  it('says what does not fit', async () => {
    const { page, form, save } = await withSession()
    await save({ ...(await form()), startsAt: '2025-03-11T18:00' })
    const { clashes } = await page()
    expect(clashes.map((one) => one.clash.kind)).toContain('outside-event')
    expect(clashes.map((one) => one.clash.kind)).toContain('translation-missing')
  })

  it('keeps the seats that are taken', async () => {
    const { sessionId, form, save } = await withSession()
    await save({ ...(await form()), signUp: 'on', capacity: '20' })
    await db.update(sessions).set({ signedUp: 12 }).where(eq(sessions.id, sessionId))
    const answer = await save({ ...(await form()), capacity: '11' })
    expect(answer).toMatchObject({ init: { status: 409 }, data: { errors: { capacity: {} } } })
  })

  it('is dropped and taken back', async () => {
    const { args, post, stored } = await withSession()
    await dropping.action(args(post({ dropped: 'yes' })))
    expect(await stored()).toMatchObject({ dropped: true })
    await dropping.action(args(post({ dropped: 'no' })))
    expect(await stored()).toMatchObject({ dropped: false })
  })
})

describe('rooms', () => {
  it('are added, renamed and taken away; their sessions stay', async () => {
    const { made, organizer, params, post, get } = await desk()
    const fields = { 'name.vi': 'Phòng lớn', 'name.en': '', capacity: '80' }
    await roomsPage.action({ request: post(fields), params: params(), context: {} })
    const { data: shown } = await roomsPage.loader({ request: get(), params: params(), context: {} })
    const [added] = shown.houses.flatMap((house) => house.rooms)
    expect(added).toMatchObject({ name: { vi: 'Phòng lớn' }, capacity: 80, sessions: 0 })
    const one = { params: params({ room: added?.id ?? '' }), context: {} }
    await room.action({ request: post({ ...fields, 'name.en': 'Great hall', capacity: '' }), ...one })
    const [stored] = await db.select().from(rooms).where(eq(rooms.eventId, made.id))
    expect(stored).toMatchObject({ name: { vi: 'Phòng lớn', en: 'Great hall' }, capacity: null })
    await roomRemoval.action({ request: post({}), ...one })
    expect(await db.select().from(rooms).where(eq(rooms.eventId, made.id))).toEqual([])
    const other = await addRoom(signedIn(organizer), { eventId: made.id, name: { vi: 'Nhỏ' } })
    expect(other.position).toBe(1)
  })
})
