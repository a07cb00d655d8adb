import { and, eq } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { edit, type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import { slugOf } from '#app/shared/slug.ts'
import { firstDay, lastDay, type PartialDate } from '#app/shared/time/partial-date.ts'
import type { CityRole } from '#app/shared/vocabulary.ts'
import type { Transaction } from '#db/client.server.ts'
import { initiative, initiativeCity } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import type { StoredCity } from './cities.server.ts'

type TypedText = { vi: string; en: string; confirmed?: boolean }
export type CityDetails = {
  name: TypedText
  country: string
  latitude: number
  longitude: number
  role: CityRole
  fromDate: PartialDate | null
  toDate: PartialDate | null
  /** Who says that it belongs to it. */
  source: TypedText
}

/** More than a map can name. */
const mostCities = 200
const plainFields = ['country', 'latitude', 'longitude', 'role', 'fromDate', 'toDate'] as const

/** Puts a city on the map of an initiative. */
export async function addCity(
  ctx: Context,
  { initiativeId, details }: { initiativeId: string; details: CityDetails },
): Promise<StoredCity> {
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  checkSpan(details)
  return withTransaction(async (tx) => {
    await lockInitiative(tx, initiativeId)
    const cities = await tx
      .select({ key: initiativeCity.key })
      .from(initiativeCity)
      .where(eq(initiativeCity.initiativeId, initiativeId))
    if (cities.length >= mostCities) throw new Refusal('cities-too-many', 'state', { limit: mostCities })
    const { name, source, ...plain } = details
    const key = freeKey(details, new Set(cities.map((one) => one.key)))
    const words = { name: edited(ctx, {}, name), source: edited(ctx, {}, source) }
    const [added] = await tx
      .insert(initiativeCity)
      .values({ initiativeId, key, ...words, ...plain, createdAt: ctx.now })
      .returning()
    if (!added) throw new Error('A city was inserted without a row')
    await told(ctx, 'city.added', added)
    return added
  })
}

/** Changes what is said of a city, unless somebody saved it since it was `seen`. Answers whether anything changed. */
export async function editCity(
  ctx: Context,
  { seen, details }: { seen: StoredCity; details: CityDetails },
): Promise<boolean> {
  const { id, initiativeId } = seen
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  checkSpan(details)
  return withTransaction(async (tx) => {
    const own = and(eq(initiativeCity.id, id), eq(initiativeCity.initiativeId, initiativeId))
    const [before] = await tx.select().from(initiativeCity).where(own).for('update')
    if (!before) throw new Refusal('city-missing', 'missing')
    if (before.revision !== seen.revision) throw new SavedByOther(before)
    const { name, source, ...plain } = details
    const next = {
      ...plain,
      name: edited(ctx, before.name, name),
      source: edited(ctx, before.source, source),
    }
    const fields = [...plainFields, 'name' as const, 'source' as const].filter(
      (field) => !sameValue(before[field], next[field]),
    )
    if (fields.length === 0) return false
    const renewed = { ...next, revision: before.revision + 1 }
    const [saved] = await tx.update(initiativeCity).set(renewed).where(own).returning()
    if (saved) await told(ctx, 'city.edited', saved, { fields })
    return true
  })
}

/** Takes a city off the map. One that only belongs to it no more gets an end instead. */
export async function removeCity(
  ctx: Context,
  { initiativeId, cityId }: { initiativeId: string; cityId: string },
): Promise<void> {
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  await withTransaction(async (tx) => {
    const [removed] = await tx
      .delete(initiativeCity)
      .where(and(eq(initiativeCity.id, cityId), eq(initiativeCity.initiativeId, initiativeId)))
      .returning()
    if (!removed) throw new Refusal('city-missing', 'missing')
    await told(ctx, 'city.removed', removed)
  })
}

function checkSpan({ fromDate, toDate }: CityDetails): void {
  if (fromDate && toDate && lastDay(toDate) < firstDay(fromDate))
    throw new Refusal('city-ends-before', 'invalid')
}

/** Two people who add the same city at once get two keys. */
async function lockInitiative(tx: Transaction, initiativeId: string): Promise<void> {
  const [found] = await tx
    .select({ id: initiative.id })
    .from(initiative)
    .where(eq(initiative.id, initiativeId))
    .for('update')
  if (!found) throw new Refusal('initiative-missing', 'missing')
}

function freeKey({ name }: CityDetails, taken: ReadonlySet<string>): string {
  const wished = slugOf(name.en || name.vi) || 'city'
  for (let at = 1; ; at += 1) {
    const key = at === 1 ? wished : `${wished}-${at}`
    if (!taken.has(key)) return key
  }
}

function edited(ctx: Context, before: TranslatedText, { vi, en, confirmed }: TypedText): TranslatedText {
  return edit(before, { vi, en }, ctx.locale, confirmed)
}

async function told(ctx: Context, verb: string, city: StoredCity, details: { fields?: string[] } = {}) {
  const { id, initiativeId, name } = city
  const subjectName = textIn(name, ctx.locale)
  await recordActivity(ctx, { verb, initiativeId, subjectId: id, subjectName, details })
  await pageChanged(pageTag.initiative(initiativeId))
}
