import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { undoAct } from '#app/features/acts/domain/undo-act.server.ts'
import type { Context } from '#app/shared/context.ts'
import { isStale } from '#app/shared/i18n/translated-text.ts'
import {
  activity,
  initiativeEvent,
  initiativeNote,
  initiativeOrganization,
  initiativeRequest,
  initiative as initiatives,
  outbox,
} from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { initiative } from '#tests/factories/initiatives.ts'
import { noteOf } from '#tests/factories/notes.ts'
import { first } from '#tests/factories/numbers.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { sessionOf } from '#tests/factories/sessions.ts'
import { acceptInitiative, declineInitiative, takeBackBodyRequest } from './bodies/answer-request.server.ts'
import { askBody } from './bodies/ask-body.server.ts'
import { withdrawBody } from './bodies/withdraw-body.server.ts'
import { createInitiative } from './editing/create-initiative.server.ts'
import { editInitiative } from './editing/edit-initiative.server.ts'
import { listOrganizedInitiatives } from './editing/organized-initiatives.server.ts'
import { publishInitiative } from './editing/publish-initiative.server.ts'
import { eraseRemovedInitiatives, removeInitiative } from './editing/remove-initiative.server.ts'
import { getInitiative, listInitiativesAround } from './initiatives.server.ts'
import { chooseEvents, chooseNotes, chooseOrigin, chooseSessions } from './lineage/choose-lineage.server.ts'

const { db } = await testDatabase()
const words = { vi: 'Bạn điện ảnh', en: 'Friends of film' }
const details = { name: words, summary: { vi: 'Tóm tắt', en: 'Summary' }, description: {} }

async function carried() {
  const body = await organization()
  const member = await memberOf(body, 'organizer')
  const admin = await memberOf(body, 'admin')
  const made = await initiative({ bodies: [body] })
  return { body, made, at: { initiativeId: made.id }, ctx: signedIn(member), admin: signedIn(admin) }
}

const verbsOf = async (id: string) =>
  (await db.select().from(activity).where(eq(activity.initiativeId, id)).orderBy(activity.id)).map(
    ({ verb }) => verb,
  )

describe('an initiative', () => {
  it('is a draft of one body until it is published, and its words remember what they were made from', async () => {
    const body = await organization()
    const ctx = signedIn(await memberOf(body, 'organizer'))
    const { id, slug } = await createInitiative(ctx, { organizationId: body.id, details })
    await expect(getInitiative(slug)).rejects.toMatchObject({ code: 'initiative-missing' })
    expect(await listOrganizedInitiatives(ctx)).toMatchObject([{ slug, bodies: [body.name] }])
    await publishInitiative(ctx, { initiativeId: id })
    expect((await getInitiative(slug)).bodies.map((one) => one.id)).toEqual([body.id])
    const next = { ...details, name: { vi: 'Tên mới', en: words.en } }
    expect(await editInitiative(ctx, { initiativeId: id, revision: 1, details: next })).toBe(true)
    expect(isStale((await getInitiative(slug)).name)).toBe(true)
    expect(await editInitiative(ctx, { initiativeId: id, revision: 2, details: next })).toBe(false)
    await expect(editInitiative(ctx, { initiativeId: id, revision: 1, details })).rejects.toMatchObject({
      code: 'saved-by-other',
    })
    const [, , edited] = await db
      .select()
      .from(activity)
      .where(eq(activity.initiativeId, id))
      .orderBy(activity.id)
    expect(edited?.details).toMatchObject({
      changes: [{ field: 'name', from: { vi: words.vi }, to: { vi: 'Tên mới' } }],
    })
    expect(await verbsOf(id)).toEqual(['initiative.created', 'initiative.published', 'initiative.edited'])
  })

  it('gets an address of its own where another has that name', async () => {
    const body = await organization()
    const ctx = signedIn(await memberOf(body))
    const slugs = []
    for (let n = 0; n < 2; n++)
      slugs.push(
        (
          await createInitiative(ctx, {
            organizationId: body.id,
            details: { ...details, name: { en: 'Twice' } },
          })
        ).slug,
      )
    expect(slugs).toEqual(['twice', 'twice-2'])
  })

  it('is nobody else’s to see or to edit', async () => {
    const { at } = await carried()
    const stranger = signedIn(await memberOf(await organization()))
    await expect(editInitiative(stranger, { ...at, revision: 1, details })).rejects.toMatchObject({
      kind: 'missing',
    })
    const { body, at: own } = await carried()
    const door = signedIn(await memberOf(body, 'door'))
    await expect(publishInitiative(door, own)).rejects.toMatchObject({ kind: 'rights' })
  })

  it('goes as a draft of one body, comes back within the minute, and is erased after it', async () => {
    const { made, at, admin } = await carried()
    await expect(removeInitiative(admin, made.id)).rejects.toMatchObject({ code: 'initiative-shown' })
    await publishInitiative(admin, { ...at, published: false })
    const act = { ...at, verb: 'initiative.removed' }
    const gone = await performAct(admin, {
      act,
      answered: unasked,
      work: () => removeInitiative(admin, made.id),
    })
    await undoAct(admin, gone.done ? String(gone.actId) : '')
    await publishInitiative(admin, at)
    expect((await getInitiative(made.slug)).id).toBe(made.id)
    await publishInitiative(admin, { ...at, published: false })
    await removeInitiative(admin, made.id)
    await eraseRemovedInitiatives(system(new Date(Date.now() + 60_000)))
    expect(await db.$count(initiatives, eq(initiatives.id, made.id))).toBe(1)
    await eraseRemovedInitiatives(system(new Date(Date.now() + 20 * 60_000)))
    expect(await db.$count(initiatives, eq(initiatives.id, made.id))).toBe(0)
  })
})

