import type { ActionFunctionArgs } from '@remix-run/node'
import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { undoAct } from '#app/features/acts/domain/undo-act.server.ts'
import { getPublicEvent } from '#app/features/events/domain/events.server.ts'
import { footprint } from '#app/shared/forms/merge.ts'
import { activity, awardWinner, person } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { event, organizedEvent } from '#tests/factories/events.ts'
import { filmOf, sectionOf } from '#tests/factories/films.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { loader as awardsPage } from './awards-page.tsx'
import { awardGroups } from './domain/awards/award-groups.ts'
import { getAward, listAwards, listAwardsOfFilm, listJurors } from './domain/awards/awards.server.ts'
import { addAward, editAward, removeAward } from './domain/awards/save-award.server.ts'
import { seatJury } from './domain/awards/seat-jury.server.ts'
import { removeSection } from './domain/sections/save-section.server.ts'
import * as allAwards from './organize/awards/all-awards.tsx'
import * as juryDesk from './organize/awards/jury-desk.tsx'

const { db } = await testDatabase()
const nothing = { vi: '', en: '' }
const name = { vi: 'Phim xuất sắc nhất', en: 'Best Film' }

describe('an award', () => {
  test('goes to films and people of its own event, is saved once, and comes back with its winners', async () => {
    const { ctx, event: of } = await organizedEvent()
    const rain = await filmOf(of.id, { credits: { director: ['Dương Diệu Linh'] } })
    const foreign = await filmOf((await event()).id)
    const [director] = rain.credits
    const won = { filmId: rain.id, personId: director?.personId ?? null, citation: { vi: 'Vì mưa.', en: '' } }
    const details = { name, sectionId: null, position: null, winners: [won] }
    const wrong = { ...details, winners: [{ ...won, filmId: foreign.id }] }
    await expect(addAward(ctx, { eventId: of.id, details: wrong })).rejects.toMatchObject({
      code: 'film-missing',
    })
    await expect(
      addAward(ctx, { eventId: of.id, details: { ...details, name: nothing } }),
    ).rejects.toMatchObject({ code: 'award-name-missing' })
    expect((await getPublicEvent(of.slug)).hasAwards).toBe(false)
    const id = await addAward(ctx, { eventId: of.id, details })
    expect((await getPublicEvent(of.slug)).hasAwards).toBe(true)
    expect(await listAwardsOfFilm(rain.id)).toMatchObject([{ name, person: 'Dương Diệu Linh' }])
    const seen = await getAward(of.id, id)
    expect(await editAward(ctx, { seen, details })).toBe(false)
    expect(await editAward(ctx, { seen, details: { ...details, winners: [] } })).toBe(true)
    await expect(editAward(ctx, { seen, details })).rejects.toMatchObject({ code: 'saved-by-other' })
    await editAward(ctx, { seen: await getAward(of.id, id), details })
    const performed = await performAct(ctx, {
      act: { eventId: of.id, verb: 'award.removed' },
      answered: unasked,
      work: () => removeAward(ctx, { eventId: of.id, awardId: id }),
    })
    expect(await listAwards(of.id)).toEqual([])
    await undoAct(ctx, performed.done ? (performed.actId ?? '') : '')
    expect((await listAwards(of.id))[0]?.winners).toMatchObject([
      { film: { slug: rain.slug }, person: { name: 'Dương Diệu Linh' }, citation: { vi: 'Vì mưa.' } },
    ])
    expect(await db.$count(awardWinner)).toBe(1)
  })

  test('outlives its section, which comes back with its jury', async () => {
    const { ctx, event: of } = await organizedEvent()
    const { slug, id: sectionId } = await sectionOf(of.id)
    const { credits } = await filmOf(of.id, { credits: { director: ['Jang Joon-hwan'] } })
    const people = credits.map(({ personId }) => personId)
    await seatJury(ctx, { eventId: of.id, section: slug, people, chairs: 1 })
    await addAward(ctx, { eventId: of.id, details: { name, sectionId, position: null, winners: [] } })
    const performed = await performAct(ctx, {
      act: { eventId: of.id, verb: 'section.removed' },
      answered: unasked,
      work: () => removeSection(ctx, { eventId: of.id, slug }),
    })
    expect((await listAwards(of.id)).map((one) => one.sectionId)).toEqual([null])
    await undoAct(ctx, performed.done ? (performed.actId ?? '') : '')
    expect((await listAwards(of.id)).map((one) => one.sectionId)).toEqual([sectionId])
    expect(await listJurors(of.id)).toMatchObject([{ name: 'Jang Joon-hwan', isChair: true }])
  })

  test('stands with its section and its jury, those of none behind', () => {
    const sections = ['b', 'a', 'empty'].map((id) => ({ id, slug: id, name: {} }))
    const awards = [{ sectionId: null }, { sectionId: 'a' }, { sectionId: 'a' }]
    const groups = awardGroups({ sections, awards, jurors: [{ sectionId: 'b' }] })
    expect(groups.map(({ key, awards: own, jurors }) => [key, own.length, jurors.length])).toEqual([
      ['b', 0, 1],
      ['a', 2, 0],
      ['others', 1, 0],
    ])
  })
})

