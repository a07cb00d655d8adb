import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { composeMail } from '#app/features/mail/domain/compose-mail.server.ts'
import { findMailBasis } from '#app/features/mail/domain/facts/mail-basis.server.ts'
import { introduction, outbox } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, visitor } from '#tests/factories/contexts.ts'
import { everywhere } from '#tests/factories/everywhere.ts'
import { nextNumber } from '#tests/factories/numbers.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { initiativeWith, supporterOf } from '#tests/factories/supporters.ts'
import { eraseOwn } from '../erase-supporter.server.ts'
import { leaveInitiative } from '../leave-initiative.server.ts'
import { answerIntroduction } from './answer-introduction.server.ts'
import { introduceSupporters } from './introduce-supporters.server.ts'
import { findIntroduction, listIntroductions } from './introductions.server.ts'

await testDatabase()
const later = new Date(Date.now() + 30 * 86_400_000)

async function asked(called = { maker: 'Trần Nhà Phim', fund: 'Sample Fund' }) {
  const body = await organization()
  const of = await initiativeWith([body])
  const ctx = signedIn(await memberOf(body, 'organizer'))
  const maker = await supporterOf(of.id, { name: called.maker, offers: 'Kịch bản' })
  const fund = await supporterOf(of.id, {
    name: 'Jo Sample',
    body: called.fund,
    kind: 'investor',
    locale: 'en',
  })
  const pair = { initiativeId: of.id, firstId: maker.id, secondId: fund.id, words: 'Cùng làm phim.' }
  await introduceSupporters(ctx, pair)
  const [made] = await database().select().from(introduction).where(eq(introduction.initiativeId, of.id))
  if (!made) throw new Error('no introduction')
  const answer = (one: { id: string }, agrees: boolean, now = new Date()) =>
    answerIntroduction(visitor('vi', now), { introductionId: made.id, supporterId: one.id, agrees })
  const mails = async () =>
    (await database().select().from(outbox).where(eq(outbox.kind, 'introduction'))).filter(
      ({ facts }) => (facts.introduction as { id: string }).id === made.id,
    )
  const texts = async (what: 'asked' | 'made') => {
    const found = (await mails()).filter(
      ({ facts }) => (facts.introduction as { what: string }).what === what,
    )
    const basis = await findMailBasis(found)
    return Promise.all(
      found.map(async (mail) => ({ to: mail.recipientEmail, ...(await composeMail(mail, basis)) })),
    )
  }
  return { of, ctx, maker, fund, pair, made, answer, mails, texts }
}

