import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { ownValue } from '#app/shared/own-value.ts'
import { formatCount } from '#app/shared/time/format.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import type { PromotionFigures } from './figures-view.server.ts'
import { GrowthGroups } from './growth-groups.tsx'

/** How registrations grew by link, and in which languages people came by each. */
export function PromotionPlots({ figures }: { figures: PromotionFigures }) {
  const { steps, total, byLink, languages, linkNames } = figures
  const nameOf = ({ keys, isRest }: { keys: (string | null)[]; isRest: boolean }) => {
    const names = keys.map((id) =>
      id === null ? m['links.source.none']() : (ownValue(linkNames, id) ?? m['figures.links.gone']()),
    )
    return isRest ? m['figures.rest.links']({ count: names.length }) : names.join(', ')
  }
  if (total === 0) return null
  return (
    <>
      <GrowthGroups
        title={m['figures.growth.by-link']()}
        steps={steps}
        lines={byLink.map((line) => ({
          id: line.keys.join(' '),
          name: nameOf(line),
          own: line.own,
          earlier: null,
        }))}
      />
      <section className="stack snug">
        <h3 className="title-s">{m['figures.languages.title']()}</h3>
        {languages.length === 0 ? (
          <p className="soft">{m['figures.growth.too-few']()}</p>
        ) : (
          <Languages
            rows={languages.map((row) => ({
              id: row.keys.join(' '),
              name: nameOf(row),
              vi: row.vi,
              en: row.en,
            }))}
          />
        )}
      </section>
      <p className="small soft measure">{m['figures.rule']()}</p>
    </>
  )
}

type Row = { id: string; name: string; vi: number; en: number }

/** A bar a link, as long as it brought people, parted by their languages. */
function Languages({ rows }: { rows: Row[] }) {
  const locale = getLocale()
  const most = Math.max(1, ...rows.map(({ vi, en }) => vi + en))
  const count = (value: number) => formatCount(value, locale)
  return (
    <figure className="plot measure">
      <p className="plot-legend small">
        <span>
          <svg className="plot-sample" viewBox="0 0 24 8" aria-hidden="true">
            <rect className="plot-part" width={24} height={8} />
          </svg>
          {m['figures.languages.vi']()}
        </span>
        <span>
          <svg className="plot-sample" viewBox="0 0 24 8" aria-hidden="true">
            <rect className="plot-part-other" width={24} height={8} />
          </svg>
          {m['figures.languages.en']()}
        </span>
      </p>
      <ul className="stack tight plot-rows">
        {rows.map(({ id, name, vi, en }) => (
          <li key={id}>
            <span className="small">
              {m['figures.languages.in-words']({ name, vi: count(vi), en: count(en) })}
            </span>
            <svg className="share-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect className="plot-part" width={(vi / most) * 100} height={8} />
              <rect className="plot-part-other" x={(vi / most) * 100} width={(en / most) * 100} height={8} />
            </svg>
          </li>
        ))}
      </ul>
      <details>
        <summary className="small">{m['figures.table']()}</summary>
        <DataTable
          caption={m['figures.languages.title']()}
          columns={[
            { key: 'link', header: m['links.form.name'](), names: true, cell: ({ name }: Row) => name },
            { key: 'vi', header: m['figures.languages.vi'](), align: 'end', cell: ({ vi }) => count(vi) },
            { key: 'en', header: m['figures.languages.en'](), align: 'end', cell: ({ en }) => count(en) },
          ]}
          rows={rows}
          rowKey={({ id }) => id}
        />
      </details>
    </figure>
  )
}
