import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { addTrack } from '#app/features/agenda/domain/rooms/add-track.server.ts'
import { listTracks } from '#app/features/agenda/domain/rooms/rooms-and-tracks.server.ts'
import { getInterpretationRules } from '#app/features/interpretation/domain/interpretation-plan.server.ts'
import { setInterpretationRules } from '#app/features/interpretation/domain/set-interpretation-rules.server.ts'
import { getPlaceRules } from '#app/features/own-agenda/domain/places/get-place-rules.server.ts'
import { setPlaceRules } from '#app/features/own-agenda/domain/places/set-place-rules.server.ts'
import { write } from '#app/shared/i18n/translated-text.ts'
import { film, guestCategory, section, sessionFilm } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { first } from '#tests/factories/numbers.ts'
import { organization } from '#tests/factories/organizations.ts'
import { sessionOf } from '#tests/factories/sessions.ts'
import { copyEvent } from './copy-event.server.ts'

await testDatabase()

it('a festival comes again with its sections and rules, and with other films', async () => {
  const body = await organization()
  const of = await event({ hosts: [body], kind: 'festival' })
  const press = await addTrack(system(), { eventId: of.id, name: write({ vi: 'Báo chí', en: 'Press' }) })
  const screening = await sessionOf(of, { kind: 'screening', capacity: 40, trackId: press.id })
  const part = first(
    await database()
      .insert(section)
      .values({ eventId: of.id, slug: 'panorama', name: { en: 'Panorama' }, position: 1 })
      .returning(),
  )
  const shown = first(
    await database()
      .insert(film)
      .values({ eventId: of.id, slug: 'river', sectionId: part.id, title: { en: 'River' } })
      .returning(),
  )
  await database().insert(sessionFilm).values({ sessionId: screening.id, filmId: shown.id, position: 1 })
  const rules = { perGuest: 4, perSession: 2, opens: { [of.guest.id]: [press.id] } }
  await setPlaceRules(system(), { eventId: of.id, seen: await getPlaceRules(of.id), rules })
  const work = { longestMinutes: 20, restMinutes: 20 }
  await setInterpretationRules(system(), {
    eventId: of.id,
    seen: await getInterpretationRules(of.id),
    rules: work,
  })
  const made = await copyEvent(system(), {
    eventId: of.id,
    organizationId: body.id,
    title: { vi: '', en: 'The next one' },
    slug: '',
    day: '2028-03-10',
    agenda: true,
    categories: true,
    actions: false,
  })
  const eventId = made.id
  expect(await database().select().from(section).where(eq(section.eventId, eventId))).toMatchObject([
    { slug: 'panorama', name: { en: 'Panorama' } },
  ])
  expect(await listDraftSessions(eventId)).toMatchObject([{ kind: 'screening', capacity: 40, films: [] }])
  const [copied] = await listTracks(eventId)
  const [guests] = await database().select().from(guestCategory).where(eq(guestCategory.eventId, eventId))
  expect(await getPlaceRules(eventId)).toEqual({
    perGuest: 4,
    perSession: 2,
    opens: { [guests?.id ?? '']: [copied?.id] },
  })
  expect(await getInterpretationRules(eventId)).toEqual(work)
})
