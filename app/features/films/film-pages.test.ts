import { describe, expect, it } from 'vitest'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import * as sessionDesk from '#app/features/agenda/organize/session/edit-session.tsx'
import { loader as sessionPage } from '#app/features/agenda/session.tsx'
import { loader as sitemap } from '#app/features/events/feeds/sitemap.ts'
import { publishAgenda } from '#app/features/publishing/domain/publish-agenda.server.ts'
import type { FormValues } from '#app/shared/forms/form-values.ts'
import { flatten } from '#app/shared/forms/merge.ts'
import { statementsOf, testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { filmOf, screeningOf, sectionOf } from '#tests/factories/films.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { getFilm, listFilms } from './domain/films.server.ts'
import { loader as filmPage } from './film-page.tsx'
import { loader as filmsPage } from './films-page.tsx'
import * as filmDesk from './organize/film/film-desk.tsx'
import * as newFilm from './organize/film/new-film.tsx'
import { loader as sectionPage } from './section-page.tsx'

await testDatabase()
type Route = (args: { request: Request; params: Record<string, string>; context: object }) => unknown

/** What a route gives: its data, status and headers. */
async function ask(route: unknown, request: Request, params: Record<string, string>) {
  const given = await (route as Route)({ request, params, context: {} })
  if (given instanceof Response)
    return { data: JSON.parse('null'), status: given.status, headers: given.headers, given }
  const { data, init } = given as { data: object; init: ResponseInit | null }
  return {
    data: JSON.parse(JSON.stringify(data)),
    status: init?.status ?? 200,
    headers: new Headers(init?.headers),
    given: null,
  }
}
const read = (loader: unknown, of: string, more: Record<string, string> = {}, query = '') =>
  ask(loader, getPage(`/vi/${query}`), { lang: 'vi', event: of, ...more })

/** A festival with a film of each section, shown on two days. */
async function festival() {
  const startsAt = new Date('2027-06-28T12:00:00Z')
  const made = await event({
    kind: 'festival',
    timeZone: 'Asia/Ho_Chi_Minh',
    startsAt,
    endsAt: new Date('2027-07-04T16:00:00Z'),
  })
  const asian = await sectionOf(made.id)
  const korean = await sectionOf(made.id, { kind: 'focus', name: { vi: 'Điện ảnh Hàn Quốc', en: 'Korea' } })
  const rain = await filmOf(made.id, {
    sectionId: asian.id,
    countries: ['VN', 'SG'],
    trailerUrl: 'https://www.example.org/trailer',
    rating: 'T13',
    credits: { director: ['Dương Diệu Linh'], cast: ['Lê Tú Oanh'] },
  })
  const chunhyang = await filmOf(made.id, {
    sectionId: korean.id,
    title: { vi: 'Xuân Hương', en: 'Chunhyang' },
    originalTitle: '춘향뎐',
    originalLanguage: 'ko',
    countries: ['KR'],
    credits: { director: ['Im Kwon-taek'] },
  })
  await screeningOf(made, [rain], { from: 30, title: { vi: 'Chiếu tối', en: 'Evening' } })
  await screeningOf(made, [chunhyang, rain], { from: 24 * 60, title: { vi: 'Hai phim', en: 'Two films' } })
  await publishAgenda(system(), { eventId: made.id })
  return { made, asian, korean, rain, chunhyang }
}
type Listed = {
  found: { rows: { slug: string }[] }
  days: { value: string }[]
  countries: { value: string }[]
}

describe('the films of an edition', () => {
  it('are found by title and maker without diacritics, by section, country and day', async () => {
    const { made, korean, rain, chunhyang } = await festival()
    const slugs = async (query: string) =>
      ((await read(filmsPage, made.slug, {}, query)).data as Listed).found.rows.map(({ slug }) => slug)
    expect(await slugs('')).toEqual([rain.slug, chunhyang.slug])
    expect(await slugs('?q=mua tren canh')).toEqual([rain.slug])
    expect(await slugs('?q=duong dieu')).toEqual([rain.slug])
    expect(await slugs('?q=im kwon')).toEqual([chunhyang.slug])
    expect(await slugs('?q=춘향뎐')).toEqual([chunhyang.slug])
    expect(await slugs('?q=!!')).toEqual([])
    expect(await slugs(`?section=${korean.slug}`)).toEqual([chunhyang.slug])
    expect(await slugs('?country=SG')).toEqual([rain.slug])
    expect(await slugs('?day=2027-06-28')).toEqual([rain.slug])
    const { data } = await read(filmsPage, made.slug)
    const { days, countries } = data as Listed
    expect(days.map(({ value }) => value)).toEqual(['2027-06-28', '2027-06-29'])
    expect(countries.map(({ value }) => value)).toEqual(['KR', 'SG', 'VN'])
  })

  it('cost as many statements as one, and are kept until the event changes', async () => {
    const { made } = await festival()
    const few = await statementsOf(() => read(filmsPage, made.slug))
    for (let at = 0; at < 4; at++) await filmOf(made.id, { credits: { director: [`Đạo diễn ${at}`] } })
    expect(await statementsOf(() => read(filmsPage, made.slug))).toHaveLength(few.length)
    expect((await read(filmsPage, made.slug)).headers.get('Page-Tags')).toBe(`event:${made.id}`)
  })

  it('stand in sections, on the map of the site, and nowhere before the event is published', async () => {
    const { made, asian, rain, chunhyang } = await festival()
    const { data } = await read(sectionPage, made.slug, { section: asian.slug })
    expect(data).toMatchObject({ films: [{ slug: rain.slug }], others: [{ slug: 'korea' }] })
    const text = await (await ask(sitemap, getPage('/sitemap.xml'), {})).given?.text()
    for (const path of ['films', `films/${chunhyang.slug}`, `sections/${asian.slug}`])
      expect(text).toContain(`/en/events/${made.slug}/${path}<`)
    const hidden = await event({ publishedAt: null })
    const { slug } = await filmOf(hidden.id)
    await expect(read(filmPage, hidden.slug, { film: slug })).rejects.toMatchObject({ code: 'event-missing' })
    await expect(read(filmPage, made.slug, { film: 'none' })).rejects.toMatchObject({ code: 'film-missing' })
  })
})

describe('the page of a film', () => {
  it('says what search engines read: the film, and each of its screenings', async () => {
    const { made, rain } = await festival()
    const { data } = await read(filmPage, made.slug, { film: rain.slug })
    const { head, film } = data as {
      head: { structured: Record<string, unknown>[] }
      film: { countries: string }
    }
    const [movie, first, second] = head.structured
    expect(movie).toMatchObject({
      '@type': 'Movie',
      name: 'Mưa trên cánh bướm',
      alternateName: ["Don't Cry, Butterfly"],
      director: [{ name: 'Dương Diệu Linh' }],
      actor: [{ name: 'Lê Tú Oanh' }],
      duration: 'PT97M',
      contentRating: 'T13',
    })
    expect(first).toMatchObject({
      '@type': 'ScreeningEvent',
      startDate: '2027-06-28T19:30:00+07:00',
      workPresented: { '@id': movie?.['@id'] },
      location: { '@type': 'Place' },
    })
    expect(second).toMatchObject({ name: 'Hai phim' })
    expect(film.countries).toBe('Việt Nam, Singapore')
  })

  it('is led to from its screenings', async () => {
    const { made, chunhyang, rain } = await festival()
    const sessions = await listDraftSessions(made.id)
    const both = sessions.find(({ films }) => films.length === 2)
    const { data } = await read(sessionPage, made.slug, { session: both?.slug ?? '' })
    expect(data).toMatchObject({ session: { films: [{ slug: chunhyang.slug }, { slug: rain.slug }] } })
  })
})

async function desk() {
  const body = await organization()
  const made = await event({ kind: 'festival', hosts: [body] })
  const cookie = await signInCookieOf(await memberOf(body, 'organizer'))
  const post = (route: unknown, fields: [string, string][], more: Record<string, string> = {}) =>
    ask(route, postForm('/organize', fields, cookie), { event: made.slug, ...more })
  const look = (route: unknown, more: Record<string, string> = {}) =>
    ask(route, getPage('/organize', cookie), { event: made.slug, ...more })
  return { made, post, look }
}
const typed: [string, string][] = [
  ['title.vi', 'Hắc Cẩu'],
  ['title.en', 'Black Dog'],
  ['countries', 'Trung Quốc'],
  ['languages', 'Chinese'],
  ['year', '2024'],
  ['synopsis.vi', ''],
  ['originalTitle', ''],
  ['credits.director', 'Quản Hổ\r\n\r\nQuản Hổ'],
]

describe('the form of a film', () => {
  it('takes names of countries and people, and keeps what was typed with its faults', async () => {
    const { made, post } = await desk()
    const { status, headers } = await post(newFilm.action, typed)
    expect([status, headers.get('Location')]).toEqual([
      303,
      `/organize/events/${made.slug}/films/black-dog?saved`,
    ])
    const [film] = await listFilms(made.id)
    expect(film).toMatchObject({ countries: ['CN'], languages: ['zh'], credits: [{ name: 'Quản Hổ' }] })
    const wrong = await post(newFilm.action, [
      ...typed.filter(([name]) => !['countries', 'year'].includes(name)),
      ['countries', 'Atlantis'],
      ['year', '24'],
    ])
    expect(wrong.status).toBe(400)
    expect(wrong.data).toMatchObject({ values: { countries: 'Atlantis' }, errors: { year: {} } })
    const unknown = await post(newFilm.action, [
      ...typed.filter(([name]) => name !== 'countries'),
      ['countries', 'Atlantis'],
    ])
    expect(unknown.data).toMatchObject({
      errors: { countries: { message: 'films.form.region-unknown?name=Atlantis' } },
    })
    const nameless = await post(newFilm.action, [
      ['title.vi', ''],
      ['synopsis.vi', ''],
      ['credits.cast', ''],
    ])
    expect(nameless.data).toMatchObject({ errors: { title: { vi: {} } } })
    expect(await listFilms(made.id)).toHaveLength(1)
  })

  it('merges what two people changed, and asks where both changed the same', async () => {
    const { made, post, look } = await desk()
    await post(newFilm.action, typed)
    const at = { film: 'black-dog' }
    const { values, base } = (await look(filmDesk.loader, at)).data as {
      values: FormValues
      base: string
    }
    const form = { ...flatten(values), base }
    const save = (change: Record<string, string>) =>
      post(filmDesk.action, Object.entries({ ...form, ...change }), at)
    expect((await save({ minutes: '110' })).status).toBe(303)
    expect((await save({ year: '2023' })).status).toBe(303)
    expect(await getFilm(made.id, 'black-dog')).toMatchObject({
      minutes: 110,
      year: 2023,
      credits: [{ name: 'Quản Hổ' }],
    })
    const both = await save({ minutes: '90' })
    expect([both.status, both.data]).toMatchObject([
      409,
      { conflict: { differences: [{ field: 'minutes' }] } },
    ])
  })
})

describe('the form of a session', () => {
  it('chooses the films of a screening, in their order', async () => {
    const { made, post, look } = await desk()
    const [bird, rain] = [await filmOf(made.id, { title: { vi: 'Chim', en: 'Bird' } }), await filmOf(made.id)]
    const session = await screeningOf(made, [bird])
    const { values, base } = (await look(sessionDesk.loader, { session })).data as {
      values: FormValues
      base: string
    }
    expect(values.film).toEqual([bird.id])
    const rows = ['film', 'person', 'role', 'turn', 'place', 'languages', 'interpretation']
    const own = Object.fromEntries(Object.entries(values).filter(([name]) => !rows.includes(name)))
    const fields: [string, string][] = [
      ...Object.entries(flatten(own)),
      ['base', base],
      ['film', rain.id],
      ['film', bird.id],
      ['film', ''],
    ]
    expect((await post(sessionDesk.action, fields, { session })).status).toBe(303)
    expect((await listDraftSessions(made.id))[0]?.films).toEqual([rain.id, bird.id])
  })
})
