import { and, eq, inArray } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { composeMail } from '#app/features/mail/domain/compose-mail.server.ts'
import { findMailBasis } from '#app/features/mail/domain/facts/mail-basis.server.ts'
import { openSecret } from '#app/shared/auth/seal.server.ts'
import { event as events, openingWish, outbox } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { system, visitor } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { nextNumber } from '#tests/factories/numbers.ts'
import { askToBeTold } from './ask-to-be-told.server.ts'
import { confirmOpeningWish, findOpeningWish, forgetOpeningWish } from './opening-wishes.server.ts'
import { tellOpenings } from './tell-openings.server.ts'

await testDatabase()
const hour = 60 * 60_000
const inHours = (hours: number) => new Date(Date.now() + hours * hour)

async function closed() {
  const made = await event({ registrationOpensAt: inHours(48) })
  const wish = async (name: string, language: 'vi' | 'en' = 'vi') => {
    const email = `${name}-${nextNumber()}@example.org`
    await askToBeTold(visitor(), made.id, { email, language })
    return { email, link: await linkTo(email) }
  }
  const open = () =>
    database()
      .update(events)
      .set({ registrationOpensAt: inHours(-1) })
      .where(eq(events.id, made.id))
  const left = () => database().select().from(openingWish).where(eq(openingWish.eventId, made.id))
  return { made, wish, open, left }
}
const mailsTo = (email: string) =>
  database()
    .select()
    .from(outbox)
    .where(and(eq(outbox.recipientEmail, email), inArray(outbox.kind, ['opening-asked', 'opening'])))
    .orderBy(outbox.createdAt)
async function linkTo(email: string): Promise<string> {
  const secret = (await mailsTo(email)).at(-1)?.secret
  return secret ? (JSON.parse(openSecret(secret)) as { link: string }).link : ''
}

describe('whoever wishes to be told when registration opens', () => {
  it('confirms by the mailed link, is told once in their language, and forgotten', async () => {
    const { wish, open, left } = await closed()
    const { email, link } = await wish('an', 'en')
    await confirmOpeningWish(visitor(), link)
    expect(await tellOpenings(system())).toBe(0)
    await open()
    const [one = 0, two = 0] = await Promise.all([tellOpenings(system()), tellOpenings(system())])
    expect(one + two).toBe(1)
    await tellOpenings(system())
    const [asked, told, ...more] = await mailsTo(email)
    expect(more).toEqual([])
    if (!asked || !told) throw new Error('no mails')
    const compose = async (mail: typeof told) => composeMail(mail, await findMailBasis([mail]))
    const first = await compose(asked)
    expect(String(first.message.text)).toContain(`/openings/${link}`)
    expect(JSON.stringify(first.kept)).not.toContain(link)
    const { message } = await compose(told)
    expect(message.subject).toMatch(/^Registration is open: /)
    expect(String(message.text)).toContain('/register')
    expect(await left()).toEqual([])
    expect(await findOpeningWish(visitor(), link)).toBeNull()
  })

  it('hears nothing without a word by the link, and is forgotten after a day', async () => {
    const { wish, open, left } = await closed()
    const { email, link } = await wish('binh')
    await open()
    await tellOpenings(system())
    expect((await mailsTo(email)).map(({ kind }) => kind)).toEqual(['opening-asked'])
    expect(await left()).toHaveLength(1)
    await tellOpenings(system(inHours(25)))
    expect(await left()).toEqual([])
    await expect(confirmOpeningWish(visitor(), link)).rejects.toMatchObject({ code: 'opening-link-gone' })
  })

  it('asks twice and has one wish, whose link is the newest; one that is confirmed is not asked again', async () => {
    const { made, left } = await closed()
    const email = `chi-${nextNumber()}@example.org`
    const ask = (address: string) => askToBeTold(visitor(), made.id, { email: address, language: 'vi' })
    await ask(email)
    const first = await linkTo(email)
    await ask(email.toUpperCase().replace('EXAMPLE.ORG', 'example.org'))
    expect(await left()).toHaveLength(1)
    expect(await findOpeningWish(visitor(), first)).toBeNull()
    const [row] = await database()
      .select()
      .from(outbox)
      .where(and(eq(outbox.eventId, made.id), eq(outbox.kind, 'opening-asked')))
      .orderBy(outbox.createdAt)
      .offset(1)
    const { link } = JSON.parse(openSecret(row?.secret ?? '')) as { link: string }
    await confirmOpeningWish(visitor(), link)
    await ask(email)
    expect(await database().$count(outbox, eq(outbox.eventId, made.id))).toBe(2)
  })

  it('may take it back, and no mailbox is filled', async () => {
    const { made, wish, left } = await closed()
    const { link } = await wish('dung')
    await forgetOpeningWish(link)
    expect(await left()).toEqual([])
    const email = `em-${nextNumber()}@example.org`
    const ask = () => askToBeTold(visitor(), made.id, { email, language: 'vi' })
    for (let n = 0; n < 3; n++) await ask()
    await expect(ask()).rejects.toMatchObject({ kind: 'too-many' })
  })

  it('is refused where registration is open, and told of nothing that is off by then', async () => {
    const { made, wish, open } = await closed()
    const { email, link } = await wish('giang')
    await confirmOpeningWish(visitor(), link)
    await open()
    await expect(askToBeTold(visitor(), made.id, { email, language: 'vi' })).rejects.toMatchObject({
      code: 'opening-none',
    })
    await tellOpenings(system())
    const mail = (await mailsTo(email)).at(-1)
    if (mail?.kind !== 'opening') throw new Error('not told')
    await database().update(events).set({ cancelledAt: new Date() }).where(eq(events.id, made.id))
    await expect(composeMail(mail, await findMailBasis([mail]))).rejects.toMatchObject({ code: 'not-owed' })
  })
})
