import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { Refusal } from '#app/shared/errors.ts'
import { activity } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { addHost } from './add-host.server.ts'
import { arrangeHosts } from './arrange-hosts.server.ts'
import { listHosts, listOtherOrganizations } from './organizations.server.ts'
import { withdrawHost } from './withdraw-host.server.ts'

const { db } = await testDatabase()

async function twoHosts() {
  const [a, b] = [await organization(), await organization()]
  const [adminA, adminB] = [await memberOf(a), await memberOf(b)]
  return { a, b, ctxA: signedIn(adminA), ctxB: signedIn(adminB), event: await event({ hosts: [a, b] }) }
}

const refusal = (code: string) => expect.objectContaining({ code })
const order = async (eventId: string) => (await listHosts(eventId)).map((host) => host.organizationId)

describe('hosts', () => {
  it('ask another organization in, which is then an equal', async () => {
    const { ctxA, event: it, a, b } = await twoHosts()
    const c = await organization()
    const ctxC = signedIn(await memberOf(c))
    await expect(addHost(ctxC, { eventId: it.id, organizationId: c.id })).rejects.toEqual(
      refusal('event-missing'),
    )
    expect((await listOtherOrganizations(it.id)).map((one) => one.id)).toContain(c.id)
    await addHost(ctxA, { eventId: it.id, organizationId: c.id, guestQuota: 5 })
    expect(await order(it.id)).toEqual([a.id, b.id, c.id])
    const places = [c, a, b].map((one) => ({ organizationId: one.id, guestQuota: null }))
    await arrangeHosts(ctxC, { eventId: it.id, places })
    expect(await order(it.id)).toEqual([c.id, a.id, b.id])
    await expect(addHost(ctxA, { eventId: it.id, organizationId: c.id })).rejects.toEqual(
      refusal('host-already'),
    )
  })

  it('cannot remove each other', async () => {
    const { ctxA, ctxB, event: it, a, b } = await twoHosts()
    await expect(withdrawHost(ctxA, { eventId: it.id, organizationId: b.id })).rejects.toEqual(
      refusal('host-equal'),
    )
    await withdrawHost(ctxB, { eventId: it.id, organizationId: b.id })
    expect(await order(it.id)).toEqual([a.id])
    const done = await db.select().from(activity).where(eq(activity.eventId, it.id))
    expect(done.map((entry) => entry.verb)).toEqual(['host.withdrawn'])
  })

  it('leave one behind, also when both go at once', async () => {
    const { ctxA, ctxB, event: it, a, b } = await twoHosts()
    const results = await Promise.allSettled([
      withdrawHost(ctxA, { eventId: it.id, organizationId: a.id }),
      withdrawHost(ctxB, { eventId: it.id, organizationId: b.id }),
    ])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await order(it.id)).toHaveLength(1)
  })

  it('are arranged as they are now, or not at all', async () => {
    const { ctxA, event: it, a } = await twoHosts()
    const places = [{ organizationId: a.id, guestQuota: 3 }]
    await expect(arrangeHosts(ctxA, { eventId: it.id, places })).rejects.toBeInstanceOf(Refusal)
  })

  it('are the business of admins', async () => {
    const { event: it, a, b } = await twoHosts()
    const organizer = signedIn(await memberOf(a, 'organizer'))
    const wish = { eventId: it.id, organizationId: b.id }
    await expect(withdrawHost(organizer, wish)).rejects.toEqual(refusal('right-missing'))
  })
})
