import { expect, test } from 'vitest'
import { editEvent } from '#app/features/events/domain/edit-event.server.ts'
import { withRequestStore } from '#app/shared/http/request-store.server.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn } from '#tests/factories/contexts.ts'
import { event, eventDetails } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { getPage, signInCookieOf } from '#tests/factories/requests.ts'
import { loader } from './activity.tsx'
import { pageOfEntry, readActivityQuery } from './activity-query.ts'

await testDatabase()
const body = await organization()
const member = await memberOf(body, 'organizer')
const cookie = await signInCookieOf(member)
const store = { requestId: 't', source: '192.0.2.1', locale: 'en' as const, nonce: '' }

async function shown(slug: string, query = '') {
  const request = getPage(`/organize/events/${slug}/activity${query}`, cookie)
  const { data } = await withRequestStore({ ...store }, () =>
    loader({ request, params: { event: slug }, context: {} }),
  )
  return data.entries
}

test('an edit is shown with what stood there and what stands there now', async () => {
  const at = await event({ hosts: [body] })
  const details = eventDetails({ startsAt: at.startsAt, endsAt: at.endsAt, title: { vi: 'Một', en: 'One' } })
  const edit = (revision: number, over: object) =>
    editEvent(signedIn(member), { eventId: at.id, revision, details: { ...details, ...over } })
  await edit(1, {})
  await edit(2, { title: { vi: 'Một', en: 'First' }, capacity: 90, contactEmail: 'private@example.org' })
  const [entry] = await shown(at.slug, '?area=event')
  expect(entry?.verb).toBe('event.edited')
  expect(entry?.changed).toMatchObject([
    { name: expect.stringContaining('('), from: 'One', to: 'First' },
    { name: expect.any(String), from: expect.any(String), to: '90' },
  ])
  expect(JSON.stringify(entry)).not.toContain('private@example.org')
})

test('the list is narrowed to what it is about and to words', async () => {
  const at = await event({ hosts: [body] })
  const details = eventDetails({
    startsAt: at.startsAt,
    endsAt: at.endsAt,
    title: { vi: 'Bàn Tròn', en: 'Table' },
  })
  await editEvent(signedIn(member), { eventId: at.id, revision: 1, details })
  expect(await shown(at.slug, '?area=event')).not.toEqual([])
  expect(await shown(at.slug, '?area=mail')).toEqual([])
  expect(await shown(at.slug, '?q=nobody-of-this-name')).toEqual([])
  expect(await shown(at.slug, '?area=__proto__&before=x&q=%00')).toEqual([])
})

test.each([
  ['', { q: '', area: null, before: undefined }],
  ['area=agenda&q=+An+&before=12', { q: 'An', area: 'agenda', before: 12 }],
  ['area=__proto__&before=-1', { q: '', area: null, before: undefined }],
  ['before=99999999999999999999', { q: '', area: null, before: undefined }],
])('asked by %j it is narrowed to %j', (asked, filter) => {
  expect(readActivityQuery(new URLSearchParams(asked))).toEqual(filter)
})

test.each([
  ['event.edited', null, '/e/settings'],
  ['session.added', 's1', '/e/agenda/sessions/s1'],
  ['person.edited', null, null],
  ['person.merged', 'p1', null],
  ['registration.confirmed', 'r1', '/e/registrations/r1'],
  ['host.added', 'h1', null],
])('an entry of %s about %s leads to %s', (verb, id, page) => {
  expect(pageOfEntry('/e', verb, id)).toBe(page)
})
