import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { undoAct } from '#app/features/acts/domain/undo-act.server.ts'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { findPublishedAgenda } from '#app/features/agenda/domain/published-agenda.server.ts'
import { publishAgenda } from '#app/features/publishing/domain/publish-agenda.server.ts'
import { restoreDraft } from '#app/features/publishing/domain/restore-draft.server.ts'
import { listVersions } from '#app/features/publishing/domain/versions.server.ts'
import { activity, eventPerson, film, person } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { event, organizedEvent } from '#tests/factories/events.ts'
import { filmDetails, filmOf, screeningOf, sectionOf } from '#tests/factories/films.ts'
import { person as personNamed } from '#tests/factories/speakers.ts'
import { creditsMeant } from './domain/credits-meant.server.ts'
import { getFilm, listFilms } from './domain/films.server.ts'
import { eraseRemovedFilms, removeFilm } from './domain/remove-film.server.ts'
import { addFilm, editFilm } from './domain/save-film.server.ts'
import { editSection, removeSection } from './domain/sections/save-section.server.ts'
import { listSections } from './domain/sections/sections.server.ts'

const { db } = await testDatabase()

describe('a film', () => {
  test('is made by people: known ones are recognized without diacritics, new ones become persons once', async () => {
    const { ctx, event: of } = await organizedEvent()
    await filmOf(of.id, { credits: { director: ['Dương Diệu Linh'] } })
    const typed = {
      director: ['duong dieu linh'],
      screenplay: ['Lê Mới'],
      producer: ['Lê Mới', 'Duong Dieu Linh'],
    }
    const meant = await creditsMeant(ctx, of.id, typed)
    expect(meant.newcomers.map(({ name }) => name)).toEqual(['Lê Mới'])
    const slug = await addFilm(ctx, { eventId: of.id, details: filmDetails(), ...meant })
    const { credits } = await getFilm(of.id, slug)
    expect(credits.map(({ role, name }) => `${role} ${name}`)).toEqual([
      'director Dương Diệu Linh',
      'screenplay Lê Mới',
      'producer Lê Mới',
      'producer Dương Diệu Linh',
    ])
    expect(await db.$count(person, eq(person.name, 'Lê Mới'))).toBe(1)
  })

  test('asks which of two namesakes is meant, and knows its own', async () => {
    const { event: of } = await organizedEvent()
    const own = await filmOf(of.id, { credits: { director: ['Trần Hai'] } })
    const other = await personNamed({ name: 'Trần Hai' })
    const [known] = own.credits
    await db.insert(eventPerson).values({ eventId: of.id, personId: other.id })
    const asked = await creditsMeant(system(), of.id, { director: ['Trần Hai'] })
    expect(asked).toMatchObject({
      credits: [],
      newcomers: [],
      several: [{ role: 'director', name: 'Trần Hai' }],
    })
    const again = await creditsMeant(system(), of.id, { director: ['Trần Hai'] }, own.credits)
    expect(again).toEqual({
      credits: [{ role: 'director', personId: known?.personId }],
      newcomers: [],
      several: [],
    })
  })

  test('has an address of its own, never one of the desk', async () => {
    const of = await event()
    const slugs = [
      (await filmOf(of.id)).slug,
      (await filmOf(of.id)).slug,
      (await filmOf(of.id, { title: { vi: 'Mới', en: 'New' } })).slug,
      (await filmOf(of.id, { title: { vi: '', en: '' }, originalTitle: '서편제' })).slug,
    ]
    expect(slugs).toEqual(['don-t-cry-butterfly', 'don-t-cry-butterfly-2', 'new-2', 'film'])
    await expect(filmOf(of.id, { title: { vi: '', en: '' } })).rejects.toMatchObject({
      code: 'film-title-missing',
    })
  })

  test('is saved unless somebody saved it since, and says what changed', async () => {
    const { ctx, event: of } = await organizedEvent()
    const seen = await filmOf(of.id, { synopsis: { vi: 'Một người mẹ.', en: 'A mother.' } })
    const details = filmDetails({ synopsis: { vi: 'Một người mẹ khác.', en: 'A mother.' }, minutes: 98 })
    expect(await editFilm(ctx, { seen, details, credits: [] })).toBe(true)
    await expect(editFilm(ctx, { seen, details, credits: [] })).rejects.toMatchObject({
      code: 'saved-by-other',
    })
    const now = await getFilm(of.id, seen.slug)
    expect(await editFilm(ctx, { seen: now, details, credits: [] })).toBe(false)
    const [entry] = await db.select().from(activity).where(eq(activity.verb, 'film.edited'))
    expect(entry).toMatchObject({
      subjectName: 'Mưa trên cánh bướm',
      details: { fields: ['synopsis', 'minutes'] },
    })
  })

  test("stands in its own event's section only, and no neighbour's people make it", async () => {
    const [{ ctx, event: of }, { event: neighbour }] = [await organizedEvent(), await organizedEvent()]
    const section = await sectionOf(neighbour.id)
    const theirs = await filmOf(neighbour.id, { credits: { director: ['Người Lạ'] } })
    const add = (values: object, credits: { role: 'director'; personId: string }[] = []) =>
      addFilm(ctx, { eventId: of.id, details: filmDetails(values), credits })
    await expect(add({ sectionId: section.id })).rejects.toMatchObject({ code: 'section-missing' })
    const personId = theirs.credits[0]?.personId ?? ''
    await expect(add({}, [{ role: 'director', personId }])).rejects.toMatchObject({ code: 'person-missing' })
    await expect(
      addFilm(ctx, { eventId: neighbour.id, details: filmDetails(), credits: [] }),
    ).rejects.toMatchObject({ kind: 'missing' })
  })

  test('that is shown stays; another is removed, comes back, and is deleted only later', async () => {
    const { ctx, event: of } = await organizedEvent()
    const [shown, other] = [await filmOf(of.id), await filmOf(of.id)]
    await screeningOf(of, [shown])
    await publishAgenda(system(), { eventId: of.id })
    const remove = (slug: string) => removeFilm(ctx, { eventId: of.id, slug })
    await expect(remove(shown.slug)).rejects.toMatchObject({ code: 'film-shown' })
    const [session] = await listDraftSessions(of.id)
    const edit = { sessionId: session?.id ?? '', was: {}, set: { films: [] } }
    await editDraft(ctx, { eventId: of.id, edits: [{ kind: 'edit', ...edit }] })
    await expect(remove(shown.slug)).rejects.toMatchObject({ code: 'film-shown' })
    const performed = await performAct(ctx, {
      act: { eventId: of.id, verb: 'film.removed' },
      answered: unasked,
      work: () => remove(other.slug),
    })
    expect((await listFilms(of.id)).map(({ id }) => id)).toEqual([shown.id])
    await eraseRemovedFilms(system())
    await undoAct(ctx, performed.done ? (performed.actId ?? '') : '')
    expect(await listFilms(of.id)).toHaveLength(2)
    await remove(other.slug)
    await eraseRemovedFilms(system(new Date(Date.now() + 16 * 60_000)))
    expect(await db.$count(film, eq(film.eventId, of.id))).toBe(1)
  })
})

