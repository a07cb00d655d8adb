import { sql } from 'drizzle-orm'
import { describe, expect, it, test } from 'vitest'
import { listWordsToApprove } from '#app/features/notes/domain/words-to-approve.server.ts'
import { floor, floorQuestion, inboundMail, note, noteApproval, timeProposal } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { invitedSpeaker } from '#tests/factories/invitations.ts'
import { noteOf } from '#tests/factories/notes.ts'
import { person, session } from '#tests/factories/speakers.ts'
import { countWaiting } from './waiting-counts.server.ts'

await testDatabase()

describe('what waits at an event', () => {
  it('is nothing where nothing was asked, or nothing waits', async () => {
    const at = await event()
    expect(await countWaiting(at.id, [])).toEqual({})
    expect(await countWaiting(at.id, ['answers', 'floor', 'notes', 'actions'])).toEqual({
      answers: 0,
      floor: 0,
      notes: 0,
      actions: 0,
    })
  })

  it('are answers that nobody decided: mails that were held, and other times proposed', async () => {
    const { event: at, invitation } = await invitedSpeaker()
    const mail = { eventId: at.id, transport: 'test' }
    await database()
      .insert(inboundMail)
      .values([
        { ...mail, messageKey: `a ${at.id}`, verdict: 'held' },
        { ...mail, messageKey: `b ${at.id}`, verdict: 'recorded' },
      ])
    const slot = { startsAt: at.startsAt, endsAt: at.endsAt, way: 'page' as const }
    await database()
      .insert(timeProposal)
      .values([
        { ...slot, invitationId: invitation.id },
        { ...slot, invitationId: invitation.id, state: 'refused' },
      ])
    expect(await countWaiting(at.id, ['answers'])).toEqual({ answers: 2 })
    expect(await countWaiting((await event()).id, ['answers'])).toEqual({ answers: 0 })
  })

  it('are questions of open floors that nobody has shown yet', async () => {
    const at = await event()
    for (const closedAt of [null, new Date()]) {
      const { id: sessionId } = await session(at, [])
      await database().insert(floor).values({ sessionId, eventId: at.id, code: sessionId, closedAt })
      const question = { sessionId, text: 'Vì sao?', locale: 'vi' as const }
      await database()
        .insert(floorQuestion)
        .values([question, { ...question, state: 'shown' }])
    }
    expect(await countWaiting(at.id, ['floor'])).toEqual({ floor: 1 })
  })

  it('are words of somebody in particular about which nobody said yes or no as they stand', async () => {
    const at = await event()
    const { id: personId } = await person()
    const secret = await session(at, [], { offRecord: true })
    const only = { vi: 'Xin chào' }
    await noteOf(at)
    await noteOf(at, { personId, offRecord: true })
    await noteOf(at, { personId, sessionId: secret.id })
    await noteOf(at, { personId, removedAt: new Date() })
    await noteOf(at, { guestName: 'Sao Hoả' })
    await noteOf(at, { personId, text: {} })
    const judged = await noteOf(at, { personId, text: only })
    const edited = await noteOf(at, { personId, text: only })
    const verdict = {
      locale: 'vi' as const,
      verdict: 'refused' as const,
      way: 'page' as const,
      actorName: 'A',
    }
    await database()
      .insert(noteApproval)
      .values([
        { ...verdict, noteId: judged.id, words: only.vi },
        { ...verdict, noteId: edited.id, words: 'Chào' },
      ])
    const listed = await listWordsToApprove(at.id)
    const open = listed.filter(({ states }) => Object.values(states).includes('open'))
    expect(open).toHaveLength(2)
    expect(await countWaiting(at.id, ['notes'])).toEqual({ notes: open.length })
  })

  it('are actions that are not done, up to a hundred', async () => {
    const at = await event()
    const action = { kind: 'action' as const }
    await noteOf(at, { ...action, doneAt: new Date() })
    await noteOf(at, { ...action, removedAt: new Date() })
    await noteOf(at, action)
    await noteOf(at)
    expect(await countWaiting(at.id, ['actions', 'notes'])).toEqual({ actions: 1, notes: 0 })
    const row = { eventId: at.id, ...action, saidAt: at.startsAt, authorName: 'A', text: {} }
    await database()
      .insert(note)
      .values(Array.from({ length: 120 }, () => row))
    expect(await countWaiting(at.id, ['actions'])).toEqual({ actions: 100 })
  })
})

test('reads no proposal that was decided and no action that is done, however many there are', async () => {
  const { event: at, invitation } = await invitedSpeaker()
  await database().execute(sql`
    insert into time_proposal (invitation_id, starts_at, ends_at, way, state)
    select ${invitation.id}, now(), now() + interval '1 hour', 'page', 'refused' from generate_series(1, 5000)`)
  await database().execute(sql`
    insert into note (event_id, kind, said_at, author_name, text, done_at)
    select ${at.id}, 'action', now(), 'A', '{}', now() from generate_series(1, 5000)`)
  await database().execute(sql`analyze time_proposal, note`)
  const read = await withTransaction(async () => {
    const before = await rowsReadSoFar()
    expect(await countWaiting(at.id, ['answers', 'actions'])).toEqual({ answers: 0, actions: 0 })
    return (await rowsReadSoFar()) - before
  })
  // Those still open at other events are looked at, never what is done.
  expect(read).toBeLessThan(20)
})

/** By this connection, since its counters were last handed in. */
async function rowsReadSoFar(): Promise<number> {
  const [seen] = await database().execute<{ count: string }>(sql`
    select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) as count from pg_stat_xact_user_tables
    where relname in ('time_proposal', 'note')`)
  return Number(seen?.count)
}
