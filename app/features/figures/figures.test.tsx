import { count, eq, sql } from 'drizzle-orm'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { placeInSeries } from '#app/features/events/domain/listing/place-in-series.server.ts'
import { getOrganizedEvent, listCategories } from '#app/features/events/domain/organized-events.server.ts'
import { listLinks } from '#app/features/links/domain/links.server.ts'
import { registerAttendee } from '#app/features/registration/domain/lifecycle/register-attendee.server.ts'
import { overwriteGetLocale } from '#app/paraglide/runtime.js'
import type { Context } from '#app/shared/context.ts'
import {
  event as events,
  link as linkTable,
  registrationDay,
  registration as rows,
} from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system, visitor } from '#tests/factories/contexts.ts'
import { category, event, organizedEvent } from '#tests/factories/events.ts'
import { link } from '#tests/factories/links.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { seededRandom } from '#tests/factories/randomness.ts'
import { registration } from '#tests/factories/registrations.ts'
import { besideIn } from './beside.ts'
import { overviewFigures, promotionFigures } from './figures-view.server.ts'
import { OverviewPlots } from './overview-plots.tsx'
import { PromotionPlots } from './promotion-plots.tsx'

overwriteGetLocale(() => 'vi')
const { db, sql: raw } = await testDatabase()
const day = 86_400_000

/** What the kept counts are, and what a count run beside them says. */
async function bothCounts() {
  const kept = await raw`
    select event_id, day::text, category_id, link_id, locale, count from registration_day where count <> 0
    order by 1, 2, 3, 4, 5`
  const counted = await raw`
    select r.event_id, (r.created_at at time zone e.time_zone)::date::text as day, r.category_id, r.link_id, r.locale,
      count(*)::int as count
    from registration r join event e on e.id = r.event_id group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`
  return { kept: [...kept], counted: [...counted] }
}

async function expectSame() {
  const { kept, counted } = await bothCounts()
  expect(kept).toEqual(counted)
  return counted.length
}

async function figuresOf(ctx: Context, slug: string, asked: string | null = null) {
  const found = await getOrganizedEvent(ctx, slug, 'event.read')
  return overviewFigures(ctx, found, await listCategories(found.id), asked)
}

const last = (values: (number | null)[]) => values.findLast((value) => value !== null) ?? 0

