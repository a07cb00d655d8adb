import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { leaveList } from '#app/features/lists/domain/leave-list.server.ts'
import type { JoiningInput } from '#app/features/supporters/supporters.schema.ts'
import { contact, subscription } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { visitor } from '#tests/factories/contexts.ts'
import { everywhere } from '#tests/factories/everywhere.ts'
import { at, inDays, joining, mailsTo, newsOf, standings, whatOf } from '#tests/factories/joining.ts'
import { supporterOf } from '#tests/factories/supporters.ts'
import { changeSupporter } from './change-supporter.server.ts'
import { eraseOwn, forgetSupporters } from './erase-supporter.server.ts'
import { leaveInitiative } from './leave-initiative.server.ts'
import { countSupporters } from './public-supporters.server.ts'

await testDatabase()

describe('a supporter', () => {
  async function joined(given: Partial<JoiningInput> = {}) {
    const made = await joining(given)
    await made.join()
    await made.confirm()
    const change = async (more: Partial<JoiningInput>, ctx = visitor()) => {
      const { id, revision } = await made.own()
      const { email: _, ...profile } = made.usual
      return changeSupporter(ctx, id, { ...profile, ...more, revision })
    }
    return { ...made, change }
  }

  it('changes what they are and agree to; each consent goes and comes by itself', async () => {
    const { email, own, change } = await joined()
    expect(await change({})).toBe(false)
    expect(await change({ listed: false, offers: 'Máy quay' })).toBe(true)
    expect(await own()).toMatchObject({ listedAt: null, offers: 'Máy quay' })
    expect((await own()).newsAt).not.toBeNull()
    expect(await change({ listed: false, offers: 'Máy quay', news: false })).toBe(true)
    expect((await newsOf(email)).map((one) => one.state)).toEqual(['left', 'left'])
    expect(await change({ listed: true, news: true })).toBe(true)
    expect((await newsOf(email)).map((one) => one.state)).toEqual(['confirmed', 'confirmed'])
    expect((await own()).listedAt).not.toBeNull()
    expect((await mailsTo(email)).map(whatOf)).toEqual(['asked', 'welcome', 'changed', 'changed', 'changed'])
  })

  it('whose page is older than another save looks again', async () => {
    const { own, change } = await joined()
    await expect(change({ offers: 'x', texts: 'other' })).resolves.toBe(true)
    const { id, revision } = await own()
    const { usual } = await joining()
    const stale = changeSupporter(visitor(), id, { ...usual, revision: revision - 1 })
    await expect(stale).rejects.toMatchObject({ code: 'saved-by-other' })
  })

  it('who leaves one list of news leaves the news of all bodies, and supports on', async () => {
    const { email, own } = await joined()
    const [row] = await database()
      .select({ listId: subscription.listId, contactId: subscription.contactId })
      .from(subscription)
      .innerJoin(contact, eq(contact.id, subscription.contactId))
      .where(eq(contact.email, email))
    if (!row) throw new Error('no news')
    await leaveList(visitor(), { ...row, by: 'one-click' })
    expect((await newsOf(email)).map((one) => one.state)).toEqual(['left', 'left'])
    expect(await own()).toMatchObject({ state: 'joined', newsAt: null })
    expect((await own()).listedAt).not.toBeNull()
  })

  it('leaves once, gets a mail, and may join again', async () => {
    const { of, email, own, join, confirm } = await joined()
    const { id } = await own()
    const left = await Promise.all([leaveInitiative(visitor(), id), leaveInitiative(visitor(), id)])
    expect(left.filter(Boolean)).toHaveLength(1)
    expect(await own()).toMatchObject({ state: 'left', listedAt: null, newsAt: null })
    expect(await countSupporters(of.id)).toMatchObject({ joined: 0, listed: 0, gone: 1 })
    expect((await mailsTo(email)).map(whatOf)).toEqual(['asked', 'welcome', 'left'])
    await join(at(2))
    await confirm(at(2))
    expect(await own()).toMatchObject({ state: 'joined', leftAt: null })
  })

  it('who is deleted leaves nothing of themselves anywhere', async () => {
    const { of, email, own, usual } = await joined({ name: 'Tên Không Ai Khác Có' })
    const { id } = await own()
    expect(await eraseOwn(visitor(), id)).toBe(true)
    expect(await standings(of.id)).toEqual([])
    expect(await everywhere([email, usual.name, id])).toEqual([])
    expect(await countSupporters(of.id)).toMatchObject({ joined: 0, listed: 0, gone: 0 })
  })

  it('who never confirmed, or left, is forgotten a month later; who joined stays', async () => {
    const { of } = await joining()
    const old = inDays(-31)
    await supporterOf(of.id, { state: 'waiting', askedAt: old })
    await supporterOf(of.id, { state: 'left', leftAt: old })
    const kept = [
      await supporterOf(of.id, { state: 'waiting' }),
      await supporterOf(of.id, { state: 'left' }),
      await supporterOf(of.id, { askedAt: old }),
    ]
    expect(await forgetSupporters(visitor())).toBe(2)
    expect((await standings(of.id)).map(({ id }) => id).sort()).toEqual(kept.map(({ id }) => id).sort())
  })
})
