import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { editEvent } from '#app/features/events/domain/edit-event.server.ts'
import type { Context } from '#app/shared/context.ts'
import { event as events } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { eventDetails, organizedEvent } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { action, loader } from './settings.tsx'
import { flatten } from './versions.ts'

const { db } = await testDatabase()

async function opened() {
  const made = await organizedEvent()
  const cookie = await signInCookieOf({ id: accountOf(made.ctx) })
  const path = `/organize/events/${made.event.slug}/settings`
  const args = (request: Request) => ({ request, params: { event: made.event.slug }, context: {} })
  const page = (await loader(args(getPage(path, cookie)))).data
  const form = { ...flatten(page.values), revision: page.revision, base: page.base }
  const save = (fields: Record<string, string>, take: string[] = []) => {
    const all: [string, string][] = [
      ...Object.entries({ ...form, ...fields }),
      ...take.map((name): [string, string] => ['take', name]),
    ]
    return action(args(postForm(path, all, cookie)))
  }
  return { ...made, args, path, save, stored: () => stored(made.event.id) }
}

const accountOf = (ctx: Context) => (ctx.actor.kind === 'account' ? ctx.actor.accountId : '')

async function stored(id: string) {
  const [row] = await db.select().from(events).where(eq(events.id, id))
  return row
}

describe('the settings page', () => {
  it('is for those who are signed in and may edit', async () => {
    const { args, path } = await opened()
    const stranger = await signInCookieOf(await memberOf(await organization()))
    await expect(loader(args(getPage(path)))).rejects.toMatchObject({ status: 302 })
    await expect(loader(args(getPage(path, stranger)))).rejects.toMatchObject({ code: 'event-missing' })
    await expect(action(args(postForm(path, {}, stranger)))).rejects.toMatchObject({ code: 'event-missing' })
  })

  it('saves what it shows without changing anything', async () => {
    const { save, stored } = await opened()
    expect(await save({})).toMatchObject({ status: 303 })
    expect(await stored()).toMatchObject({ revision: 1, timeZone: 'America/New_York' })
  })

  it('keeps everything typed when a time does not exist', async () => {
    const { save } = await opened()
    const fields = { startsAt: '2027-03-14T02:30', endsAt: '2027-03-14T04:30', 'title.en': 'Typed' }
    expect(await save(fields)).toMatchObject({
      init: { status: 400 },
      data: {
        errors: { startsAt: { message: 'organize.form.time-gap' } },
        values: { startsAt: '2027-03-14T02:30', title: { en: 'Typed' } },
      },
    })
  })

  it('refuses a pale colour and an unknown zone', async () => {
    const { save } = await opened()
    expect(await save({ accent: '#ffee88' })).toMatchObject({ data: { errors: { accent: {} } } })
    expect(await save({ timeZone: 'Mars/Base' })).toMatchObject({ data: { errors: { timeZone: {} } } })
  })

  it('shows both versions when somebody saved in between, and takes each field from whom one says', async () => {
    const { ctx, event, save, stored } = await opened()
    const theirs = eventDetails({ title: { vi: 'Của họ', en: 'Theirs' }, capacity: 40 })
    const times = {
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      registrationOpensAt: event.registrationOpensAt,
    }
    await editEvent(ctx, { eventId: event.id, revision: 1, details: { ...theirs, ...times } })
    const mine = { 'title.vi': 'Của tôi', 'theme.vi': 'Chủ đề của tôi' }
    const answer = await save(mine)
    const conflict = {
      revision: '2',
      differences: expect.arrayContaining([
        { field: 'title.vi', mine: 'Của tôi', theirs: 'Của họ', take: 'mine' },
        { field: 'title.en', mine: 'Film roundtable', theirs: 'Theirs', take: 'theirs' },
        { field: 'capacity', mine: '', theirs: '40', take: 'theirs' },
      ]),
    }
    const typed = { title: { vi: 'Của tôi' }, theme: { vi: 'Chủ đề của tôi' } }
    expect(answer).toMatchObject({ init: { status: 409 }, data: { conflict, values: typed } })
    expect(await stored()).toMatchObject({ revision: 2, title: { vi: 'Của họ' } })
    await save({ ...mine, revision: '2' }, ['title.en', 'capacity'])
    expect(await stored()).toMatchObject({
      revision: 3,
      title: { vi: 'Của tôi', en: 'Theirs' },
      theme: { vi: 'Chủ đề của tôi' },
      capacity: 40,
    })
  })
})