describe('the counts by day', () => {
  it.each([1, 2, 3])('are those of the registrations after any change (walk %d)', async (seed) => {
    const random = seededRandom(seed)
    const { ctx, event: made } = await organizedEvent({ timeZone: random.pick(['Asia/Ho_Chi_Minh', 'UTC']) })
    const seats = [made.guest, await category(made), await category(made)]
    const links = [null, (await link(made.id)).id, (await link(made.id, { source: 'partner' })).id]
    const some = () =>
      db.select({ id: rows.id }).from(rows).where(eq(rows.eventId, made.id)).orderBy(sql`random()`)
    const steps = {
      come: () =>
        registration(random.pick(seats), {
          linkId: random.pick(links),
          locale: random.pick(['vi', 'en']),
          createdAt: new Date(made.startsAt.getTime() - random.below(40 * 24) * 3_600_000),
          state: random.pick(['confirmed', 'pending', 'waitlisted', 'declined']),
        }),
      comeMany: () => raw`
        insert into registration (event_id, category_id, state, name, email, email_key, locale, consent_at, token_salt, token_hash, link_id, created_at)
        select event_id, category_id, 'pending', name, gen_random_uuid() || email, gen_random_uuid() || email_key, locale,
          consent_at, token_salt, gen_random_uuid()::text, link_id, created_at - interval '5 hours'
        from registration where event_id = ${made.id} limit 20`,
      move: () => raw`
        update registration set category_id = ${random.pick(seats).id}, revision = revision + 1
        where event_id = ${made.id} and random() < 0.3`,
      speak: () => raw`update registration set locale = 'en' where event_id = ${made.id} and random() < 0.2`,
      edit: () => raw`update registration set note = 'x' where event_id = ${made.id}`,
      leave: () => raw`delete from registration where event_id = ${made.id} and random() < 0.1`,
      travel: () => raw`
        update event set time_zone = ${random.pick(['America/New_York', 'Asia/Ho_Chi_Minh', 'Asia/Kathmandu'])} where id = ${made.id}`,
      register: () =>
        registerAttendee(visitor(), made.slug, {
          name: 'Lan',
          email: `lan${random.below(1e9)}@example.org`,
          organization: '',
          position: '',
          category: 'guest',
          code: '',
          consent: true,
        }),
    }
    const names = Object.keys(steps) as (keyof typeof steps)[]
    for (let n = 0; n < 12; n++) await steps.come()
    for (let n = 0; n < 30; n++) {
      const name = random.pick(names)
      await steps[name]()
      await expectSame()
    }
    expect((await some()).length).toBeGreaterThan(0)

    // Every figure that is drawn, beside a count of its own.
    const figures = await figuresOf(ctx, made.slug)
    const total = await db.$count(rows, eq(rows.eventId, made.id))
    expect([figures.total, figures.flow.asked]).toEqual([total, expect.any(Number)])
    const startsOn = sql`(select (starts_at at time zone time_zone)::date from event where id = ${made.id})`
    const upTo = async (end: number, more = sql`true`) => {
      const [row] = await db
        .select({ n: count() })
        .from(rows)
        .innerJoin(events, eq(events.id, rows.eventId))
        .where(
          sql`${rows.eventId} = ${made.id} and ${more}
            and (${rows.createdAt} at time zone ${events.timeZone})::date - ${startsOn} <= ${end}`,
        )
      return row?.n ?? 0
    }
    for (const [at, end] of figures.steps.ends.entries()) {
      if (figures.all.own[at] !== null) expect(figures.all.own[at]).toBe(await upTo(end))
      for (const { keys, own } of figures.byCategory) {
        const inThem = sql`category_id in (select id from guest_category where event_id = ${made.id} and code in ${keys})`
        if (own[at] !== null) expect(own[at]).toBe(await upTo(end, inThem))
      }
    }
    const sum = (lines: { own: (number | null)[] }[]) => lines.reduce((all, { own }) => all + last(own), 0)
    for (const lines of [figures.byCategory, figures.bySource].filter(({ length }) => length > 0))
      expect(sum(lines)).toBe(last(figures.all.own))
  })

  it('are exact when people come on several connections at once', async () => {
    const made = await event()
    const seats = [made.guest, await category(made)]
    await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        registration(n % 2 ? made.guest : (seats[1] ?? made.guest), { state: 'pending' }),
      ),
    )
    expect(await expectSame()).toBeGreaterThan(0)
    const [row] = await db
      .select({ n: sql<number>`sum(count)::int` })
      .from(registrationDay)
      .where(eq(registrationDay.eventId, made.id))
    expect(row?.n).toBe(60)
  })

  it('follow a link that goes, and the days of another zone', async () => {
    const made = await event()
    const gone = await link(made.id)
    await registration(made.guest, { linkId: gone.id })
    await db.delete(linkTable).where(eq(linkTable.id, gone.id))
    await expectSame()
    const [kept] = await db.select().from(registrationDay).where(sql`event_id = ${made.id} and count > 0`)
    expect(kept?.linkId).toBeNull()
  })
})

