import { Refusal } from '#app/shared/errors.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { PublicIndex } from './domain/indices.server.ts'
import { kinOf, staysIn } from './domain/units.ts'

/** What an index knows of one thing, and where it stood in a year. */
export function unitView(
  of: PublicIndex,
  { key, asked, present }: { key: string; asked: string | null; present: number },
) {
  const { index, initiative, units, successions, editions } = of
  const unit = units.find((one) => one.key === key)
  if (!unit) throw new Refusal('unit-missing', 'missing')
  const years = yearsOf(of, present)
  const year = asked === null ? present : years.find((one) => String(one) === asked)
  if (year === undefined) throw new Refusal('missing', 'missing')
  const named = new Map(units.map((one) => [one.key, one]))
  const nameOf = (one: string): TranslatedText => named.get(one)?.name ?? {}
  const kin = kinOf(key, successions)
  const ranksOf = (one: string) =>
    editions.map(({ year: of, entries, components }) => {
      const entry = entries.find((each) => each.key === one)
      return {
        year: of,
        entry: entry ?? null,
        components: entry && entry.values.length > 0 ? components : [],
      }
    })
  return {
    index: { slug: index.slug, name: index.name },
    initiative,
    unit: { key, name: unit.name, fromDay: unit.fromDay, toDay: unit.toDay },
    years,
    year,
    isAsked: asked !== null && year !== present,
    stays: staysIn(key, year, named, successions).map((stay) => ({ ...stay, name: nameOf(stay.key) })),
    ranks: ranksOf(key),
    before: kin.before.map((one) => ({
      key: one,
      name: nameOf(one),
      ranks: ranksOf(one).filter(({ entry }) => entry),
    })),
    after: kin.after.map((one) => {
      const how = successions.find((each) => each.before === key && each.after === one)
      return { key: one, name: nameOf(one), onDay: how?.onDay ?? '', source: how?.source ?? {} }
    }),
    /** The last edition that had spoken by the end of the year. */
    lastYear: editions.find((one) => one.year <= year)?.year ?? null,
  }
}

export type UnitView = ReturnType<typeof unitView>

/** From the first edition, or the year before the first change of a thing, to the present year. */
function yearsOf({ editions, successions }: PublicIndex, present: number): number[] {
  const known = [
    ...editions.map(({ year }) => year),
    ...successions.map(({ onDay }) => Number(onDay.slice(0, 4)) - 1),
  ]
  const first = Math.min(present, ...known)
  return Array.from({ length: present - first + 1 }, (_, at) => first + at)
}
