import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatPartialDate } from '#app/shared/time/partial-date.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { CitiesView } from './cities-view.server.ts'
import { CityMapFigure } from './city-map.tsx'
import { cityRoleNames } from './city-roles.ts'

/** The same as a chapter of the initiative's own page; nothing where there are no cities. */
export function CityChapter({ view }: { view: CitiesView | null }) {
  if (!view) return null
  return (
    <section className="chapter" aria-labelledby="cities">
      <h2 id="cities">{m['cities.page.title']()}</h2>
      <CitySection view={view} />
    </section>
  )
}

/** Where an initiative is at home, on a map and in words, today or in another year. */
export function CitySection({ view }: { view: Omit<CitiesView, 'changesAt'> }) {
  const { cities, map } = view
  const locale = getLocale()
  const names = new Map(cities.map(({ key, name }) => [key, textIn(name, locale)]))
  return (
    <div className="stack">
      <Years view={view} />
      {map ? <CityMapFigure map={map} names={names} /> : <p>{m['cities.page.none-then']()}</p>}
      {cities.length > 0 && <CityTable cities={cities} />}
    </div>
  )
}

function Years({ view: { slug, years, year } }: { view: Pick<CitiesView, 'slug' | 'years' | 'year'> }) {
  const locale = getLocale()
  return (
    <nav className="city-years" aria-label={m['cities.page.years']()}>
      <a href={publicPath.cities(locale, slug)} aria-current={year === null ? 'page' : undefined}>
        {m['cities.page.today']()}
      </a>
      {years.map((one) => (
        <a
          key={one}
          href={publicPath.cities(locale, slug, one)}
          aria-current={one === year ? 'page' : undefined}
        >
          {one}
        </a>
      ))}
    </nav>
  )
}

type Row = CitiesView['cities'][number]

function CityTable({ cities }: { cities: readonly Row[] }) {
  return (
    <DataTable
      caption={m['cities.page.list']()}
      captionHidden
      rows={cities}
      rowKey={({ key }) => key}
      rowId={({ key }) => `city-${key}`}
      columns={[
        {
          key: 'name',
          header: m['cities.form.name'](),
          names: true,
          cell: ({ name }) => <Translated value={name} />,
        },
        { key: 'country', header: m['cities.form.country'](), cell: ({ country }) => country },
        { key: 'role', header: m['cities.form.role'](), cell: ({ role }) => cityRoleNames[role]() },
        { key: 'span', header: m['cities.page.span'](), cell: (row) => spanOf(row) },
        {
          key: 'source',
          header: m['cities.form.source'](),
          cell: ({ source }) => <Translated value={source} className="small soft" />,
        },
      ]}
    />
  )
}

/** From when to when, no more than is known. */
export function spanOf({ fromDate, toDate }: Pick<Row, 'fromDate' | 'toDate'>): string {
  const locale = getLocale()
  const from = fromDate && formatPartialDate(fromDate, locale)
  const to = toDate && formatPartialDate(toDate, locale)
  if (from && to) return m['cities.span.both']({ from, to })
  if (from) return m['cities.span.since']({ from })
  return to ? m['cities.span.until']({ to }) : m['cities.span.unknown']()
}