describe('an earlier event', () => {
  async function editions() {
    const body = await organization()
    const ctx = signedIn(await memberOf(body, 'organizer'))
    const startsAt = new Date(Date.now() + 20 * day)
    const now = await event({ hosts: [body], startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) })
    const past = (days: number, hosts = [body]) =>
      event({
        hosts,
        startsAt: new Date(Date.now() - days * day),
        endsAt: new Date(Date.now() - days * day + 3_600_000),
      })
    const [before, other] = [await past(300), await past(100)]
    await past(50, [await organization()])
    const named = { vi: 'Liên hoan', en: 'Festival' }
    await placeInSeries(system(), { eventId: before.id, series: { name: named }, edition: 'I' })
    const [row] = await db.select().from(events).where(eq(events.id, before.id))
    await placeInSeries(system(), { eventId: now.id, series: { id: row?.seriesId ?? '' }, edition: 'II' })
    return { ctx, now, before, other }
  }

  it('is the edition before, or one that is chosen of the same hosts, and no neighbour’s', async () => {
    const { ctx, now, before, other } = await editions()
    const usual = await figuresOf(ctx, now.slug)
    expect(usual.choices.map(({ slug }) => slug)).toEqual([before.slug, other.slug])
    expect(usual.beside?.slug).toBe(before.slug)
    expect((await figuresOf(ctx, now.slug, other.slug)).beside?.slug).toBe(other.slug)
    expect((await figuresOf(ctx, now.slug, '')).beside).toBeNull()
    expect((await figuresOf(ctx, now.slug, 'nobody-knows')).beside).toBeNull()
  })

  it('is laid beside by days before the start, groups of both shown only where neither is small', async () => {
    const { ctx, now, before } = await editions()
    const press = await category(now, { code: 'press' })
    const pressThen = await category(before, { code: 'press' })
    const come = (seats: typeof press, of: { startsAt: Date }, days: number) =>
      registration(seats, { createdAt: new Date(of.startsAt.getTime() - days * day) })
    for (let n = 0; n < 9; n++) {
      await come(now.guest, now, 21 + n)
      await come(before.guest, before, 3 + n)
    }
    for (let n = 0; n < 6; n++) await come(press, now, 25)
    for (let n = 0; n < 2; n++) await come(pressThen, before, 25)
    const { all, steps, byCategory, beside } = await figuresOf(ctx, now.slug)
    expect(steps.ends[0]).toBe(-29)
    expect([last(all.own), last(all.earlier ?? [])]).toEqual([15, 11])
    expect(all.earlier?.[steps.ends.indexOf(-11)]).toBe(3)
    expect(beside?.total).toBe(11)
    // Two of the press then: neither may stand alone, since the other would be the difference.
    expect(byCategory).toEqual([])
    for (let n = 0; n < 3; n++) await come(pressThen, before, 20)
    const shown = (await figuresOf(ctx, now.slug)).byCategory
    expect(shown.map(({ keys, own, earlier }) => [keys, last(own), last(earlier ?? [])])).toEqual([
      [['guest'], 9, 9],
      [['press'], 6, 5],
    ])
  })
})

describe('what is drawn', () => {
  async function drawn() {
    const { ctx, event: made } = await organizedEvent()
    const hall = await link(made.id, { name: 'Áp phích ở sảnh' })
    for (let n = 0; n < 24; n++)
      await registration(made.guest, {
        linkId: n < 12 ? hall.id : null,
        locale: n % 2 ? 'vi' : 'en',
        state: n < 14 ? 'confirmed' : 'declined',
      })
    const found = await getOrganizedEvent(ctx, made.slug, 'event.edit')
    const promotion = await promotionFigures(ctx, found, await listLinks(ctx, made.id))
    return { overview: await figuresOf(ctx, made.slug), promotion }
  }

  it('is SVG without script, each with a table behind it, and its figures in words', async () => {
    const { overview, promotion } = await drawn()
    const html = renderToStaticMarkup(
      <>
        <OverviewPlots figures={overview} page="/organize/events/x" />
        <PromotionPlots figures={promotion} />
      </>,
    )
    expect(html).not.toContain('<script')
    const plots = html.match(/<svg[^>]* role="img"/g) ?? []
    expect(plots.length).toBeGreaterThan(4)
    expect(plots.every((svg) => html.includes(`${svg} aria-label="`))).toBe(true)
    expect(html.match(/<details><summary[^>]*>[^<]*<\/summary><table/g)).toHaveLength(6)
    expect(overview.flow).toMatchObject({ asked: 24, shown: [{ count: 14 }, { count: 10 }], rest: null })
    expect(promotion.languages.map(({ vi, en }) => [vi, en])).toEqual([
      [6, 6],
      [6, 6],
    ])
  })

  it('of nobody is a sentence', async () => {
    const { ctx, event: made } = await organizedEvent()
    const figures = await figuresOf(ctx, made.slug)
    const html = renderToStaticMarkup(<OverviewPlots figures={figures} page="/" />)
    expect(html).toContain('Chưa có ai đăng ký.')
    expect(html).not.toContain('<svg')
  })
})

it.each([
  ['', null],
  ['?beside=', ''],
  ['?beside=danaff-2025', 'danaff-2025'],
  ['?beside=../x', null],
])('the address %j asks for %j', (query, asked) => {
  expect(besideIn(new Request(`http://localhost/organize/events/x${query}`))).toBe(asked)
})
