import { expect, it } from 'vitest'
import { findPublicEvent } from '#app/features/events/domain/events.server.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { getHostWords, saveHostWords } from './host-words.server.ts'

await testDatabase()

const none = { title: {}, greeting: {} }

async function twoHosts() {
  const [body, other] = [await organization(), await organization()]
  const made = await event({ hosts: [body, other] })
  const mine = signedIn(await memberOf(body, 'organizer'))
  const theirs = signedIn(await memberOf(other, 'organizer'))
  return { body, made, mine, theirs }
}
const words = { title: { vi: 'Nhân văn', en: 'Humanity' }, greeting: { vi: 'Kính mời', en: 'Welcome' } }

it('are written by the host’s own organizers, and stand with the host', async () => {
  const { body, made, mine, theirs } = await twoHosts()
  const of = { eventId: made.id, slug: body.slug, seen: none, words }
  await expect(saveHostWords(theirs, of)).rejects.toMatchObject({ kind: 'missing' })
  expect(await saveHostWords(mine, of)).toBe(true)
  const shown = (await findPublicEvent(made.slug))?.hosts.find(({ slug }) => slug === body.slug)
  expect(shown?.title).toMatchObject({ vi: 'Nhân văn', en: 'Humanity' })
  expect((await findPublicEvent(made.slug))?.title).toEqual(made.title)
})

it('are not saved over those of a colleague, and untouched they change nothing', async () => {
  const { body, made, mine } = await twoHosts()
  await saveHostWords(mine, { eventId: made.id, slug: body.slug, seen: none, words })
  await expect(
    saveHostWords(mine, { eventId: made.id, slug: body.slug, seen: none, words }),
  ).rejects.toMatchObject({ code: 'saved-by-other' })
  const seen = await getHostWords(made.id, body.slug)
  expect(await saveHostWords(mine, { eventId: made.id, slug: body.slug, seen, words })).toBe(false)
})
