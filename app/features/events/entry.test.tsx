import { eq } from 'drizzle-orm'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { copyEvent } from '#app/features/next-event/domain/copy-event.server.ts'
import { loader as registerPage } from '#app/features/registration/register.tsx'
import { changedValues } from '#app/organize/changes/changed-values.ts'
import { flatten } from '#app/shared/forms/merge.ts'
import { withRequestStore } from '#app/shared/http/request-store.server.ts'
import { activity, event as events } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { event, eventDetails, organizedEvent } from '#tests/factories/events.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { keptChanges } from './domain/edit-changes.ts'
import { editEvent } from './domain/edit-event.server.ts'
import { EntryText } from './entry-text.tsx'
import { loader as eventPage } from './event.tsx'
import { action, loader } from './organize/settings/settings.tsx'

const { db } = await testDatabase()
const tickets = 'https://tickets.example.org/table'
const store = { requestId: 't', source: '192.0.2.7', locale: 'en' as const, nonce: '' }

const shownOf = (slug: string) =>
  withRequestStore({ ...store }, async () => {
    const args = (path: string) => ({
      request: new Request(`http://localhost:3000${path}`),
      params: { lang: 'en', event: slug },
      context: {},
    })
    const page = await eventPage(args(`/en/events/${slug}`))
    const form = await registerPage(args(`/en/events/${slug}/register`))
    return { structured: page.data.head.structured?.[0] as Record<string, unknown>, form: form.data.event }
  })

describe('on what terms one comes in', () => {
  it.each([
    [null, null, undefined, undefined],
    ['invitation', null, undefined, undefined],
    ['free', null, true, undefined],
    ['priced', null, false, undefined],
    ['priced', tickets, false, { '@type': 'Offer', url: tickets }],
  ] as const)('%s, tickets at %s: claimed free %s', async (entry, ticketsUrl, isFree, offers) => {
    const { slug } = await event({ entry, ticketsUrl })
    const { structured, form } = await shownOf(slug)
    expect(structured.isAccessibleForFree).toBe(isFree)
    expect(structured.offers).toEqual(offers)
    expect(form).toMatchObject({ entry, ticketsUrl })
  })

  it('is said in words, with the way to the tickets until it is over', () => {
    const shown = (isOver: boolean) =>
      renderToStaticMarkup(<EntryText event={{ entry: 'priced', ticketsUrl: tickets }} isOver={isOver} />)
    expect(shown(false)).toContain(`href="${tickets}"`)
    expect(shown(false)).toContain('tickets.example.org')
    expect(shown(true)).not.toContain('href')
    expect(shown(true)).not.toBe('')
    expect(renderToStaticMarkup(<EntryText event={{ entry: null, ticketsUrl: null }} isOver={false} />)).toBe(
      '',
    )
  })

  it('is set in the settings, merged with what others change, and told in the activity', async () => {
    const made = await organizedEvent()
    const { actor } = made.ctx
    const cookie = await signInCookieOf({ id: actor.kind === 'account' ? actor.accountId : '' })
    const path = `/organize/events/${made.event.slug}/settings`
    const args = (request: Request) => ({ request, params: { event: made.event.slug }, context: {} })
    const page = (await loader(args(getPage(path, cookie)))).data
    const form = { ...flatten(page.values), base: page.base }
    const save = (fields: Record<string, string>) =>
      action(args(postForm(path, { ...form, ...fields }, cookie)))
    expect(form).toMatchObject({ entry: '', ticketsUrl: '' })
    const refused = { init: { status: 400 }, data: { errors: { ticketsUrl: {} } } }
    expect(await save({ entry: 'priced', ticketsUrl: 'http://tickets.example.org' })).toMatchObject(refused)
    expect(await save({ entry: 'free', ticketsUrl: tickets })).toMatchObject(refused)
    expect(await save({ entry: 'gratis' })).toMatchObject({ init: { status: 400 } })
    const { startsAt, endsAt, registrationOpensAt } = made.event
    const theirs = eventDetails({ startsAt, endsAt, registrationOpensAt, capacity: 40 })
    await editEvent(made.ctx, { eventId: made.event.id, revision: 1, details: theirs })
    expect(await save({ entry: 'priced', ticketsUrl: tickets })).toMatchObject({ status: 303 })
    const [stored] = await db.select().from(events).where(eq(events.id, made.event.id))
    expect(stored).toMatchObject({ entry: 'priced', ticketsUrl: tickets, capacity: 40 })
    const told = await db.select().from(activity).where(eq(activity.eventId, made.event.id))
    const changes = told.flatMap(({ details }) => changedValues(keptChanges(details), made.event.timeZone))
    expect(changes.map(({ to }) => to)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?!priced)/), tickets]),
    )
  })

  it('goes along to the next event, without the link to tickets of this one', async () => {
    const made = await organizedEvent({ entry: 'priced', ticketsUrl: tickets })
    const next = await copyEvent(made.ctx, {
      eventId: made.event.id,
      organizationId: made.body.id,
      title: { vi: 'Lần hai', en: 'Second' },
      slug: '',
      day: '2028-02-01',
      agenda: false,
      categories: false,
      actions: false,
    })
    const [stored] = await db.select().from(events).where(eq(events.id, next.id))
    expect(stored).toMatchObject({ entry: 'priced', ticketsUrl: null })
  })
})
