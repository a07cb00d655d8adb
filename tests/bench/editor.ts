import { randomUUID } from 'node:crypto'
import { type CDPSession, chromium, type Page } from 'playwright-core'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { newSession } from '#app/features/agenda/domain/draft/gestures.ts'
import { addRoom } from '#app/features/agenda/domain/rooms/add-room.server.ts'
import { systemContext } from '#app/shared/context.ts'
import { event } from '#tests/factories/events.ts'
import { hydrated } from '#tests/journeys/attending.ts'
import { findBrowser } from '../find-browser.mjs'
import { type Finding, milliseconds, percentile } from './measure.ts'
import { root } from './processes.ts'
import { signIn } from './stage.ts'
import type { World } from './world.ts'

const [rooms, inRoom, length] = [10, 20, 30]
const wanted = 8
const moves = 240
const minute = 60_000
/** For a browser that is measured. */
export const switches = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run']

type TraceEvent = { name: string; dur?: number; args?: { data?: { type?: string } } }

/** Dragging one of 200 sessions of a day: the time that scripts take for each move of the pointer, and for a drop. */
export async function measureEditor(world: World): Promise<Finding[]> {
  const slug = await openFestival()
  const base = `http://127.0.0.1:${world.web.port}`
  const { CHROME_PATH = '', ...libraries } = await findBrowser(root)
  const browser = await chromium.launch({
    executablePath: CHROME_PATH,
    args: switches,
    env: { ...(process.env as Record<string, string>), ...libraries },
  })
  try {
    const context = await browser.newContext({ baseURL: base, viewport: { width: 1280, height: 900 } })
    const [name = '', value = ''] = (await signIn()).split('=')
    await context.addCookies([{ name, value, url: base }])
    const page = await context.newPage()
    await page.goto(`/organize/events/${slug}/agenda`)
    await page.locator('[data-block]').first().waitFor()
    await hydrated(page)
    const { moving, drop } = await dragged(page)
    const p95 = percentile(moving, 0.95)
    return [
      {
        what: 'dragging one of 200 sessions: script a pointer move, p95',
        result: `${milliseconds(p95)}, median ${milliseconds(percentile(moving, 0.5))}, drop ${milliseconds(drop)}`,
        target: `≤ ${wanted} ms`,
        met: p95 <= wanted,
        raw: { p95, moves: moving.length, drop },
      },
    ]
  } finally {
    await browser.close()
  }
}

async function openFestival(): Promise<string> {
  const startsAt = new Date('2027-06-24T01:00Z')
  const endsAt = new Date(startsAt.getTime() + 14 * 60 * minute)
  const made = await event({ slug: 'bench-editor', timeZone: 'Asia/Ho_Chi_Minh', startsAt, endsAt })
  const ctx = systemContext('bench')
  for (let at = 0; at < rooms; at++) {
    const room = await addRoom(ctx, {
      eventId: made.id,
      name: { vi: `Phòng ${at + 1}`, en: `Room ${at + 1}` },
    })
    const edits = Array.from({ length: inRoom }, (_, row) => {
      const from = startsAt.getTime() + row * length * minute
      return newSession(randomUUID(), {
        title: { vi: `Phiên ${at + 1}.${row + 1}`, en: `Session ${at + 1}.${row + 1}` },
        kind: 'talk',
        roomId: room.id,
        startsAt: new Date(from).toISOString(),
        endsAt: new Date(from + length * minute).toISOString(),
      })
    }).flat()
    await editDraft(ctx, { eventId: made.id, edits })
  }
  return made.slug
}

/** One long drag over the grid while the browser writes down how long each of its handlers took. */
async function dragged(page: Page) {
  const client = await page.context().newCDPSession(page)
  const read = await traced(client)
  const box = await page.locator('[data-block]').nth(3).boundingBox()
  const view = await page.locator('[data-scroller]').boundingBox()
  if (!box || !view) throw new Error('The grid has no session to drag.')
  await page.mouse.move(box.x + box.width / 2, box.y + 8)
  await page.mouse.down()
  for (let at = 0; at < moves; at++) {
    const x = view.x + 120 + ((at * 37) % (view.width - 200))
    const y = view.y + 90 + ((at * 23) % (view.height - 200))
    await page.mouse.move(x, y)
  }
  const moving = (await read.sofar()).dispatched('pointermove')
  await page.mouse.up()
  await page.locator('.said[data-shown="true"]').waitFor()
  const all = await read.end()
  return { moving, drop: Math.max(...all.dispatched('pointerup')) }
}

/** What the browser writes down of how long its handlers took, by kind of event. */
export async function traced(client: CDPSession) {
  const events: TraceEvent[] = []
  client.on('Tracing.dataCollected', ({ value }) => events.push(...(value as object[] as TraceEvent[])))
  const start = () =>
    client.send('Tracing.start', { traceConfig: { includedCategories: ['devtools.timeline'] } })
  await start()
  const stop = async () => {
    const complete = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve))
    await client.send('Tracing.end')
    await complete
    const found = events.splice(0)
    return {
      dispatched: (type: string) =>
        found
          .filter((one) => one.name === 'EventDispatch' && one.args?.data?.type === type)
          .map(({ dur = 0 }) => dur / 1000),
    }
  }
  return {
    sofar: async () => {
      const found = await stop()
      await start()
      return found
    },
    end: stop,
  }
}
