import { and, eq, sql } from 'drizzle-orm'
import { describe, expect, it, test } from 'vitest'
import { composeMail } from '#app/features/mail/domain/compose-mail.server.ts'
import { findMailBasis } from '#app/features/mail/domain/facts/mail-basis.server.ts'
import { openSecret } from '#app/shared/auth/seal.server.ts'
import { activity, initiative as initiatives, supporterCount } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { statementsOf, testDatabase } from '#tests/database.ts'
import { visitor } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { at, joining, mailsTo, newsOf, standings, whatOf } from '#tests/factories/joining.ts'
import { link } from '#tests/factories/links.ts'
import { supporterOf } from '#tests/factories/supporters.ts'
import { confirmJoining, refuseJoining } from './confirm-joining.server.ts'
import { joinNewcomers } from './newcomers.server.ts'
import { countSupporters } from './public-supporters.server.ts'
import { readJoiningToken, readSupportingToken } from './supporter-links.server.ts'

await testDatabase()
const linkIn = (mail: { secret: string | null } | undefined) =>
  (JSON.parse(openSecret(mail?.secret ?? '')) as { link: string }).link

describe('whoever asks to join', () => {
  it('waits until the owner of the address presses the button; consents hold from then on', async () => {
    const { of, bodies, email, join, own, confirm } = await joining()
    await join()
    expect(await own()).toMatchObject({ state: 'waiting', listedAt: null, newsAt: null, listedLocale: 'vi' })
    expect(await newsOf(email)).toEqual([])
    const [mail, ...more] = await mailsTo(email)
    expect(more).toEqual([])
    if (!mail) throw new Error('no mail')
    expect(readJoiningToken(linkIn(mail))).toBe((await own()).id)
    const { message, kept } = await composeMail(mail, await findMailBasis([mail]))
    expect(message.text).toContain(`/joining/${linkIn(mail)}`)
    expect(message.text).toContain(of.name.vi)
    expect(JSON.stringify(kept)).not.toContain(linkIn(mail))
    // Whoever typed the address typed the name too.
    expect(message.text).not.toContain('Trần Nhà Phim')
    await confirm(at(0, 'en'))
    const joined = await own()
    expect(joined).toMatchObject({ state: 'joined', listedLocale: 'en', newsLocale: 'en' })
    expect(joined.listedAt && joined.newsAt).toBeTruthy()
    expect(await newsOf(email)).toHaveLength(2)
    expect((await newsOf(email)).map((one) => one.organizationId).sort()).toEqual(
      bodies.map(({ id }) => id).sort(),
    )
    expect(await newsOf(email)).toMatchObject([
      { state: 'confirmed', place: 'initiative' },
      { state: 'confirmed', place: 'initiative' },
    ])
    const [, welcome] = await mailsTo(email)
    expect(readSupportingToken(linkIn(welcome))).toBe(joined.id)
    expect(await countSupporters(of.id)).toMatchObject({ joined: 1, listed: 1, waiting: 0 })
  })

  it('twice at once, in other letters, is one row and one mail', async () => {
    const { of, email, join } = await joining()
    const loud = email.toUpperCase().replace('EXAMPLE.ORG', 'example.org')
    await Promise.all([join(), join(), join(visitor(), { email: loud }), join()])
    expect(await standings(of.id)).toHaveLength(1)
    expect(await mailsTo(email)).toHaveLength(1)
  })

  it('beside others in the same moment shares their statements, and each gets a mail of their own', async () => {
    const { of, email, join, usual } = await joining()
    const as = (n: number) => ({ email: `moment-${n}.${email}`, listed: n % 2 > 0 })
    await join(visitor(), as(0))
    await join(visitor(), as(1))
    expect(await statementsOf(() => join(visitor(), as(2)))).toHaveLength(6)
    const came = [as(3), as(4), { ...as(5), texts: 'older' }, as(1), as(6)]
    const one = (more: object) =>
      joinNewcomers(of.slug, { ctx: visitor(), input: { ...usual, ...more }, linkId: null })
    const kinds: string[] = []
    const all = async () => kinds.push(...(await Promise.all(came.map(one))).map(({ kind }) => kind))
    expect(await statementsOf(all)).toHaveLength(5 + 5)
    expect(kinds).toEqual(['new', 'new', 'refused', 'known', 'new'])
    const rows = await standings(of.id)
    expect(rows.map((row) => row.email).sort()).toEqual([0, 1, 2, 3, 4, 6].map((n) => as(n).email))
    for (const row of rows) {
      expect(row).toMatchObject({ name: usual.name, state: 'waiting', mailedAt: row.askedAt })
      const [mail, ...more] = await mailsTo(row.email)
      expect(more).toEqual([])
      expect(readJoiningToken(linkIn(mail))).toBe(row.id)
      expect(mail?.facts).toMatchObject({ supporting: { agreed: { length: row.listedTextId ? 2 : 1 } } })
    }
    expect(await countSupporters(of.id)).toMatchObject({ waiting: 6, joined: 0 })
  })

  it('and confirms twice at once joins once', async () => {
    const { of, email, join, own, confirm } = await joining()
    await join()
    await Promise.all([confirm(), confirm(), confirm()])
    const said = and(eq(activity.subjectId, (await own()).id), eq(activity.verb, 'supporter.joined'))
    expect(await database().$count(activity, said)).toBe(1)
    expect((await mailsTo(email)).map(whatOf)).toEqual(['asked', 'welcome'])
    expect(await countSupporters(of.id)).toMatchObject({ joined: 1 })
  })

  it('is asked once more after a day, and then no more', async () => {
    const { email, join } = await joining()
    for (const day of [0, 0.5, 1.5, 3, 5]) await join(at(day))
    expect(await mailsTo(email)).toHaveLength(2)
  })

  it('cannot change what an owner is about to confirm unseen', async () => {
    const { join, own } = await joining()
    await join()
    const { id, revision } = await own()
    await join(at(0), { name: 'Kẻ Khác' })
    await expect(confirmJoining(visitor(), { supporterId: id, seen: revision })).rejects.toMatchObject({
      code: 'saved-by-other',
    })
    expect((await own()).state).toBe('waiting')
  })

  it('and has joined already hears so, and nothing of theirs changes', async () => {
    const { email, join, own, confirm } = await joining()
    await join()
    await confirm()
    await join(at(2), { name: 'Kẻ Khác', listed: false })
    expect((await own()).name).toBe('Trần Nhà Phim')
    const mails = await mailsTo(email)
    expect(mails.map(whatOf)).toEqual(['asked', 'welcome', 'known'])
    const told = mails.at(-1)
    if (!told) throw new Error('no mail')
    expect(readSupportingToken(linkIn(told))).toBe((await own()).id)
  })

  it('with neither consent joins all the same, unlisted and unwritten to', async () => {
    const { of, email, join, own, confirm } = await joining({ listed: false, news: false })
    await join()
    await confirm()
    expect(await own()).toMatchObject({ state: 'joined', listedTextId: null, newsTextId: null })
    expect(await newsOf(email)).toEqual([])
    expect(await countSupporters(of.id)).toMatchObject({ joined: 1, listed: 0 })
  })

  it('by other words of consent than those of now is asked to read them', async () => {
    const { join, of } = await joining()
    await database()
      .update(initiatives)
      .set({ name: { vi: 'Tên mới', en: 'New name' } })
      .where(eq(initiatives.id, of.id))
    await expect(join()).rejects.toMatchObject({ code: 'supporter-texts-changed' })
    expect(await standings(of.id)).toEqual([])
  })

  it('is refused after too many from one network, known or not', async () => {
    const { join } = await joining()
    const near = (n: number) => ({ ...visitor(), source: `203.0.113.${n}` })
    for (let n = 0; n < 30; n++) await join(near(n), { email: `n${n}@example.org` })
    await expect(join(near(31), { email: 'n31@example.org' })).rejects.toMatchObject({ kind: 'too-many' })
  })

  it('and never asked forgets the request', async () => {
    const { of, join, own } = await joining()
    await join()
    await refuseJoining(visitor(), (await own()).id)
    expect(await standings(of.id)).toEqual([])
    expect(await database().$count(supporterCount, sql`waiting <> 0 and initiative_id = ${of.id}`)).toBe(0)
  })

  it('keeps by which link they came', async () => {
    const { join, own } = await joining()
    const { id, code } = await link((await event()).id, { source: 'partner' })
    await join(visitor(), {}, code)
    expect((await own()).linkId).toBe(id)
  })

  test('one who was removed gets no mail and stays removed', async () => {
    const { of, email, join, own } = await joining()
    await supporterOf(of.id, { email, state: 'removed' })
    await join()
    expect(await mailsTo(email)).toEqual([])
    expect((await own()).state).toBe('removed')
  })
})

test('an initiative that is deleted takes its supporters along', async () => {
  const { of, join, confirm } = await joining()
  await join()
  await confirm()
  await database().delete(initiatives).where(eq(initiatives.id, of.id))
  expect(await standings(of.id)).toEqual([])
})