const asked = (carrying: object) => ({ kind: 'carrying', eventId: null, facts: { carrying } })
const mailsTo = ({ actor }: Context) => {
  const email = actor.kind === 'account' ? actor.email : ''
  return db.select().from(outbox).where(eq(outbox.recipientEmail, email)).orderBy(outbox.createdAt)
}

describe('bodies', () => {
  it('an asked one has no part before its own admin accepts, then it is an equal', async () => {
    const { body, at, admin } = await carried()
    const other = await organization()
    const theirs = signedIn(await memberOf(other, 'admin'))
    await askBody(admin, { ...at, organizationId: other.id })
    const request = first(
      await db.select().from(initiativeRequest).where(eq(initiativeRequest.organizationId, other.id)),
    )
    const answered = { organizationId: other.id, requestId: request.id }
    expect(await mailsTo(theirs)).toMatchObject([asked({ what: 'asked', bodies: [body.name] })])
    expect(await mailsTo(admin)).toEqual([])
    await expect(publishInitiative(theirs, { ...at, published: false })).rejects.toMatchObject({
      kind: 'missing',
    })
    // Those who asked cannot answer for the other.
    await expect(acceptInitiative(admin, answered)).rejects.toMatchObject({ kind: 'missing' })
    await acceptInitiative(theirs, answered)
    expect(await mailsTo(admin)).toMatchObject([asked({ what: 'accepted', by: '' })])
    await publishInitiative(theirs, { ...at, published: false })
    await expect(removeInitiative(theirs, at.initiativeId)).rejects.toMatchObject({
      code: 'initiative-shared',
    })
    await expect(withdrawBody(admin, { ...at, organizationId: other.id })).rejects.toMatchObject({
      code: 'initiative-body-equal',
    })
    const leaving = await performAct(theirs, {
      act: { ...at, verb: 'body.withdrawn' },
      answered: unasked,
      work: () => withdrawBody(theirs, { ...at, organizationId: other.id }),
    })
    await undoAct(theirs, leaving.done ? String(leaving.actId) : '')
    await publishInitiative(theirs, { ...at })
    await withdrawBody(theirs, { ...at, organizationId: other.id })
    await expect(withdrawBody(admin, { ...at, organizationId: body.id })).rejects.toMatchObject({
      code: 'initiative-last-body',
    })
  })

  it('one that declines, or is asked no more, has no part', async () => {
    const { at, admin } = await carried()
    for (const way of ['declined', 'taken back']) {
      const other = await organization()
      await askBody(admin, { ...at, organizationId: other.id })
      const own = eq(initiativeRequest.organizationId, other.id)
      const { id: requestId } = first(await db.select().from(initiativeRequest).where(own))
      if (way === 'declined')
        await declineInitiative(signedIn(await memberOf(other)), { organizationId: other.id, requestId })
      else await takeBackBodyRequest(admin, { ...at, requestId })
      expect(await db.$count(initiativeRequest, own)).toBe(0)
    }
    expect(await mailsTo(admin)).toMatchObject([asked({ what: 'declined', by: '' })])
    expect(
      await db.$count(initiativeOrganization, eq(initiativeOrganization.initiativeId, at.initiativeId)),
    ).toBe(1)
  })

  it('the last one stays, however many leave at once', async () => {
    const bodies = [await organization(), await organization()]
    const made = await initiative({ bodies })
    const admins = await Promise.all(bodies.map(async (one) => signedIn(await memberOf(one, 'admin'))))
    const leaving = bodies.map(({ id }, at) =>
      withdrawBody(admins[at] ?? system(), { initiativeId: made.id, organizationId: id }),
    )
    const ends = await Promise.allSettled(leaving)
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db.$count(initiativeOrganization, eq(initiativeOrganization.initiativeId, made.id))).toBe(1)
  })
})

