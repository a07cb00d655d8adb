import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { undoAct } from '#app/features/acts/domain/undo-act.server.ts'
import { act, activity, eventPerson, person } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { filmOf, sectionOf } from '#tests/factories/films.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { person as personNamed } from '#tests/factories/speakers.ts'
import { listFilms, listWholeFilms } from './domain/films.server.ts'
import { listSections } from './domain/sections/sections.server.ts'
import { importFilms, previewFilms } from './domain/tables/import-films.server.ts'
import { readFilms } from './domain/tables/read-films.ts'
import { loader as csv } from './organize/tables/films-csv.ts'
import { action as importPage } from './organize/tables/films-import.tsx'

const { db } = await testDatabase()

async function desk() {
  const body = await organization()
  const of = await event({ hosts: [body] })
  const member = await memberOf(body, 'organizer')
  const cookie = await signInCookieOf(member)
  const args = (request: Request) => ({ request, params: { event: of.slug }, context: {} })
  const send = async (fields: Record<string, string>) =>
    Object(await importPage(args(postForm('/organize', fields, cookie))))
  const file = async () => ((await csv(args(getPage('/organize', cookie)))) as Response).text()
  return { of, member, send, file, ctx: signedIn(member) }
}
const take = (of: { id: string }, text: string, answers = {}) =>
  importFilms(system(), { eventId: of.id, rows: readFilms(text).rows, answers })

describe('films out of a table', () => {
  test('are shown first, then stored as one act, and taken back whole', async () => {
    const { of, member, ctx, send } = await desk()
    await filmOf(of.id)
    const text =
      'Tên phim;Năm;Đạo diễn;Hạng mục;Thời lượng\nMưa trên cánh bướm;2024;;;98\nChim;2023;Lê Mới;Phim mới;80\nSai;x;;;'
    const shown = await send({ text })
    expect(shown.data.shown.view).toMatchObject({ added: 1, changed: 1, left: 1, newcomers: ['Lê Mới'] })
    expect(await listFilms(of.id)).toHaveLength(1)
    expect((await send({ text, apply: 'yes' })).status).toBe(303)
    const films = await listWholeFilms(of.id)
    expect(films.map(({ title, minutes, section }) => [title.vi, minutes, section?.name.vi])).toEqual([
      ['Chim', 80, 'Phim mới'],
      ['Mưa trên cánh bướm', 98, undefined],
    ])
    expect(films[0]?.credits).toMatchObject([{ role: 'director', name: 'Lê Mới' }])
    const imported = and(eq(activity.accountId, member.id), eq(activity.verb, 'films.imported'))
    expect(await db.select().from(activity).where(imported)).toMatchObject([
      { eventId: of.id, details: { added: 1, changed: 1 } },
    ])
    const [done] = await db.select().from(act).where(eq(act.accountId, member.id))
    await undoAct(ctx, done?.id ?? '')
    expect((await listFilms(of.id)).map(({ minutes }) => minutes)).toEqual([97])
    expect(await listSections(of.id)).toEqual([])
  })

  test('that were written by us change nothing when they come back', async () => {
    const { of, member, send, file } = await desk()
    const section = await sectionOf(of.id)
    const synopsis = { vi: '=1+1\n\n- một\n- hai', en: '@x' }
    await filmOf(of.id, { synopsis, sectionId: section.id, credits: { cast: ['Vũ, Tâm', "=D'Arcy"] } })
    await filmOf(of.id, { originalTitle: '서편제', originalLanguage: 'ko', rating: 'T16', premiere: 'asian' })
    const before = await listWholeFilms(of.id)
    const text = await file()
    expect(text).toContain(`"'=1+1`)
    expect((await send({ text })).data.shown.view).toMatchObject({ added: 0, changed: 0, same: 2 })
    const again = await send({ text, apply: 'yes' })
    expect(again.status).toBe(303)
    expect(await listWholeFilms(of.id)).toEqual(before)
    expect(await db.$count(act, eq(act.accountId, member.id))).toBe(0)
  })

  test('know the people of the event, and ask between namesakes', async () => {
    const { of } = await desk()
    const [known, twin] = [await personNamed({ name: 'Trần Hai' }), await personNamed({ name: 'Trần Hai' })]
    await db.insert(eventPerson).values({ eventId: of.id, personId: known.id })
    await take(of, 'Title,Directors,Screenplay,Cast\nA,tran hai,Lê Mới,Nguyễn Hà\nB,Lê Mới,,Nguyễn Hạ')
    const [a, b] = await listWholeFilms(of.id)
    expect(a?.credits[0]).toMatchObject({ role: 'director', personId: known.id })
    expect(b?.credits[0]?.personId).toBe(a?.credits[1]?.personId)
    expect(b?.credits.at(-1)?.name).toBe('Nguyễn Hạ')
    await db.insert(eventPerson).values({ eventId: of.id, personId: twin.id })
    const asked = await take(of, 'Title,Directors,Music\nC,Trần Hai,Người Thừa\nA,Trần Hai,')
    expect(asked.lines).toMatchObject([
      { what: 'unclear', why: 'several', word: 'Trần Hai' },
      { what: 'same' },
    ])
    expect(await db.$count(person, eq(person.name, 'Người Thừa'))).toBe(0)
  })

  test('merge with no other film unasked', async () => {
    const { of, send } = await desk()
    const { slug } = await filmOf(of.id, { year: null })
    const text = 'Title,Year,Minutes\n"Don\'t Cry, Butterfly",2024,90'
    await send({ text, apply: 'yes' })
    expect(await listFilms(of.id)).toMatchObject([{ year: null, minutes: 97 }])
    const { view } = (await send({ text })).data.shown
    expect(view).toMatchObject({ asked: 1, rows: [{ candidates: [{ slug }] }] })
    await send({ text, 'is.2': slug, apply: 'yes' })
    expect(await listFilms(of.id)).toMatchObject([{ slug, year: 2024, minutes: 90 }])
  })

  test('are of their own event only, and no more than an edition shows', async () => {
    const [{ of }, { ctx }] = [await desk(), await desk()]
    const { rows } = readFilms('Title\nA')
    await expect(previewFilms(ctx, { eventId: of.id, rows })).rejects.toMatchObject({ kind: 'missing' })
    await expect(importFilms(ctx, { eventId: of.id, rows })).rejects.toMatchObject({ kind: 'missing' })
    const many = `Title,Year\n${Array.from({ length: 1001 }, (_, at) => `Film ${at},2024`).join('\n')}`
    await expect(take(of, many)).rejects.toMatchObject({ code: 'films-too-many' })
    expect(await listFilms(of.id)).toEqual([])
  })

  test('that are none are refused with what was sent', async () => {
    const { send } = await desk()
    expect(await send({ text: 'Hello there' })).toMatchObject({
      init: { status: 400 },
      data: { text: 'Hello there', shown: null },
    })
  })
})
