import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { activity, member, outbox } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { acceptHosting } from './accept-hosting.server.ts'
import { addHost } from './add-host.server.ts'
import { arrangeHosts } from './arrange-hosts.server.ts'
import { askHost } from './ask-host.server.ts'
import { declineHosting } from './decline-hosting.server.ts'
import { listHostRequests, listRequestsToOwn } from './host-requests.server.ts'
import { listHosts, listOtherOrganizations } from './organizations.server.ts'
import { takeBackHostRequest } from './take-back-host-request.server.ts'
import { withdrawHost } from './withdraw-host.server.ts'

const { db } = await testDatabase()

async function twoHosts() {
  const [a, b] = [await organization(), await organization()]
  const [adminA, adminB] = [await memberOf(a), await memberOf(b)]
  return { a, b, ctxA: signedIn(adminA), ctxB: signedIn(adminB), event: await event({ hosts: [a, b] }) }
}

const refusal = (code: string) => expect.objectContaining({ code })
const mailsTo = (email: string) => db.select().from(outbox).where(eq(outbox.recipientEmail, email))
const order = async (eventId: string) => (await listHosts(eventId)).map((host) => host.organizationId)

describe('hosts', () => {
  it('ask another organization, which is an equal once an admin of it accepts', async () => {
    const { ctxA, event: it, a, b } = await twoHosts()
    const c = await organization()
    const [adminC, organizerC] = [await memberOf(c), await memberOf(c, 'organizer')]
    const ctxC = signedIn(adminC)
    const wish = { eventId: it.id, organizationId: c.id }
    await expect(askHost(ctxC, wish)).rejects.toEqual(refusal('event-missing'))
    await expect(addHost(ctxA, wish)).rejects.toEqual(refusal('right-missing'))
    expect((await listOtherOrganizations(it.id)).map((one) => one.id)).toContain(c.id)
    await askHost(ctxA, wish)
    expect(await order(it.id)).toEqual([a.id, b.id])
    expect((await listOtherOrganizations(it.id)).map((one) => one.id)).not.toContain(c.id)
    await expect(requireEventRight(ctxC, 'event.read', it.id)).rejects.toEqual(refusal('event-missing'))
    await expect(askHost(ctxA, wish)).rejects.toEqual(refusal('host-asked-already'))
    const [request] = await listRequestsToOwn(ctxC)
    expect(request).toMatchObject({
      title: it.title,
      askedBy: ctxA.actor.kind === 'account' && ctxA.actor.name,
    })
    const answered = { organizationId: c.id, requestId: request?.id ?? '' }
    for (const other of [ctxA, signedIn(organizerC)]) {
      await expect(acceptHosting(other, answered)).rejects.toBeInstanceOf(Refusal)
      expect(await listRequestsToOwn(other)).toEqual([])
    }
    await acceptHosting(ctxC, answered)
    expect((await listHosts(it.id)).at(-1)).toMatchObject({ organizationId: c.id })
    await arrangeHosts(ctxC, { eventId: it.id, order: [c, a, b].map((one) => one.id) })
    expect(await order(it.id)).toEqual([c.id, a.id, b.id])
    await expect(askHost(ctxA, wish)).rejects.toEqual(refusal('host-already'))
    const asked = await mailsTo(adminC.email)
    expect(asked).toMatchObject([{ kind: 'hosting', eventId: null, facts: { hosting: { what: 'asked' } } }])
    expect(await mailsTo(organizerC.email)).toEqual([])
  })

  it('learn of a no, and may take back what nobody has answered', async () => {
    const { ctxA, ctxB, event: it, a, b } = await twoHosts()
    const c = await organization()
    const adminC = await memberOf(c)
    const wish = { eventId: it.id, organizationId: c.id }
    await askHost(ctxA, wish)
    const [first] = await listHostRequests(it.id)
    await declineHosting(signedIn(adminC), { organizationId: c.id, requestId: first?.id ?? '' })
    expect(await order(it.id)).toEqual([a.id, b.id])
    const told = ctxA.actor.kind === 'account' ? await mailsTo(ctxA.actor.email) : []
    expect(told).toMatchObject([{ facts: { hosting: { what: 'declined', by: '' } } }])
    const entries = await db.select().from(activity).where(eq(activity.eventId, it.id))
    expect(JSON.stringify(entries)).not.toContain(adminC.name)
    await askHost(ctxA, wish)
    const [again] = await listHostRequests(it.id)
    await takeBackHostRequest(ctxB, { eventId: it.id, requestId: again?.id ?? '' })
    const late = acceptHosting(signedIn(adminC), { organizationId: c.id, requestId: again?.id ?? '' })
    await expect(late).rejects.toEqual(refusal('host-request-missing'))
    await askHost(ctxA, wish)
    await takeBackHostRequest(ctxB, {
      eventId: it.id,
      requestId: (await listHostRequests(it.id))[0]?.id ?? '',
    })
    await expect(askHost(ctxA, wish)).rejects.toEqual(refusal('too-many'))
  })

  it('that an actor is an admin of too are seated by asking', async () => {
    const { ctxA, event: it, a, b } = await twoHosts()
    const c = await organization()
    const accountId = ctxA.actor.kind === 'account' ? ctxA.actor.accountId : ''
    await db.insert(member).values({ organizationId: c.id, accountId, role: 'admin' })
    await askHost(ctxA, { eventId: it.id, organizationId: c.id })
    expect(await order(it.id)).toEqual([a.id, b.id, c.id])
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
    const told = ctxB.actor.kind === 'account' ? await mailsTo(ctxB.actor.email) : []
    expect(told).toMatchObject([{ kind: 'hosting', facts: { hosting: { what: 'withdrawn' } } }])
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
    await expect(arrangeHosts(ctxA, { eventId: it.id, order: [a.id] })).rejects.toBeInstanceOf(Refusal)
  })

  it('are the business of admins', async () => {
    const { event: it, a, b } = await twoHosts()
    const organizer = signedIn(await memberOf(a, 'organizer'))
    const wish = { eventId: it.id, organizationId: b.id }
    await expect(withdrawHost(organizer, wish)).rejects.toEqual(refusal('right-missing'))
  })
})
