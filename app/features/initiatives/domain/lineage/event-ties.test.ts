import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { undoAct } from '#app/features/acts/domain/undo-act.server.ts'
import { activity } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { initiative } from '#tests/factories/initiatives.ts'
import { noteOf } from '#tests/factories/notes.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { sessionOf } from '#tests/factories/sessions.ts'
import { listInitiativesAround, listInitiativesBehindSession } from '../initiatives.server.ts'
import { chooseEvents, chooseNotes, chooseOrigin, chooseSessions } from './choose-lineage.server.ts'
import { listEventTies } from './event-ties.server.ts'
import type { Tie } from './ties.ts'
import { untieEvent } from './untie-event.server.ts'

const { db } = await testDatabase()

/** An initiative of one body that names two events which it hosts with another; who works in each of the bodies. */
async function tied() {
  const [body, host] = [await organization(), await organization()]
  const ctx = signedIn(await memberOf(body, 'organizer'))
  const partner = await memberOf(host, 'organizer')
  const made = await initiative({ bodies: [body] })
  const [launch, later] = [await event({ hosts: [body, host] }), await event({ hosts: [body, host] })]
  const [note, session] = [await noteOf(launch), await sessionOf(later)]
  const at = { initiativeId: made.id }
  await chooseOrigin(ctx, { ...at, eventId: launch.id })
  await chooseNotes(ctx, { ...at, noteIds: [note.id] })
  await chooseEvents(ctx, { ...at, eventIds: [later.id] })
  await chooseSessions(ctx, { ...at, eventId: later.id, sessionIds: [session.id] })
  return { made, at, ctx, host: signedIn(partner), partner, launch, later, note, session }
}

describe('the ties of an event', () => {
  it('are made by who may speak for it, never by the initiative’s side alone', async () => {
    const { at, ctx } = await tied()
    const foreign = await event()
    const [note, session] = [await noteOf(foreign), await sessionOf(foreign)]
    const ways = [
      chooseOrigin(ctx, { ...at, eventId: foreign.id }),
      chooseEvents(ctx, { ...at, eventIds: [foreign.id] }),
      chooseNotes(ctx, { ...at, noteIds: [note.id] }),
      chooseSessions(ctx, { ...at, eventId: foreign.id, sessionIds: [session.id] }),
    ]
    for (const way of await Promise.allSettled(ways))
      expect(way).toMatchObject({ status: 'rejected', reason: { code: 'event-missing' } })
    expect(await listEventTies(foreign.id)).toEqual([])
    expect(await listInitiativesAround(foreign.id)).toEqual({ launched: [], behind: [] })
  })

  it('are seen and undone from its own side, one by one, by whom no body of the initiative knows', async () => {
    const { made, at, ctx, host, partner, launch, later, note, session } = await tied()
    expect(await listEventTies(launch.id)).toMatchObject([
      { slug: made.slug, isOrigin: true, isOutcome: false, sessions: [], notes: [{ id: note.id }] },
    ])
    expect(await listEventTies(later.id)).toMatchObject([
      { slug: made.slug, isOrigin: false, isOutcome: true, sessions: [{ id: session.id }], notes: [] },
    ])
    const untie = (eventId: string, tie: Tie) => untieEvent(host, { ...at, eventId, tie })
    // A tie of another event is none of this one.
    for (const tie of [{ what: 'outcome' }, { what: 'session', id: session.id }] as const)
      await expect(untie(launch.id, tie)).rejects.toMatchObject({ code: 'initiative-tie-missing' })
    await untie(launch.id, { what: 'origin' })
    await untie(launch.id, { what: 'note', id: note.id })
    await untie(later.id, { what: 'session', id: session.id })
    await untie(later.id, { what: 'outcome' })
    for (const { id } of [launch, later]) {
      expect(await listEventTies(id)).toEqual([])
      expect(await listInitiativesAround(id)).toEqual({ launched: [], behind: [] })
    }
    expect(await listInitiativesBehindSession(session.id)).toEqual([])
    const told = await db.select().from(activity).where(eq(activity.initiativeId, made.id))
    expect(told.filter(({ verb }) => verb === 'lineage.untied')).toHaveLength(4)
    expect(JSON.stringify(told)).not.toContain(partner.name)
    // Its side has said no: the other cannot tie it alone once it is no host any more.
    const stranger = signedIn(await memberOf(await organization()))
    await expect(
      untieEvent(stranger, { ...at, eventId: launch.id, tie: { what: 'origin' } }),
    ).rejects.toMatchObject({ code: 'event-missing' })
    expect(await chooseOrigin(ctx, { ...at, eventId: launch.id })).toBe(true)
  })

  it('come back with the act, whatever they tie', async () => {
    const { made, at, host, launch, later, note, session } = await tied()
    const ties: [string, Tie][] = [
      [launch.id, { what: 'origin' }],
      [launch.id, { what: 'note', id: note.id }],
      [later.id, { what: 'outcome' }],
      [later.id, { what: 'session', id: session.id }],
    ]
    const before = [await listEventTies(launch.id), await listEventTies(later.id)]
    for (const [eventId, tie] of ties) {
      const done = await performAct(host, {
        act: { eventId, verb: 'initiative.untied' },
        answered: unasked,
        work: () => untieEvent(host, { ...at, eventId, tie }),
      })
      await undoAct(host, done.done ? String(done.actId) : '')
    }
    expect([await listEventTies(launch.id), await listEventTies(later.id)]).toEqual(before)
    const told = await db.select().from(activity).where(eq(activity.initiativeId, made.id))
    expect(told.filter(({ verb }) => verb === 'lineage.tied-again')).toHaveLength(4)
  })
})
