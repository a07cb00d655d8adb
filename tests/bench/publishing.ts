import { eq, inArray, sql } from 'drizzle-orm'
import { publishAgenda } from '#app/features/publishing/domain/publish-agenda.server.ts'
import { systemContext } from '#app/shared/context.ts'
import { acquaintance, appearance, host, outbox, person, room, session } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { event } from '#tests/factories/events.ts'
import { load } from './load.ts'
import { type Finding, median, milliseconds, percentile } from './measure.ts'
import { getBytes, repeated } from './requests.ts'
import type { World } from './world.ts'

const minute = 60_000
const rounds = 9
const ctx = () => systemContext('bench')

/** Publishing with its mails, and what readers then get: pages and calendars of an agenda that is large. */
export async function measurePublishing(world: World): Promise<Finding[]> {
  return [...(await measurePublish()), ...(await measureReaders(world))]
}

async function measurePublish(): Promise<Finding[]> {
  const large = await draft(500, 300)
  const first = await timed(() => publishAgenda(ctx(), { eventId: large.id }))
  await moveAll(large.id)
  const again = await timed(() => publishAgenda(ctx(), { eventId: large.id }))
  const mails = await database().$count(outbox, eq(outbox.eventId, large.id))
  await database().delete(outbox).where(eq(outbox.eventId, large.id))
  const slowest = Math.max(first, again)
  return [
    {
      what: 'publishing 500 sessions with 300 people, mails written',
      result: `${milliseconds(first)} at first, ${milliseconds(again)} when all have moved (${mails.toLocaleString('en')} mails)`,
      target: '≤ 3 s',
      met: slowest <= 3000,
      raw: { first, again, mails },
    },
  ]
}

async function measureReaders({ web }: World): Promise<Finding[]> {
  const made = await draft(200, 120)
  await publishAgenda(ctx(), { eventId: made.id })
  const page = getBytes(web.port, `/vi/events/${made.slug}/agenda?again=1`)
  const ask = (count: number) => load({ port: web.port, clients: 1, next: repeated(page, count) })
  await ask(60)
  const shown = await ask(200)

  const address = `/events/${made.slug}/agenda.ics?lang=vi`
  const fetchFeed = (known = '') => {
    const feed = getBytes(web.port, address, { 'If-None-Match': known })
    return load({ port: web.port, clients: 1, next: repeated(feed, 1) })
  }
  const { p50: whole } = await fetchFeed()
  const changed: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const at = made.sessions[round * 7] ?? ''
    const known = (await fetch(`http://127.0.0.1:${web.port}${address}`)).headers.get('ETag') ?? ''
    await database()
      .update(session)
      .set({ startsAt: sql`${session.startsAt} + interval '1 minute'` })
      .where(eq(session.id, at))
    await publishAgenda(ctx(), { eventId: made.id })
    // The web process hears of it by its own connection; until then it has nothing new.
    let answer = await fetchFeed(known)
    while (!answer.statuses[200]) answer = await fetchFeed(known)
    if (round > 0) changed.push(answer.p50)
  }
  await database().delete(outbox).where(eq(outbox.eventId, made.id))
  return [
    {
      what: 'agenda page of 200 sessions, not kept, 95th percentile',
      result: milliseconds(shown.p95),
      target: '≤ 60 ms',
      met: shown.p95 <= 60,
      raw: { p50: shown.p50, p95: shown.p95 },
    },
    {
      what: '`agenda.ics` of 200 sessions after one changed',
      result: `${milliseconds(median(changed))}, slowest ${milliseconds(percentile(changed, 1))} (${milliseconds(whole)} the first time)`,
      target: '≤ 30 ms',
      met: median(changed) <= 30,
      raw: { median: median(changed), slowest: percentile(changed, 1), whole },
    },
  ]
}

const inThirtyDays = () => new Date(Math.ceil(Date.now() / minute) * minute + 30 * 24 * 60 * minute)

/** A published event with a draft of so many sessions, three or so people in each, everybody with an address. */
export async function draft(sessions: number, people: number, startsAt = inThirtyDays()) {
  const made = await event({ startsAt, endsAt: new Date(startsAt.getTime() + 4 * 24 * 60 * minute) })
  const rooms = await database()
    .insert(room)
    .values(
      numbers(8).map((n) => ({
        eventId: made.id,
        name: { vi: `Phòng ${n + 1}`, en: `Room ${n + 1}` },
        position: n,
      })),
    )
    .returning({ id: room.id })
  const persons = await database()
    .insert(person)
    .values(
      numbers(people).map((n) => ({
        slug: `${made.slug}-person-${n}`,
        name: `Nguyễn Văn ${n}`,
        email: `speaker.${made.slug}.${n}@example.org`,
        locale: n % 3 === 0 ? ('en' as const) : ('vi' as const),
        position: { vi: 'Đạo diễn', en: 'Director' },
      })),
    )
    .returning({ id: person.id })
  const [body] = await database().select().from(host).where(eq(host.eventId, made.id))
  const organizationId = body?.organizationId ?? ''
  await database()
    .insert(acquaintance)
    .values(persons.map(({ id: personId }) => ({ organizationId, personId })))
  const rows = await database()
    .insert(session)
    .values(
      numbers(sessions).map((n) => {
        const from = startsAt.getTime() + Math.floor(n / 8) * 45 * minute
        return {
          eventId: made.id,
          slug: `session-${n}`,
          kind: 'panel' as const,
          languages: ['vi'],
          title: { vi: `Điện ảnh và ký ức, phần ${n}`, en: `Film and memory, part ${n}` },
          abstract: { vi: 'Một cuộc trò chuyện về phim. '.repeat(8), en: 'A talk about film. '.repeat(8) },
          roomId: rooms[n % 8]?.id ?? null,
          startsAt: new Date(from),
          endsAt: new Date(from + 40 * minute),
        }
      }),
    )
    .returning({ id: session.id })
  const cast = rows.flatMap(({ id: sessionId }, n) =>
    numbers(3).map((k) => ({
      sessionId,
      personId: persons[(n * 3 + k) % people]?.id ?? '',
      position: k + 1,
      role: k === 0 ? ('moderator' as const) : ('speaker' as const),
      minutes: 10,
    })),
  )
  await database().insert(appearance).values(cast)
  return { id: made.id, slug: made.slug, sessions: rows.map((row) => row.id) }
}

async function moveAll(eventId: string) {
  const ids = (
    await database().select({ id: session.id }).from(session).where(eq(session.eventId, eventId))
  ).map((row) => row.id)
  await database()
    .update(session)
    .set({
      startsAt: sql`${session.startsAt} + interval '5 minutes'`,
      endsAt: sql`${session.endsAt} + interval '5 minutes'`,
    })
    .where(inArray(session.id, ids))
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n)