describe('two who are asked', () => {
  it('read of each other what each entered, and no address', async () => {
    const { maker, fund, texts } = await asked()
    const sent = await texts('asked')
    expect(sent.map(({ to }) => to).sort()).toEqual([maker.email, fund.email].sort())
    const toFund = sent.find(({ to }) => to === fund.email)
    expect(toFund?.message.text).toContain('Trần Nhà Phim')
    expect(toFund?.message.text).toContain('Kịch bản')
    expect(toFund?.message.text).toContain('Cùng làm phim.')
    for (const { message, to } of sent) {
      const other = to === fund.email ? maker.email : fund.email
      expect(String(message.text) + String(message.html)).not.toContain(other)
    }
  })

  it('get the addresses when both agreed, once, however they press', async () => {
    const { maker, fund, made, answer, texts } = await asked()
    await answer(maker, true)
    expect(await texts('made')).toEqual([])
    await Promise.all([answer(fund, true), answer(maker, true), answer(fund, true)])
    const sent = await texts('made')
    expect(sent).toHaveLength(2)
    for (const { message, to } of sent) {
      const other = to === fund.email ? maker.email : fund.email
      expect(message.text).toContain(other)
      expect(message.replyTo).toEqual([{ name: '', address: other }])
    }
    const [row] = await database().select().from(introduction).where(eq(introduction.id, made.id))
    expect(row?.madeAt).not.toBeNull()
  })

  it('who both press at the very same moment are introduced once', async () => {
    const { maker, fund, answer, texts } = await asked()
    await Promise.all([answer(maker, true), answer(fund, true)])
    expect(await texts('made')).toHaveLength(2)
  })

  it('learn nothing of a no: neither the other, nor the organizers', async () => {
    const { of, ctx, maker, fund, made, answer, mails } = await asked()
    await answer(fund, false)
    expect(await mails()).toHaveLength(2)
    const seen = await findIntroduction(made.id, maker.id)
    expect(JSON.stringify(seen)).not.toContain('refused')
    expect(await listIntroductions(ctx, of.id)).toMatchObject([{ standing: 'waits' }])
    await answer(maker, true)
    expect(await mails()).toHaveLength(2)
    // A no may become a yes while there is time.
    await answer(fund, true)
    expect(await mails()).toHaveLength(4)
  })

  it('cannot answer when it is over, nor can anybody else', async () => {
    const { maker, answer, of } = await asked()
    await expect(answer(maker, true, later)).rejects.toMatchObject({ code: 'introduction-over' })
    const stranger = await supporterOf(of.id)
    await expect(answer(stranger, true)).rejects.toMatchObject({ code: 'introduction-over' })
  })

  it('are asked once while it waits, and again when it came to nothing', async () => {
    const { ctx, pair } = await asked()
    const turned = { ...pair, firstId: pair.secondId, secondId: pair.firstId }
    await expect(introduceSupporters(ctx, turned)).rejects.toMatchObject({ code: 'introduction-asked' })
    await expect(introduceSupporters({ ...ctx, now: later }, turned)).resolves.toBe(undefined)
  })

  it('one of whom leaves are asked no more; a mail that waits is not sent', async () => {
    const { maker, made, mails, fund } = await asked()
    await leaveInitiative(visitor(), maker.id)
    expect(await database().$count(introduction, eq(introduction.id, made.id))).toBe(0)
    const [mail] = (await mails()).filter(({ recipientEmail }) => recipientEmail === fund.email)
    if (!mail) throw new Error('no mail')
    await expect(composeMail(mail, await findMailBasis([mail]))).rejects.toMatchObject({
      code: 'supporter-gone',
    })
  })

  it('one of whom is deleted vanish from the mails of the other', async () => {
    const { maker, fund, answer, mails } = await asked()
    await answer(maker, true)
    await answer(fund, true)
    await eraseOwn(visitor(), maker.id)
    expect(await mails()).toEqual([])
  })

  it.each([
    ['the first', (two: Awaited<ReturnType<typeof asked>>) => two.maker],
    ['the second', (two: Awaited<ReturnType<typeof asked>>) => two.fund],
  ])('of whom %s is deleted leave nothing of them anywhere', async (_, which) => {
    const n = nextNumber()
    const two = await asked({ maker: `Người ${n}`, fund: `Quỹ ${n}` })
    await two.answer(two.maker, true)
    await two.answer(two.fund, true)
    const gone = which(two)
    await eraseOwn(visitor(), gone.id)
    expect(await everywhere([gone.email, gone.body || gone.name, gone.id])).toEqual([])
  })
})

describe('whom nobody can introduce', () => {
  it('are one and the same, who waits, who is of another initiative, and to whom one has no right', async () => {
    const { ctx, of, pair, maker } = await asked()
    const same = introduceSupporters(ctx, { ...pair, secondId: maker.id })
    await expect(same).rejects.toMatchObject({ code: 'introduction-two' })
    const waiting = await supporterOf(of.id, { state: 'waiting' })
    const early = introduceSupporters(ctx, { ...pair, secondId: waiting.id })
    await expect(early).rejects.toMatchObject({ code: 'supporter-not-joined' })
    const foreign = await supporterOf((await initiativeWith()).id)
    const away = introduceSupporters(ctx, { ...pair, secondId: foreign.id })
    await expect(away).rejects.toMatchObject({ code: 'supporter-missing' })
    const stranger = signedIn(await memberOf(await organization(), 'admin'))
    await expect(introduceSupporters(stranger, pair)).rejects.toMatchObject({ kind: 'missing' })
  })
})
