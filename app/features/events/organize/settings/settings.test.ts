import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { editEvent } from '#app/features/events/domain/edit-event.server.ts'
import type { Context } from '#app/shared/context.ts'
import type { FormValues } from '#app/shared/forms/form-values.ts'
import { flatten } from '#app/shared/forms/merge.ts'
import { event as events } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { eventDetails, organizedEvent } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { action, loader } from './settings.tsx'

const { db } = await testDatabase()

async function opened() {
  const made = await organizedEvent()
  const cookie = await signInCookieOf({ id: accountOf(made.ctx) })
  const path = `/organize/events/${made.event.slug}/settings`
  const args = (request: Request) => ({ request, params: { event: made.event.slug }, context: {} })
  const page = (await loader(args(getPage(path, cookie)))).data
  const form = { ...flatten(page.values), base: page.base }
  const save = (fields: Record<string, string>) =>
    action(args(postForm(path, Object.entries({ ...form, ...fields }), cookie)))
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

  it('keeps what each of two people changed, without a question', async () => {
    const { ctx, event, save, stored } = await opened()
    await editEvent(ctx, { eventId: event.id, revision: 1, details: theirs(event) })
    expect(await save({ 'theme.vi': 'Chủ đề của tôi' })).toMatchObject({ status: 303 })
    expect(await stored()).toMatchObject({
      revision: 3,
      capacity: 40,
      title: { vi: 'Của họ', en: 'Theirs' },
      theme: { vi: 'Chủ đề của tôi' },
    })
  })

  it('asks about the field that both changed until somebody chooses, and destroys nothing before', async () => {
    const { ctx, event, save, stored } = await opened()
    await editEvent(ctx, { eventId: event.id, revision: 1, details: theirs(event) })
    const mine = { 'title.vi': 'Của tôi', 'theme.vi': 'Chủ đề của tôi' }
    const asked = {
      init: { status: 409 },
      data: {
        conflict: { differences: [{ field: 'title.vi', mine: 'Của tôi', theirs: 'Của họ' }] },
        values: { title: { vi: 'Của tôi', en: 'Theirs' }, theme: { vi: 'Chủ đề của tôi' }, capacity: '40' },
      },
    }
    const answer = await save(mine)
    expect(answer).toMatchObject(asked)
    const { values, conflict } = (answer as { data: { values: FormValues; conflict: { seen: string } } }).data
    const again = { ...flatten(values), seen: conflict.seen }
    expect(await save(again)).toMatchObject(asked)
    expect(await stored()).toMatchObject({ revision: 2, title: { vi: 'Của họ', en: 'Theirs' } })
    expect(await save({ ...again, 'choice.title.vi': 'mine' })).toMatchObject({ status: 303 })
    expect(await stored()).toMatchObject({
      revision: 3,
      title: { vi: 'Của tôi', en: 'Theirs' },
      capacity: 40,
      theme: { vi: 'Chủ đề của tôi' },
    })
  })
})

/** What somebody else saves: other titles and a limit, all else as it was. */
function theirs({ startsAt, endsAt, registrationOpensAt }: typeof events.$inferSelect) {
  const details = eventDetails({ title: { vi: 'Của họ', en: 'Theirs' }, capacity: 40 })
  return { ...details, startsAt, endsAt, registrationOpensAt }
}
