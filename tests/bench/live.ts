import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { getLive } from '#app/features/live/domain/live-now.server.ts'
import * as room from '#app/features/live/domain/run-session.server.ts'
import { publishAgenda } from '#app/features/publishing/domain/publish-agenda.server.ts'
import { systemContext } from '#app/shared/context.ts'
import { appearance, outbox } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { type Finding, median, milliseconds, percentile, times } from './measure.ts'
import { memoryOf, processorTimeOf, startHelper, stop, tell } from './processes.ts'
import { draft } from './publishing.ts'
import { openScreen, openStream } from './screens.ts'
import type { World } from './world.ts'

const [screens, rounds, inRound] = [200, 3, 24]
const idle = 2000
const memoryWanted = 200
/** Longer than from one beat of the streams to the next. */
const quiet = 25

type Hall = Awaited<ReturnType<typeof openHall>>

/** How soon all screens of an event show what a moderator did, and what screens cost that only wait. */
export async function measureLive(world: World): Promise<Finding[]> {
  const hall = await openHall()
  return [await measureScreens(world, hall), await measureIdle(world, hall)]
}

/** A day of eight rooms that has begun, with the steps of a moderator in one of its sessions. */
async function openHall() {
  const { id: eventId, slug, sessions } = await draft(64, 60, new Date(Date.now() - 60 * 60_000))
  await publishAgenda(systemContext('bench'), { eventId })
  await database().delete(outbox).where(eq(outbox.eventId, eventId))
  const sessionId = sessions[8] ?? ''
  const cast = await database().select().from(appearance).where(eq(appearance.sessionId, sessionId))
  const [one = '', other = ''] = cast.map(({ personId }) => personId)
  const steps = [
    (ctx, at) => room.startTurn(ctx, { ...at, personId: one }),
    room.pauseTurn,
    room.resumeTurn,
    (ctx, at) => room.extendTurn(ctx, { ...at, seconds: 60 }),
    (ctx, at) => room.startTurn(ctx, { ...at, personId: other }),
    room.endTurn,
  ] satisfies ((ctx: ReturnType<typeof systemContext>, at: room.At) => Promise<void>)[]
  let [{ revision }, taken] = [await getLive(eventId), 0]
  /** The next step; answers with the moment it was pressed and the revision that shows it. */
  const step = () => {
    const pressed = performance.now()
    const done = steps[taken++ % steps.length]?.(systemContext('bench'), { eventId, sessionId })
    return { pressed, revision: ++revision, done }
  }
  return { slug, step }
}

/** Four pages, as a hall shows them: displays and clocks, in both languages. */
async function measureScreens(world: World, hall: Hall): Promise<Finding> {
  const web = await world.startWeb()
  const { slug } = hall
  const pathOf = (n: number) => `/${n % 2 ? 'en' : 'vi'}/events/${slug}/live${n % 4 < 2 ? '' : '/clock'}`
  const open = (n: number) => openScreen({ port: web.port, slug, from: sourceOf(n) }, pathOf(n))
  const alone = { told: [] as number[], shown: [] as number[] }
  const all = { told: [] as number[], shown: [] as number[] }
  let work = 0
  try {
    for (let round = 0; round <= rounds; round++) {
      const wall = [await open(0)]
      await changes(wall, round > 0 ? alone : null)
      for (let n = 1; n < screens; n++) wall.push(await open(n))
      const before = processorTimeOf(web.child)
      await changes(wall, round > 0 ? all : null)
      if (round > 0) work += (processorTimeOf(web.child) - before) / (rounds * inRound)
      for (const screen of wall) screen.close()
    }
  } finally {
    await stop(web.child)
  }
  const shown = (share: number) => percentile(all.shown, share)
  const [p50, p99, slowest] = [shown(0.5), shown(0.99), shown(1)] as const
  const [told, one] = [percentile(all.told, 0.99), median(alone.shown)]
  return {
    what: 'a moderator’s step, until 200 screens show it, 99th percentile',
    result: `${milliseconds(p99)}, slowest ${milliseconds(slowest)}; heard after ${milliseconds(told)}; median ${milliseconds(p50)}, ${times(p50 / one)} that of one screen (${milliseconds(one)}); ${milliseconds(work)} of the server’s processor`,
    target: '≤ 1 s',
    met: p99 <= 1000,
    raw: { p50, p99, slowest, told, work, alone: one, samples: all.shown.length },
  }

  async function changes(wall: Awaited<ReturnType<typeof open>>[], into: typeof all | null) {
    for (let n = 0; n < inRound; n++) {
      const { pressed, revision, done } = hall.step()
      const reached = await Promise.all(wall.map((screen) => screen.reached(revision)))
      await done
      into?.told.push(...reached.map((one) => one.told - pressed))
      into?.shown.push(...reached.map((one) => one.shown - pressed))
    }
  }
}

/** Memory of a process of its own: before, with the clients, and after a step was told to all of them. */
async function measureIdle(world: World, hall: Hall): Promise<Finding> {
  const bare = startHelper('bare/bare-streams.ts')
  const web = await world.startWeb()
  try {
    const { port } = await tell<{ port: number }>(bare)
    const least = await grown(bare, port, quiet, null)
    const cost = await grown(web.child, web.port, quiet, hall.step)
    return {
      what: `memory of ${idle.toLocaleString('en')} idle streams of a live room`,
      result: `${Math.round(cost)} MB, ${times(cost / least)} that of a bare \`node:http\` (${Math.round(least)} MB)`,
      target: `≤ ${memoryWanted} MB`,
      met: cost <= memoryWanted,
      raw: { megabytes: cost, bare: least, clients: idle },
    }
  } finally {
    await stop(bare)
    await stop(web.child)
  }

  async function grown(child: typeof bare, port: number, seconds: number, step: Hall['step'] | null) {
    const open = (n: number, heard = (_: number) => {}) =>
      openStream({ port, slug: hall.slug, from: sourceOf(n) }, heard)
    const clients: Socket[] = [await open(0)]
    const before = median(await readings(child, 10))
    for (let n = 1; n < idle; n++) clients.push(await open(n))
    const after = await readings(child, seconds)
    if (step) {
      const told = step()
      await told.done
      after.push(...(await readings(child, 5)))
    }
    if (clients.some((socket) => socket.destroyed)) throw new Error('A stream ended.')
    for (const socket of clients) socket.destroy()
    return Math.max(...after) - before
  }
}

async function readings(child: Parameters<typeof memoryOf>[0], seconds: number): Promise<number[]> {
  const found: number[] = []
  for (let second = 0; second < seconds; second++) {
    await sleep(1000)
    found.push(memoryOf(child))
  }
  return found
}

/** Ten screens behind each address. */
const sourceOf = (n: number) => `198.51.${100 + (Math.floor(n / 2560) % 100)}.${Math.floor(n / 10) % 256}`