type Action = (args: ActionFunctionArgs) => Promise<unknown>

async function desk() {
  const body = await organization()
  const made = await event({ kind: 'festival', hosts: [body] })
  const cookie = await signInCookieOf(await memberOf(body, 'organizer'))
  const post = async (action: Action, fields: Record<string, string>, more = {}) => {
    const request = postForm('/organize', fields, cookie)
    return action({ request, params: { event: made.slug, ...more }, context: {} })
  }
  return { made, post }
}
const rows = Object.fromEntries(
  ['first', 'second', 'third', 'fourth'].flatMap((row) => [
    [`winners.${row}.film`, ''],
    [`winners.${row}.citation.vi`, ''],
  ]),
)

describe('the forms of awards', () => {
  test('take people by name, known ones and new ones', async () => {
    const { made, post } = await desk()
    const film = await filmOf(made.id, { credits: { cast: ['Việt Hương'] } })
    const fields = {
      ...rows,
      'name.vi': 'Nữ diễn viên xuất sắc nhất',
      'winners.first.person': 'viet huong',
      'winners.first.film': film.id,
      'winners.second.person': 'Người Mới',
    }
    expect(await post(allAwards.action, fields)).toMatchObject({ status: 303 })
    const [award] = await listAwards(made.id)
    expect(award?.winners.map((one) => one.person?.name)).toEqual(['Việt Hương', 'Người Mới'])
    expect(await db.$count(person, eq(person.name, 'Việt Hương'))).toBe(1)
    const nameless = await post(allAwards.action, { ...rows, 'name.vi': '' })
    expect(nameless).toMatchObject({ init: { status: 400 }, data: { errors: { name: { vi: {} } } } })
  })

  test('seat a jury with its chair, and say nothing of a second time', async () => {
    const { made, post } = await desk()
    const section = await sectionOf(made.id)
    const base = footprint({ chair: '', members: '' })
    const fields = { base, chair: 'Jang Joon-hwan', members: 'Trần Một\r\nLê Hai' }
    const at = { section: section.slug }
    expect(await post(juryDesk.action, fields, at)).toMatchObject({ status: 303 })
    expect((await listJurors(made.id)).map((one) => [one.name, one.isChair])).toEqual([
      ['Jang Joon-hwan', true],
      ['Trần Một', false],
      ['Lê Hai', false],
    ])
    await post(juryDesk.action, fields, at)
    expect(
      await db.$count(activity, and(eq(activity.eventId, made.id), eq(activity.verb, 'jury.seated'))),
    ).toBe(1)
    await addAward(system(), {
      eventId: made.id,
      details: { name, sectionId: section.id, position: null, winners: [] },
    })
    const params = { lang: 'vi', event: made.slug }
    const { data } = await awardsPage({ request: getPage('/vi'), params, context: {} })
    expect(data.groups).toMatchObject([
      { section: { slug: section.slug }, jurors: [{ isChair: true }, {}, {}], awards: [{ winners: [] }] },
    ])
  })

  test('ask about a jury that somebody else seated meanwhile, and keep what only one changed', async () => {
    const { made, post } = await desk()
    const section = await sectionOf(made.id)
    const at = { section: section.slug }
    const empty = { base: footprint({ chair: '', members: '' }) }
    await post(juryDesk.action, { ...empty, chair: 'Jang Joon-hwan', members: '' }, at)
    const merged = await post(juryDesk.action, { ...empty, chair: '', members: 'Lê Hai' }, at)
    expect(merged).toMatchObject({ status: 303 })
    expect((await listJurors(made.id)).map((one) => one.name)).toEqual(['Jang Joon-hwan', 'Lê Hai'])
    const asked = await post(juryDesk.action, { ...empty, chair: 'Trần Một', members: '' }, at)
    expect(asked).toMatchObject({ init: { status: 409 }, data: { values: { chair: 'Trần Một' } } })
    expect((await listJurors(made.id)).map((one) => one.name)).toEqual(['Jang Joon-hwan', 'Lê Hai'])
  })
})