describe('a section', () => {
  test('that is removed leaves its films in none, and takes them back', async () => {
    const { ctx, event: of } = await organizedEvent()
    const section = await sectionOf(of.id)
    await filmOf(of.id, { sectionId: section.id })
    const performed = await performAct(ctx, {
      act: { eventId: of.id, verb: 'section.removed' },
      answered: unasked,
      work: () => removeSection(ctx, { eventId: of.id, slug: section.slug }),
    })
    expect((await listFilms(of.id)).map((one) => one.section)).toEqual([null])
    await undoAct(ctx, performed.done ? (performed.actId ?? '') : '')
    expect((await listFilms(of.id)).map((one) => one.section?.slug)).toEqual([section.slug])
  })

  test('stands where it was put', async () => {
    const { ctx, event: of } = await organizedEvent()
    const first = await sectionOf(of.id, { name: { vi: 'A', en: 'A' } })
    await sectionOf(of.id, { name: { vi: 'B', en: 'B' } })
    const details = {
      kind: 'focus',
      name: { vi: 'A', en: 'A' },
      description: { vi: '', en: '' },
      position: 9,
    } as const
    expect(await editSection(ctx, { seen: first, details })).toBe(true)
    expect((await listSections(of.id)).map(({ slug }) => slug)).toEqual(['b', 'a'])
    await expect(editSection(ctx, { seen: first, details })).rejects.toMatchObject({ code: 'saved-by-other' })
  })
})

describe('a screening', () => {
  test('shows films of its own event, is published with them, and goes back to them', async () => {
    const { ctx, event: of } = await organizedEvent()
    const [bird, rain] = [await filmOf(of.id, { title: { vi: 'Chim', en: 'Bird' } }), await filmOf(of.id)]
    const foreign = await filmOf((await event()).id)
    await expect(screeningOf(of, [foreign])).rejects.toMatchObject({ code: 'film-missing' })
    const sessionId = await screeningOf(of, [bird, rain])
    await publishAgenda(system(), { eventId: of.id })
    const shown = async () =>
      (await findPublishedAgenda(of.id))?.agenda.sessions[0]?.films?.map(({ slug }) => slug)
    expect(await shown()).toEqual(['bird', rain.slug])
    const edit = {
      kind: 'edit' as const,
      sessionId,
      was: { films: [bird.id, rain.id] },
      set: { films: [rain.id] },
    }
    await editDraft(ctx, { eventId: of.id, edits: [edit] })
    await publishAgenda(system(), { eventId: of.id })
    expect(await shown()).toEqual([rain.slug])
    const [newest] = await listVersions(of.id)
    expect(newest?.changes).toMatchObject([{ changed: ['films'], films: { went: [{ vi: 'Chim' }] } }])
    await restoreDraft(ctx, { eventId: of.id, number: 1 })
    expect((await listDraftSessions(of.id))[0]?.films).toEqual([bird.id, rain.id])
  })

  test('that two people change at once asks which films it shows', async () => {
    const { ctx, event: of } = await organizedEvent()
    const [bird, rain] = [await filmOf(of.id), await filmOf(of.id)]
    const sessionId = await screeningOf(of, [bird])
    const edit = (films: string[]) =>
      editDraft(ctx, {
        eventId: of.id,
        edits: [{ kind: 'edit', sessionId, was: { films: [bird.id] }, set: { films } }],
      })
    expect(await edit([rain.id])).toMatchObject({ done: true })
    expect(await edit([])).toMatchObject({
      done: false,
      clashes: [{ field: 'films', theirs: [rain.id], yours: [] }],
    })
  })
})
