import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { classNames } from '#app/ui/class-names.ts'
import type { TileView } from './index-view.server.ts'

const islandNames = { 'hoang-sa': m['indices.tiles.hoang-sa'], 'truong-sa': m['indices.tiles.truong-sa'] }

/**
 * The provinces as squares that lie roughly as the land does: a list for whoever reads it aloud, and no border anywhere.
 * The rank is written on each; its shade only repeats it.
 */
export function TileGrid({ tiles, slug }: { tiles: readonly TileView[]; slug: string }) {
  const locale = getLocale()
  const most = Math.max(1, ...tiles.map(({ rank }) => rank ?? 0))
  const provinces = tiles.filter(({ islands }) => islands === null)
  const inOrder = [...tiles].sort((a, b) => a.row - b.row || a.column - b.column)
  return (
    <figure className="tile-figure">
      <ul className="tile-grid">
        {inOrder.map(({ key, name, letters, rank, column, row, islands }) => {
          const share = rank === null ? 0 : 1 - (rank - 1) / (most + 2)
          const province = textIn(name, locale)
          const place = islands
            ? m['indices.tiles.with']({ islands: islandNames[islands](), province })
            : province
          const words = rank === null ? m['indices.missing.rank']() : m['indices.tiles.rank']({ rank })
          return (
            <li
              key={islands ?? key}
              className={classNames('tile', rank !== null && 'tile-ranked', islands && 'tile-islands')}
              style={{
                gridColumn: column + 1,
                gridRow: row + 1,
                ['--share' as string]: `${Math.round(share * 60)}%`,
              }}
            >
              <a href={publicPath.indexUnit(locale, slug, key)} title={`${place}: ${words}`}>
                <span aria-hidden="true">{letters}</span>
                <span aria-hidden="true" className="tile-rank">
                  {rank ?? '–'}
                </span>
                <span className="visually-hidden">{`${place}: ${words}`}</span>
              </a>
            </li>
          )
        })}
      </ul>
      <figcaption className="small soft">
        {m['indices.tiles.caption']({ count: provinces.length })}
      </figcaption>
    </figure>
  )
}
