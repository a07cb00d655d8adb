import { desc, eq, like, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { findOrganizerContext, organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { openSecret } from '#app/shared/auth/seal.server.ts'
import { signInLasts } from '#app/shared/auth/sign-in-lasts.ts'
import { hashToken } from '#app/shared/auth/tokens.server.ts'
import type { Context } from '#app/shared/context.ts'
import { outbox, signIn, signInCode } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { visitor } from '#tests/factories/contexts.ts'
import { account, memberOf, organization } from '#tests/factories/organizations.ts'
import { firstSignInLink } from './first-sign-in-link.server.ts'
import { requestSignIn } from './request-sign-in.server.ts'
import { codeAttempts, signInWithCode } from './sign-in-with-code.server.ts'
import { findSignInLink, signInWithLink } from './sign-in-with-link.server.ts'
import { signOut } from './sign-out.server.ts'
import { signOutEverywhere } from './sign-out-everywhere.server.ts'

const { db } = await testDatabase()
const browser = { name: 'Firefox' }
const wrong = expect.objectContaining({ code: 'sign-in-code-wrong', kind: 'invalid' })
const later = (minutes: number) => visitor('vi', new Date(Date.now() + minutes * 60_000))

async function mailed(ctx: Context = visitor()) {
  const who = await account({ email: `Lan.${Math.random()}@vfda.example`, locale: 'en' })
  const { pendingId } = await requestSignIn(ctx, { email: ` ${who.email.toUpperCase()}` })
  const [mail] = await db
    .select()
    .from(outbox)
    .where(eq(outbox.recipientEmail, who.email))
    .orderBy(desc(outbox.createdAt))
  const { code, link } = JSON.parse(openSecret(mail?.secret ?? '')) as { code: string; link: string }
  return { who, pendingId, code, link, mail }
}

const request = (token: string, path = '/organize') =>
  new Request(`http://localhost:3000${path}`, { headers: { Cookie: `other=1; sign-in=${token}` } })
const otherCode = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

describe('a mailed code', () => {
  it('signs in once, in the language of the account', async () => {
    const { who, pendingId, code, mail } = await mailed()
    expect(mail).toMatchObject({ kind: 'sign-in', locale: 'en', recipientName: who.name })
    expect(JSON.stringify(mail?.facts)).not.toContain(code)
    const token = await signInWithCode(visitor(), { pendingId, code, browser })
    expect(await findOrganizerContext(request(token))).toMatchObject({
      actor: { accountId: who.id },
      locale: 'en',
    })
    await expect(signInWithCode(visitor(), { pendingId, code, browser })).rejects.toEqual(wrong)
  })

  it('is stored as a hash, like the link and the sign-in', async () => {
    const { pendingId, code, link } = await mailed()
    const token = await signInWithCode(visitor(), { pendingId, code, browser })
    const stored = JSON.stringify([await db.select().from(signInCode), await db.select().from(signIn)])
    for (const secret of [code, link, token]) expect(stored).not.toContain(`"${secret}"`)
  })

  it('ends after ten minutes', async () => {
    const { pendingId, code } = await mailed()
    await expect(signInWithCode(later(11), { pendingId, code, browser })).rejects.toEqual(wrong)
  })

  it('may be guessed five times', async () => {
    const { pendingId, code } = await mailed()
    for (let n = 0; n < codeAttempts; n++) {
      await expect(signInWithCode(visitor(), { pendingId, code: otherCode(code), browser })).rejects.toEqual(
        wrong,
      )
    }
    await expect(signInWithCode(visitor(), { pendingId, code, browser })).rejects.toEqual(wrong)
  })

  it('is counted when many guess at once', async () => {
    const { pendingId, code } = await mailed()
    const guesses = Array.from({ length: 20 }, () =>
      signInWithCode(visitor(), { pendingId, code: otherCode(code), browser }),
    )
    await Promise.allSettled(guesses)
    const [row] = await db.select().from(signInCode).where(eq(signInCode.id, pendingId))
    expect(row?.attempts).toBe(codeAttempts)
  })

  it('is good for one of two who use it at once', async () => {
    const { who, pendingId, code, link } = await mailed()
    const results = await Promise.allSettled([
      signInWithCode(visitor(), { pendingId, code, browser }),
      signInWithCode(visitor(), { pendingId, code, browser }),
      signInWithLink(visitor(), link, browser),
    ])
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    expect(await db.select().from(signIn).where(eq(signIn.accountId, who.id))).toHaveLength(1)
  })

  it('is asked for alike by strangers, who get nothing', async () => {
    const before = await db.$count(outbox)
    const { pendingId } = await requestSignIn(visitor(), { email: 'nobody@example.org' })
    expect(pendingId).toMatch(/^[0-9a-f-]{36}$/)
    expect(await db.$count(outbox)).toBe(before)
    await expect(signInWithCode(visitor(), { pendingId, code: '000000', browser })).rejects.toEqual(wrong)
  })

  it('belongs to the browser that asked for it', async () => {
    const first = await mailed()
    const second = await mailed()
    const crossed = { pendingId: second.pendingId, code: first.code, browser }
    if (first.code !== second.code) await expect(signInWithCode(visitor(), crossed)).rejects.toEqual(wrong)
  })
})

describe('a mailed link', () => {
  it('survives being looked at, and signs in once', async () => {
    const { who, link } = await mailed()
    for (let n = 0; n < 3; n++) expect(await findSignInLink(visitor(), link)).toEqual({ name: who.name })
    await signInWithLink(visitor(), link, browser)
    expect(await findSignInLink(visitor(), link)).toBeNull()
    await expect(signInWithLink(visitor(), link, browser)).rejects.toMatchObject({
      code: 'sign-in-link-gone',
    })
  })

  it('ends after ten minutes', async () => {
    const { link } = await mailed()
    expect(await findSignInLink(later(11), link)).toBeNull()
    await expect(signInWithLink(later(11), link, browser)).rejects.toMatchObject({
      code: 'sign-in-link-gone',
    })
  })
})

describe('a signed-in browser', () => {
  it('gets a new token each time, and the old one ends', async () => {
    const first = await mailed()
    const old = await signInWithLink(visitor(), first.link, browser)
    const second = await mailed()
    const token = await signInWithLink(visitor(), second.link, { ...browser, heldToken: old })
    expect(await findOrganizerContext(request(old))).toBeNull()
    expect(await findOrganizerContext(request(token))).toMatchObject({ actor: { accountId: second.who.id } })
  })

  it('signs out by itself or everywhere', async () => {
    const { who, link } = await mailed()
    const here = await signInWithLink(visitor(), link, browser)
    await db.insert(signIn).values({
      accountId: who.id,
      tokenHash: hashToken('x'.repeat(43)),
      expiresAt: new Date(Date.now() + signInLasts),
    })
    await signOut(await organizerContext(request(here)))
    expect(await findOrganizerContext(request(here))).toBeNull()
    const there = await organizerContext(request('x'.repeat(43)))
    await signOutEverywhere(there)
    expect(await db.select().from(signIn).where(eq(signIn.accountId, who.id))).toEqual([])
  })

  it('stays signed in while it is used', async () => {
    const { who, link } = await mailed()
    const token = await signInWithLink(visitor(), link, browser)
    const longAgo = new Date(Date.now() - 20 * 60_000)
    await db
      .update(signIn)
      .set({ lastSeenAt: longAgo, expiresAt: new Date(Date.now() + 1000) })
      .where(eq(signIn.accountId, who.id))
    await findOrganizerContext(request(token))
    const [row] = await db.select().from(signIn).where(eq(signIn.accountId, who.id))
    expect(row?.expiresAt.getTime()).toBeGreaterThan(Date.now() + signInLasts - 60_000)
    await db.update(signIn).set({ expiresAt: longAgo }).where(eq(signIn.accountId, who.id))
    expect(await findOrganizerContext(request(token))).toBeNull()
  })

  it('that is none is sent to sign in and back', async () => {
    const thrown = await organizerContext(request('y'.repeat(43), '/organize/events/a.data?_routes=b')).catch(
      (e) => e,
    )
    expect(thrown.status).toBe(302)
    expect(thrown.headers.get('Location')).toBe('/sign-in?to=%2Forganize%2Fevents%2Fa')
  })
})

describe('asking for a sign-in', () => {
  it('by strangers from everywhere neither locks the owner out nor fills the mailbox', async () => {
    const who = await account()
    for (let i = 0; i < 30; i++) await requestSignIn(visitor(), { email: who.email })
    const mails = await db.select().from(outbox).where(eq(outbox.recipientEmail, who.email))
    expect(mails).toHaveLength(3)
    const newest = mails.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime()).at(-1)
    const { link } = JSON.parse(openSecret(newest?.secret ?? '')) as { link: string }
    expect(await signInWithLink(later(5), link, browser)).toEqual(expect.any(String))
  })

  it('sends at most twenty mails a day to one mailbox, whatever stands behind the plus', async () => {
    const name = `many${Math.random()}`
    const people = await Promise.all(
      Array.from({ length: 10 }, (_, at) => account({ email: `${name}+${at}@vfda.example` })),
    )
    for (let round = 0; round < 3; round++) {
      for (const one of people) await requestSignIn(visitor(), { email: one.email })
      await db.execute(
        sql`update rate_limit set resets_at = now() where resets_at < now() + interval '1 hour'`,
      )
    }
    const mails = await db
      .select()
      .from(outbox)
      .where(like(outbox.recipientEmail, `${name}+%`))
    expect(mails).toHaveLength(9)
    for (let round = 0; round < 9; round++) {
      for (const one of people) await requestSignIn(visitor(), { email: one.email })
      await db.execute(
        sql`update rate_limit set resets_at = now() where resets_at < now() + interval '1 hour'`,
      )
    }
    expect(
      await db
        .select()
        .from(outbox)
        .where(like(outbox.recipientEmail, `${name}+%`)),
    ).toHaveLength(20)
  })

  it('ends the link that was mailed before', async () => {
    const { who, link } = await mailed()
    await requestSignIn(visitor(), { email: who.email })
    await expect(signInWithLink(visitor(), link, browser)).rejects.toMatchObject({
      code: 'sign-in-link-gone',
    })
  })

  it('is limited for one source and address', async () => {
    const [who, ctx] = [await account(), visitor()]
    for (let i = 0; i < 5; i++) await requestSignIn(ctx, { email: who.email })
    await expect(requestSignIn(ctx, { email: who.email })).rejects.toMatchObject({ kind: 'too-many' })
    await expect(requestSignIn(ctx, { email: 'other@vfda.example' })).resolves.toBeDefined()
  })
})

describe('the first link of an installation', () => {
  beforeEach(async () => {
    await db.delete(signIn)
    await db.delete(signInCode)
  })

  it('is there until somebody signed in, one for each process that started', async () => {
    expect(await firstSignInLink()).toBeNull()
    const admin = await memberOf(await organization())
    const early = await firstSignInLink()
    const link = await firstSignInLink()
    expect(link).toMatch(/^http:\/\/localhost:3000\/sign-in\/link\/[\w-]{43}$/)
    const secret = (address: string | null) => address?.split('/').at(-1) ?? ''
    expect(await findSignInLink(visitor(), secret(early))).toEqual({ name: admin.name })
    const token = await signInWithLink(later(60), secret(link), browser)
    const ctx = await organizerContext(request(token))
    expect(ctx.actor).toMatchObject({ accountId: admin.id })
    expect(await findSignInLink(visitor(), secret(early))).toBeNull()
    await signOutEverywhere(ctx)
    expect(await firstSignInLink()).toBeNull()
  })
})
