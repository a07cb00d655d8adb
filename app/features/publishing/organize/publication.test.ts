import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { addAppearance } from '#app/features/agenda/domain/add-appearance.server.ts'
import { addSession } from '#app/features/agenda/domain/add-session.server.ts'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import type { DraftFields } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { agendaVersion, draftChange, invitation, outbox, speaking } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { publishAgenda } from '../domain/publish-agenda.server.ts'
import { action, loader } from './publication.tsx'
import type { PublicationView } from './publication-view.server.ts'

const { db } = await testDatabase()

async function stage() {
  const body = await organization()
  const made = await event({ hosts: [body] })
  const [giang, tam] = await Promise.all([
    addPerson(system(), { eventId: made.id, name: 'Đặng Hoàng Giang', email: 'giang@example.org' }),
    addPerson(system(), { eventId: made.id, name: 'Tam Vu', email: 'tam@example.org', locale: 'en' }),
  ])
  const at = (minutes: number) => new Date(made.startsAt.getTime() + minutes * 60_000)
  const session = await addSession(system(), {
    eventId: made.id,
    kind: 'panel',
    title: { vi: 'Nhịp cầu', en: 'Bridge' },
    startsAt: at(0),
    endsAt: at(30),
  })
  for (const person of [giang, tam]) {
    await addAppearance(system(), { sessionId: session.id, personId: person.id, role: 'speaker' })
  }
  const cookie = await signInCookieOf(await memberOf(body, 'organizer'))
  const path = `/organize/events/${made.slug}/agenda/publication`
  const args = (request: Request) => ({ request, params: { event: made.slug }, context: {} })
  const look = async (query = '') => {
    const { data } = (await loader(args(getPage(path + query, cookie)))) as {
      data: PublicationView
    }
    return data
  }
  const post = async (fields: Record<string, string>, query = '') => {
    const answer = (await action(args(postForm(path + query, fields, cookie)))) as unknown
    if (answer instanceof Response) return { status: answer.status, to: answer.headers.get('Location') }
    type Form = { errors: Record<string, unknown>; values: Record<string, unknown> }
    const { data, init } = answer as { data: Form; init: { status: number } }
    return { status: init.status, ...data }
  }
  const change = (set: Partial<DraftFields>) =>
    editDraft(system(), { eventId: made.id, edits: [{ kind: 'edit', sessionId: session.id, was: {}, set }] })
  const mails = () => db.select().from(outbox).where(eq(outbox.eventId, made.id))
  return { made, giang, tam, session, at, look, post, change, mails }
}

let now: Awaited<ReturnType<typeof stage>>
beforeEach(async () => {
  now = await stage()
})

it('says before publishing which letters no paper or picture can show', async () => {
  expect((await now.look()).undrawn).toEqual([])
  await now.change({ title: { vi: 'Nhịp cầu 简体 🎬', en: 'Bridge שלום' } })
  expect((await now.look()).undrawn).toEqual(['ש', 'ל', 'ו', 'ם'])
})