describe('lineage', () => {
  it('ties an event only for who may edit both sides, and both pages say so', async () => {
    const { body, at, ctx } = await carried()
    const [own, foreign] = [await event({ hosts: [body] }), await event()]
    await expect(chooseEvents(ctx, { ...at, eventIds: [foreign.id] })).rejects.toMatchObject({
      kind: 'missing',
    })
    expect(await chooseEvents(ctx, { ...at, eventIds: [own.id] })).toBe(true)
    expect(await chooseEvents(ctx, { ...at, eventIds: [own.id] })).toBe(false)
    expect((await listInitiativesAround(own.id)).behind.map(({ id }) => id)).toEqual([at.initiativeId])
    const stranger = signedIn(await memberOf(await organization()))
    await expect(chooseEvents(stranger, { ...at, eventIds: [] })).rejects.toMatchObject({ kind: 'missing' })
    expect(await chooseEvents(ctx, { ...at, eventIds: [] })).toBe(true)
    expect(await db.$count(initiativeEvent, eq(initiativeEvent.initiativeId, at.initiativeId))).toBe(0)
  })

  it('links the notes that launched it, in their order, of events whose words one may judge', async () => {
    const { body, at, ctx } = await carried()
    const [own, foreign] = [await event({ hosts: [body] }), await event()]
    const [late, early] = [await noteOf(own), await noteOf(own)]
    const other = await noteOf(foreign)
    expect(await chooseOrigin(ctx, { ...at, eventId: own.id })).toBe(true)
    expect(await chooseNotes(ctx, { ...at, noteIds: [late.id, early.id] })).toBe(true)
    await expect(chooseNotes(ctx, { ...at, noteIds: [other.id] })).rejects.toMatchObject({ kind: 'missing' })
    await expect(chooseEvents(ctx, { ...at, eventIds: [own.id] })).rejects.toMatchObject({
      code: 'initiative-own-origin',
    })
    const kept = await db
      .select({ id: initiativeNote.noteId })
      .from(initiativeNote)
      .where(eq(initiativeNote.initiativeId, at.initiativeId))
      .orderBy(initiativeNote.position)
    expect(kept.map(({ id }) => id)).toEqual([late.id, early.id])
    expect((await listInitiativesAround(own.id)).launched.map(({ id }) => id)).toEqual([at.initiativeId])
  })

  it('takes sessions of one event at a time, and of no other', async () => {
    const { body, at, ctx } = await carried()
    const [own, second] = [await event({ hosts: [body] }), await event({ hosts: [body] })]
    const [talk, elsewhere] = [await sessionOf(own), await sessionOf(second)]
    await chooseSessions(ctx, { ...at, eventId: second.id, sessionIds: [elsewhere.id] })
    await expect(
      chooseSessions(ctx, { ...at, eventId: own.id, sessionIds: [elsewhere.id] }),
    ).rejects.toMatchObject({ code: 'session-missing' })
    expect(await chooseSessions(ctx, { ...at, eventId: own.id, sessionIds: [talk.id] })).toBe(true)
    expect(await chooseSessions(ctx, { ...at, eventId: own.id, sessionIds: [] })).toBe(true)
    expect(await chooseSessions(ctx, { ...at, eventId: second.id, sessionIds: [elsewhere.id] })).toBe(false)
  })
})
