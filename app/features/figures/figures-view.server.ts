import type { OrganizedEvent, StoredCategory } from '#app/features/events/domain/organized-events.server.ts'
import type { listLinks } from '#app/features/links/domain/links.server.ts'
import type { Context } from '#app/shared/context.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { wallTime } from '#app/shared/time/zone-clock.ts'
import { chosenEarlier, listEarlierEvents } from './domain/earlier-events.server.ts'
import { type DayCount, type Grown, grown, type Steps, stepsOver, totalsByKey } from './domain/over-time.ts'
import {
  countDaysByCategory,
  countDaysByLink,
  countDaysBySource,
  countLanguagesByLink,
} from './domain/registration-days.server.ts'
import { leastGroup, shownGroups } from './domain/small-groups.ts'
import { stateFlow } from './domain/state-flow.ts'

/** One line of a plot, and that of the same group at the earlier event; without a key, what is shown together. */
export type Growth<Key> = { keys: Key[]; isRest: boolean; own: Grown; earlier: Grown | null }

const wholeDay = 86_400_000

/** The last day that has begun, counted from the day of the start. */
function todayOf(now: Date, { startsAt, timeZone }: { startsAt: Date; timeZone: string }): number {
  const dayOf = (at: Date) => Math.floor(wallTime(at, timeZone) / wholeDay)
  return dayOf(now) - dayOf(startsAt)
}

type Side<Key> = { counts: DayCount<Key>[]; today: number }

/** Lines of the groups that may be shown by themselves, and one of all others; none where nothing is broken down. */
function growthByKey<Key>(own: Side<Key>, earlier: Side<Key> | null, steps: Steps): Growth<Key>[] {
  const sides = earlier ? [own, earlier] : [own]
  const totals = sides.map(({ counts }) => totalsByKey(counts))
  const keys = [...new Set(totals.flatMap((one) => [...one.keys()]))]
  const { kept, rest } = shownGroups(
    keys.map((key) => ({ key, cells: totals.map((one) => one.get(key) ?? 0) })),
  )
  const lines = [
    ...kept.map(({ key }) => ({ keys: [key], isRest: false })),
    ...(rest ? [{ keys: rest.keys, isRest: true }] : []),
  ]
  const line = ({ counts, today }: Side<Key>, of: Key[]) =>
    grown(
      counts.filter(({ key }) => of.includes(key)),
      steps,
      today,
    )
  return lines.map((one) => ({
    keys: one.keys,
    isRest: one.isRest,
    own: line(own, one.keys),
    earlier: earlier && line(earlier, one.keys),
  }))
}

/** The plots of an event's overview: how registrations grew, beside an earlier event, and where they stand now. */
export async function overviewFigures(
  ctx: Context,
  event: OrganizedEvent,
  categories: readonly StoredCategory[],
  asked: string | null,
) {
  const choices = await listEarlierEvents(ctx, event)
  const beside = chosenEarlier(choices, asked)
  const [byCategory, bySource, categoriesThen, sourcesThen] = await Promise.all([
    countDaysByCategory(event.id),
    countDaysBySource(event.id),
    beside ? countDaysByCategory(beside.id) : [],
    beside ? countDaysBySource(beside.id) : [],
  ])
  const today = todayOf(ctx.now, event)
  const todayThen = beside ? todayOf(ctx.now, beside) : today
  const days = [...byCategory, ...categoriesThen].map(({ day }) => day)
  const steps = stepsOver(days, Math.max(Math.min(today, 0), beside ? Math.min(todayThen, 0) : today))
  // Of an earlier event with fewer people only their number is shown.
  const isCompared = beside !== null && sumOf(categoriesThen) >= leastGroup
  const then = <Key>(counts: DayCount<Key>[]) => (isCompared ? { counts, today: todayThen } : null)
  const all: Growth<never> = {
    keys: [],
    isRest: false,
    own: grown(byCategory, steps, today),
    earlier: beside && grown(categoriesThen, steps, todayThen),
  }
  return {
    steps,
    all,
    total: sumOf(byCategory),
    byCategory: growthByKey({ counts: byCategory, today }, then(categoriesThen), steps),
    bySource: growthByKey({ counts: bySource, today }, then(sourcesThen), steps),
    categoryNames: Object.fromEntries(
      categories.map(({ code, name }): [string, TranslatedText] => [code, name]),
    ),
    beside: beside && { slug: beside.slug, title: beside.title, total: sumOf(categoriesThen) },
    choices: choices.map(({ slug, title, startsAt, timeZone }) => ({ slug, title, startsAt, timeZone })),
    flow: stateFlow(categories),
  }
}

export type OverviewFigures = Awaited<ReturnType<typeof overviewFigures>>

/** The plots of an event's promotion: how registrations grew by link, and in which languages they came. */
export async function promotionFigures(
  ctx: Context,
  event: OrganizedEvent,
  links: Awaited<ReturnType<typeof listLinks>>,
) {
  const [byLink, languages] = await Promise.all([countDaysByLink(event.id), countLanguagesByLink(event.id)])
  const today = todayOf(ctx.now, event)
  const steps = stepsOver(
    byLink.map(({ day }) => day),
    Math.min(today, 0),
  )
  const groups = [...new Set(languages.map(({ linkId }) => linkId))].map((linkId) => ({
    key: linkId,
    cells: (['vi', 'en'] as const).map(
      (locale) => languages.find((one) => one.linkId === linkId && one.locale === locale)?.count ?? 0,
    ),
  }))
  const { kept, rest } = shownGroups(groups)
  return {
    steps,
    total: sumOf(byLink),
    byLink: growthByKey({ counts: byLink, today }, null, steps),
    languages: [
      ...kept.map(({ key, cells: [vi = 0, en = 0] }) => ({ keys: [key], isRest: false, vi, en })),
      ...(rest ? [{ keys: rest.keys, isRest: true, vi: rest.cells[0] ?? 0, en: rest.cells[1] ?? 0 }] : []),
    ],
    linkNames: Object.fromEntries(links.map(({ id, name }) => [id, name])),
  }
}

export type PromotionFigures = Awaited<ReturnType<typeof promotionFigures>>

const sumOf = (counts: readonly { count: number }[]) => counts.reduce((total, { count }) => total + count, 0)