describe('the page of publishing', () => {
  it('shows every mail as it will go, and leaves no trace of looking', async () => {
    const { look, mails } = now
    const view = await look()
    expect(view.changes.map((change) => change.kind)).toEqual(['new'])
    expect(view.recipients.map((one) => [one.name, one.locale])).toEqual([
      ['Đặng Hoàng Giang', 'vi'],
      ['Tam Vu', 'en'],
    ])
    const words = view.recipients.map((one) => one.notices[0]?.mails[0]?.words)
    expect(words[0]?.subject).toContain('Nhịp cầu')
    expect(words[1]?.subject).toContain('Bridge')
    expect(await mails()).toEqual([])
    for (const table of [invitation, speaking, agendaVersion]) expect(await db.$count(table)).toBe(0)
    expect((await look()).draft).toBe(view.draft)
  })

  it('publishes what was seen, and holds back what has a reason', async () => {
    const { look, post, mails, tam, session, made } = now
    const { draft } = await look()
    const key = `${tam.id}_${session.id}`
    expect(await post({ draft, [`hold.${key}`]: 'on' })).toMatchObject({
      status: 400,
      errors: { reason: { [key]: { message: 'publishing.hold.reason-missing' } } },
    })
    expect(await mails()).toEqual([])
    const answer = await post({ draft, [`hold.${key}`]: 'on', [`reason.${key}`]: 'Chưa gọi điện' })
    expect(answer).toMatchObject({ status: 303, to: expect.stringContaining('?done=1') })
    expect((await mails()).map((mail) => mail.recipientEmail)).toEqual(['giang@example.org'])
    const [version] = await db.select().from(agendaVersion).where(eq(agendaVersion.eventId, made.id))
    expect(version?.heldBack).toEqual([{ personId: tam.id, sessionId: session.id, reason: 'Chưa gọi điện' }])
    const next = await look('?done=1')
    expect(next).toMatchObject({ published: 1, changes: [], isDue: true })
    expect(next.recipients.map((one) => one.name)).toEqual(['Tam Vu'])
    expect(await post({ draft: next.draft })).toMatchObject({ status: 303 })
    expect((await look()).isDue).toBe(false)
  })

  it('sends nothing when the draft has moved on, and shows what it is now', async () => {
    const { look, post, change, at, mails } = now
    const { draft } = await look()
    await change({ endsAt: at(40).toISOString() })
    expect(await post({ draft })).toMatchObject({ status: 409, errors: { form: { type: 'refused' } } })
    expect(await mails()).toEqual([])
    expect((await look()).draft).not.toBe(draft)
  })

  it('asks before it publishes with errors, and keeps what was filled in', async () => {
    const { look, post, made, at, giang, tam, session, mails } = now
    const twice = (title: string) =>
      addSession(system(), {
        eventId: made.id,
        kind: 'talk',
        title: { vi: title, en: title },
        startsAt: at(10),
        endsAt: at(20),
      })
    const other = await twice('Hai nơi')
    await addAppearance(system(), { sessionId: other.id, personId: giang.id, role: 'speaker' })
    const { draft, errorCount, clashes } = await look()
    expect(errorCount).toBe(1)
    expect(clashes.filter((one) => one.clash.severity === 'error')).toMatchObject([
      { clash: { kind: 'person-twice' }, person: giang.name },
    ])
    const key = `${tam.id}_${session.id}`
    const held = { [`hold.${key}`]: 'on', [`reason.${key}`]: 'Chưa gọi điện' }
    const unticked = { type: 'refused', message: 'publishing.clashes.unticked' }
    expect(await post({ draft, ...held })).toMatchObject({
      status: 400,
      errors: { clashes: unticked },
      values: { hold: { [key]: 'on' }, reason: { [key]: 'Chưa gọi điện' } },
    })
    expect(await post({ draft, clashes: '3' })).toMatchObject({
      status: 409,
      errors: { form: { message: 'shared.refusal.agenda-clashes' } },
    })
    expect([await mails(), (await look()).versions]).toEqual([[], []])
    expect(await post({ draft, clashes: String(errorCount), ...held })).toMatchObject({ status: 303 })
    expect((await mails()).map((mail) => mail.recipientEmail)).not.toContain(tam.email)
  })

  it('tells once what is the same for many sessions', async () => {
    const { look, change, made, at, session } = now
    const second = await addSession(system(), {
      eventId: made.id,
      kind: 'talk',
      title: { vi: 'Hai tiếng', en: 'Two tongues' },
      startsAt: at(30),
      endsAt: at(40),
    })
    await change({ languages: ['vi', 'en'] })
    const set = { languages: ['vi', 'en'] as ('vi' | 'en')[] }
    await editDraft(system(), {
      eventId: made.id,
      edits: [{ kind: 'edit', sessionId: second.id, was: {}, set }],
    })
    const { clashes } = await look()
    const found = clashes.filter((one) => one.clash.kind === 'interpreter-missing')
    expect(found.map((one) => one.sessions.map(({ id }) => id))).toEqual([[session.id, second.id]])
  })

  it('says which sessions lie outside the event', async () => {
    const { look, post, change, made, session } = now
    await change({ endsAt: new Date(made.endsAt.getTime() + 60_000).toISOString() })
    const { faults, draft } = await look()
    expect(faults).toMatchObject([{ code: 'session-outside-event', sessionId: session.id }])
    await expect(post({ draft })).rejects.toMatchObject({ code: 'session-outside-event', kind: 'state' })
  })

  it('goes back to an earlier version as a new one', async () => {
    const { look, post, change, at, made, session, mails } = now
    await publishAgenda(system(), { eventId: made.id })
    await change({ startsAt: at(10).toISOString(), endsAt: at(40).toISOString() })
    const late = await addSession(system(), {
      eventId: made.id,
      kind: 'break',
      title: { vi: 'Giải lao' },
      startsAt: at(45),
      endsAt: at(60),
    })
    await publishAgenda(system(), { eventId: made.id })
    const edited = await db.$count(draftChange)
    const { draft, changes, recipients } = await look('?version=1')
    expect(changes.map((one) => [one.kind, one.sessionId])).toEqual([
      ['moved', session.id],
      ['cancelled', late.id],
    ])
    expect(recipients).toHaveLength(2)
    expect(await db.$count(draftChange)).toBe(edited)
    expect(await post({ draft }, '?version=1')).toMatchObject({ status: 303 })
    const [version] = await db
      .select()
      .from(agendaVersion)
      .where(and(eq(agendaVersion.eventId, made.id), eq(agendaVersion.number, 3)))
    const [first] = await db
      .select()
      .from(agendaVersion)
      .where(and(eq(agendaVersion.eventId, made.id), eq(agendaVersion.number, 1)))
    expect(version).toMatchObject({ restoredFrom: 1, agenda: first?.agenda })
    expect(await db.$count(draftChange)).toBe(edited + 1)
    const stored = await listDraftSessions(made.id)
    expect(stored.find((one) => one.id === late.id)?.dropped).toBe(true)
    expect((await mails()).map((mail) => mail.kind).sort()).toEqual([
      ...['speaker-asked', 'speaker-asked', 'speaker-changed', 'speaker-changed'],
      ...['speaker-changed', 'speaker-changed'],
    ])
    await expect(look('?version=99')).rejects.toMatchObject({ kind: 'missing' })
  })

  it('tells nobody about sessions that are over', async () => {
    const { made, mails, at } = now
    await publishAgenda(system(at(31)), { eventId: made.id })
    expect(await mails()).toEqual([])
  })
})
