import { desc, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { undoAct } from '#app/features/acts/domain/undo-act.server.ts'
import { act, member, outbox } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn } from '#tests/factories/contexts.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { action } from './member-removal.ts'

const { db } = await testDatabase()

async function removed(by: { id: string }, gone: { id: string }, slug: string) {
  const request = postForm('/organize', {}, await signInCookieOf(by))
  const params = { organization: slug, account: gone.id }
  expect(await action({ request, params, context: {} })).toMatchObject({ status: 303 })
}
const mailsTo = (email: string) => db.select().from(outbox).where(eq(outbox.recipientEmail, email))

it('tells who was removed, in their language, when the minute to undo it is over', async () => {
  const body = await organization()
  const [admin, gone] = [await memberOf(body), await memberOf(body, 'rapporteur')]
  await removed(admin, gone, body.slug)
  const [mail] = await mailsTo(gone.email)
  expect(mail).toMatchObject({
    kind: 'member-removed',
    locale: gone.locale,
    recipientName: gone.name,
    eventId: null,
    facts: { membership: { organization: body.name, role: 'rapporteur' } },
  })
  const [done] = await db
    .select()
    .from(act)
    .where(eq(act.organizationId, body.id))
    .orderBy(desc(act.createdAt))
  expect(mail?.actId).toBe(done?.id)
  expect(mail?.nextAttemptAt.getTime()).toBeGreaterThan(Date.now())
  await undoAct(signedIn(admin), done?.id ?? '')
  expect(await mailsTo(gone.email)).toEqual([])
  expect(await db.select().from(member).where(eq(member.accountId, gone.id))).toHaveLength(1)
})

it('writes nothing to who leaves by themselves', async () => {
  const body = await organization()
  const [, leaving] = [await memberOf(body), await memberOf(body)]
  await removed(leaving, leaving, body.slug)
  expect(await db.select().from(member).where(eq(member.accountId, leaving.id))).toEqual([])
  expect(await mailsTo(leaving.email)).toEqual([])
})
