import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { publishAgenda } from '#app/features/publishing/domain/publish-agenda.server.ts'
import { personalToken } from '#app/features/registration/domain/links/personal-link.server.ts'
import { withRequestStore } from '#app/shared/http/request-store.server.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { registration } from '#tests/factories/registrations.ts'
import { postForm } from '#tests/factories/requests.ts'
import { sessionOf } from '#tests/factories/sessions.ts'
import * as page from './own-agenda.tsx'
import * as feed from './own-feed.ts'
import * as seat from './seat.ts'
import * as seatRemoval from './seat-removal.ts'
import * as star from './star.ts'
import * as starRemoval from './star-removal.ts'

await testDatabase()
const within = <T>(work: () => T) =>
  withRequestStore({ requestId: 't', source: '192.0.2.1', locale: 'vi', nonce: '' }, work)

async function attendee() {
  const made = await event()
  const talk = await sessionOf(made)
  const small = await sessionOf(made, { capacity: 1, from: 15 })
  await publishAgenda(system(), { eventId: made.id })
  const { id, tokenSalt } = await registration(made.guest)
  const token = personalToken(tokenSalt)
  const path = `/registrations/${token}/agenda`
  const params = (session = '') => ({ token, session })
  const get = (headers: Record<string, string> = {}) => ({
    request: new Request(`http://localhost:3000${path}`, { headers }),
    params: params(),
    context: {},
  })
  const post = (
    route: { action: typeof star.action },
    session: string,
    fields: Record<string, string> = {},
  ) => within(() => route.action({ request: postForm(path, fields), params: params(session), context: {} }))
  return { made, id, talk, small, token, path, get, post }
}

const entries = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => ({
    uid: String(one.getFirstPropertyValue('uid')),
    status: String(one.getFirstPropertyValue('status')),
  }))

describe('the page of an own agenda', () => {
  it('shows what was chosen, and what runs at the same time', async () => {
    const { talk, small, get, post, path } = await attendee()
    const answer = await post(star, talk.id, { back: `all-${talk.slug}` })
    expect(answer.headers.get('Location')).toBe(`${path}#all-${talk.slug}`)
    await post(seat, small.id, { back: 'javascript:x', mine: '1' }).then((response) =>
      expect(response.headers.get('Location')).toBe(`${path}?mine=1`),
    )
    const view = await within(() => page.loader(get()))
    expect(view.own).toHaveLength(2)
    expect(view.seats).toEqual([{ sessionId: small.id, capacity: 1, signedUp: 1, waitlisted: 0 }])
    expect(view.clashes.map((one) => one.sessionId).sort()).toEqual([talk.id, small.id].sort())
    await post(starRemoval, talk.id)
    await post(seatRemoval, small.id)
    expect((await within(() => page.loader(get()))).own).toEqual([])
  })

  it('is for the holder of the link, and takes nothing of another event', async () => {
    const { post } = await attendee()
    const other = await attendee()
    await expect(post(star, other.talk.id)).rejects.toMatchObject({ code: 'session-missing' })
    const strange = { ...other.get(), params: { token: 'A'.repeat(43) } }
    await expect(within(() => page.loader(strange))).rejects.toMatchObject({ kind: 'missing' })
    await expect(within(() => feed.loader(strange))).rejects.toMatchObject({ kind: 'missing' })
  })
})

describe('the calendar of an own agenda', () => {
  it('has the chosen sessions under their public UID, is told as unchanged, and keeps what was dropped', async () => {
    const { made, talk, small, get, post } = await attendee()
    const read = (headers = {}) => within(() => feed.loader(get(headers)))
    expect(entries(await (await read()).text())).toEqual([])
    await post(star, talk.id)
    await post(seat, small.id)
    const first = await read()
    expect(first.headers.get('Cache-Control')).toContain('private')
    const ids = [talk.id, small.id].sort()
    const text = await first.text()
    expect(text).not.toContain('ATTENDEE')
    expect(
      entries(text)
        .map((one) => one.uid)
        .sort(),
    ).toEqual(ids)
    const again = await read({ 'If-None-Match': first.headers.get('ETag') ?? '' })
    expect(again.status).toBe(304)
    await editDraft(system(), {
      eventId: made.id,
      edits: [{ kind: 'edit', sessionId: talk.id, was: {}, set: { dropped: true } }],
    })
    await publishAgenda(system(), { eventId: made.id })
    const after = entries(await (await read()).text())
    expect(after).toContainEqual({ uid: talk.id, status: 'CANCELLED' })
    expect(after).toContainEqual({ uid: small.id, status: 'CONFIRMED' })
  })

  it('has the parts in which one has a seat, and no other', async () => {
    const { made, id, get } = await attendee()
    const [taken, waited] = [await event({ parentId: made.id }), await event({ parentId: made.id })]
    await event({ parentId: made.id })
    await registration(taken.guest, { parentId: id })
    await registration(waited.guest, { parentId: id, state: 'waitlisted' })
    const text = await (await within(() => feed.loader(get()))).text()
    expect(entries(text)).toEqual([{ uid: taken.id, status: 'CONFIRMED' }])
  })
})
