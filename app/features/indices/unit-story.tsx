import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatPartialDate } from '#app/shared/time/partial-date.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { ComponentStar } from './component-star.tsx'
import { figureText, Missing } from './missing.tsx'
import type { UnitView } from './unit-view.server.ts'

/** Where a thing stood in a year, its ranks as they were, and those of what it was made of. */
export function UnitStory({ view }: { view: UnitView }) {
  const locale = getLocale()
  const { index, unit, years, year, before, after } = view
  return (
    <>
      <section className="chapter" aria-labelledby="year">
        <h2 id="year">{m['indices.unit.in-year']({ year: String(year) })}</h2>
        <div className="stack">
          <nav className="city-years" aria-label={m['cities.page.years']()}>
            {years.map((one) => (
              <a
                key={one}
                href={publicPath.indexUnit(locale, index.slug, unit.key, one)}
                aria-current={one === year ? 'page' : undefined}
              >
                {one}
              </a>
            ))}
          </nav>
          <Stays view={view} />
          <p>{rankSentence(view)}</p>
        </div>
      </section>
      <section className="chapter" aria-labelledby="ranks">
        <h2 id="ranks">{m['indices.unit.ranks']()}</h2>
        <RankTable view={view} />
      </section>
      <Stars view={view} />
      {before.length > 0 && (
        <section className="chapter" aria-labelledby="before">
          <h2 id="before">{m['indices.unit.made-of']()}</h2>
          <ul className="stack snug">
            {before.map(({ key, name, ranks }) => (
              <li key={key}>
                <a href={publicPath.indexUnit(locale, index.slug, key)}>
                  <Translated value={name} />
                </a>
                {': '}
                {ranks.length === 0 ? (
                  <Missing words={m['indices.missing.rank']()} />
                ) : (
                  ranks.map(({ year: of, entry }) => `${of}: ${entry?.rank ?? '–'}`).join(' · ')
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {after.length > 0 && (
        <section className="chapter" aria-labelledby="after">
          <h2 id="after">{m['indices.unit.went-on']()}</h2>
          <ul className="stack snug">
            {after.map(({ key, name, onDay, source }) => (
              <li key={key}>
                <a href={publicPath.indexUnit(locale, index.slug, key)}>
                  <Translated value={name} />
                </a>{' '}
                {m['indices.unit.since']({ day: formatPartialDate(onDay, locale) })}{' '}
                <Translated value={source} className="small soft" />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** As itself, and as part of what it went on in, with the days between. */
function Stays({ view: { index, unit, stays, year } }: { view: UnitView }) {
  const locale = getLocale()
  if (stays.length === 0) return <p>{m['indices.unit.not-there']({ year: String(year) })}</p>
  const day = (text: string) => formatPartialDate(text, locale)
  const when = ({ fromDay, toDay }: UnitView['stays'][number]) => {
    if (fromDay && toDay) return m['cities.span.both']({ from: day(fromDay), to: day(toDay) })
    if (fromDay) return m['cities.span.since']({ from: day(fromDay) })
    return toDay
      ? m['cities.span.until']({ to: day(toDay) })
      : m['indices.unit.all-year']({ year: String(year) })
  }
  return (
    <ul className="stack tight">
      {stays.map((stay) => (
        <li key={stay.key}>
          {`${when(stay)}: `}
          {stay.isItself ? (
            <strong>{m['indices.unit.itself']({ name: textIn(unit.name, locale) })}</strong>
          ) : (
            <>
              {m['indices.unit.part-of']()}{' '}
              <strong>
                <a href={publicPath.indexUnit(locale, index.slug, stay.key)}>
                  <Translated value={stay.name} />
                </a>
              </strong>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function rankSentence({ unit, ranks, lastYear, year }: UnitView): string {
  const name = textIn(unit.name, getLocale())
  if (lastYear === null) return m['indices.unit.no-edition-yet']({ year: String(year) })
  const last = ranks.find((one) => one.year === lastYear)?.entry
  if (!last || last.rank === null) return m['indices.unit.unranked']({ name, edition: String(lastYear) })
  return m['indices.unit.ranked']({ name, edition: String(lastYear), rank: last.rank })
}

function RankTable({ view: { ranks, index } }: { view: UnitView }) {
  const locale = getLocale()
  return (
    <DataTable
      caption={m['indices.unit.ranks']()}
      captionHidden
      rows={ranks}
      rowKey={({ year }) => String(year)}
      columns={[
        {
          key: 'year',
          header: m['indices.unit.edition'](),
          names: true,
          cell: ({ year }) => <a href={publicPath.indexEdition(locale, index.slug, year)}>{year}</a>,
        },
        {
          key: 'rank',
          header: m['indices.table.rank'](),
          cell: ({ entry }) => entry?.rank ?? <Missing words={m['indices.missing.rank']()} />,
        },
        {
          key: 'score',
          header: m['indices.table.score'](),
          cell: ({ entry }) =>
            entry && entry.score !== null ? (
              <>
                {figureText(entry.score, locale)}
                <Translated value={entry.scoreSource} as="div" className="small soft" />
              </>
            ) : (
              <Missing words={m['indices.missing.score']()} />
            ),
        },
        {
          key: 'said',
          header: m['indices.unit.said'](),
          cell: ({ entry, components }) => (
            <ul className="plain-list small">
              {components.flatMap(({ key, name }) => {
                const value = entry?.values.find(({ component }) => component === key)
                return value && textIn(value.remark, locale)
                  ? [
                      <li key={key}>
                        {textIn(name, locale)}: <Translated value={value.remark} />{' '}
                        <Translated value={value.source} className="soft" />
                      </li>,
                    ]
                  : []
              })}
            </ul>
          ),
        },
        {
          key: 'source',
          header: m['indices.table.source'](),
          cell: ({ entry }) => <Translated value={entry?.rankSource} className="small soft" />,
        },
      ]}
    />
  )
}

function Stars({ view: { ranks, unit } }: { view: UnitView }) {
  const latest = ranks.find(({ entry }) => entry?.values.some(({ score }) => score !== null))
  if (!latest?.entry) return null
  const { components, entry } = latest
  const scores = components.map(({ key, name }) => {
    return { key, name, score: entry.values.find(({ component }) => component === key)?.score ?? null }
  })
  const most = Math.max(0, ...scores.map(({ score }) => score ?? 0))
  return (
    <section className="chapter" aria-labelledby="star">
      <h2 id="star">{m['indices.page.components']()}</h2>
      <ComponentStar name={textIn(unit.name, getLocale())} scores={scores} most={most} />
    </section>
  )
}
