import { describe, expect, it, test } from 'vitest'
import { movedAddress } from '#app/shared/pages/moved-address.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system } from '#tests/factories/contexts.ts'
import { event, eventDetails, organizedEvent } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { changeAddress } from './change-address.server.ts'
import { createEvent } from './create-event.server.ts'
import { eventMoved } from './event-slugs.server.ts'
import { getPublicEvent } from './events.server.ts'
import { getOrganizedEvent } from './organized-events.server.ts'

await testDatabase()

const moved = (from: string, to: string) => ({ code: 'event-moved', details: { from, to } })

describe('an event that gets another address', () => {
  it('is found at the new one, and the old one leads there for readers and organizers', async () => {
    const { event: of, ctx } = await organizedEvent()
    expect(await changeAddress(ctx, { eventId: of.id, slug: 'den-kin' })).toBe('den-kin')
    expect(await getPublicEvent('den-kin')).toMatchObject({ id: of.id })
    await expect(getPublicEvent(of.slug)).rejects.toMatchObject(moved(of.slug, 'den-kin'))
    await expect(getOrganizedEvent(ctx, of.slug, 'event.read')).rejects.toMatchObject(
      moved(of.slug, 'den-kin'),
    )
    const stranger = signedIn(await memberOf(await organization(), 'admin'))
    await expect(getOrganizedEvent(stranger, of.slug, 'event.read')).rejects.toMatchObject({
      code: 'event-missing',
    })
  })

  it('leads on from every address it had, and may go back to one', async () => {
    const { event: of, ctx } = await organizedEvent()
    await changeAddress(ctx, { eventId: of.id, slug: 'second-one' })
    await changeAddress(ctx, { eventId: of.id, slug: 'third-one' })
    await expect(getPublicEvent(of.slug)).rejects.toMatchObject(moved(of.slug, 'third-one'))
    await expect(getPublicEvent('second-one')).rejects.toMatchObject(moved('second-one', 'third-one'))
    expect(await changeAddress(ctx, { eventId: of.id, slug: of.slug })).toBe(of.slug)
    expect(await getPublicEvent(of.slug)).toMatchObject({ id: of.id })
    await expect(getPublicEvent('third-one')).rejects.toMatchObject(moved('third-one', of.slug))
  })

  it('keeps what it had from others, who get a number behind it', async () => {
    const { event: of, ctx } = await organizedEvent()
    await changeAddress(ctx, { eventId: of.id, slug: 'mine-now' })
    const other = await organizedEvent()
    expect(await changeAddress(other.ctx, { eventId: other.event.id, slug: of.slug })).toBe(`${of.slug}-2`)
    expect(await changeAddress(other.ctx, { eventId: other.event.id, slug: 'mine-now' })).toBe('mine-now-2')
    expect(await changeAddress(other.ctx, { eventId: other.event.id, slug: 'new' })).toBe('new-2')
  })

  it('is not given away while it is unpublished, and strangers cannot move it', async () => {
    const { event: of, ctx } = await organizedEvent({ publishedAt: null })
    await changeAddress(ctx, { eventId: of.id, slug: 'hidden-one' })
    await expect(getPublicEvent(of.slug)).rejects.toMatchObject({ code: 'event-missing' })
    const stranger = signedIn(await memberOf(await organization(), 'admin'))
    const theirs = changeAddress(stranger, { eventId: of.id, slug: 'stolen' })
    await expect(theirs).rejects.toMatchObject({ code: 'event-missing' })
  })
})

test.each([
  ['Ðà Nẵng 2027', 'da-nang-2027'],
  ['日本映画の円卓', 'event'],
  ['Круглый стол', 'event-2'],
])('an event called %s has the address %s', async (title, slug) => {
  const body = await organization()
  const made = await createEvent(system(), {
    ...eventDetails({ title: { vi: title, en: '' } }),
    organizationId: body.id,
  })
  expect(made.slug).toBe(slug)
})

test('two who choose one address at once get two', async () => {
  const body = await organization()
  const make = () => createEvent(system(), { ...eventDetails(), slug: 'at-once', organizationId: body.id })
  const made = await Promise.all([make(), make(), make()])
  expect(made.map(({ slug }) => slug).sort()).toEqual(['at-once', 'at-once-2', 'at-once-3'])
  expect(await event()).toBeDefined()
})

test.each([
  ['/vi/events/old/agenda?room=a', '/vi/events/new/agenda?room=a'],
  ['/organize/events/old', '/organize/events/new'],
  ['/events/old/agenda.ics?lang=vi', '/events/new/agenda.ics?lang=vi'],
  ['/embed/events/old', '/embed/events/new'],
  ['/vi/events/older', null],
])('%s leads to %s', (path, to) => {
  expect(movedAddress(eventMoved('old', 'new'), `http://localhost:3000${path}`)).toBe(to)
})
