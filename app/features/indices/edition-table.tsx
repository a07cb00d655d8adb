import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { type Column, DataTable, type Sorting } from '#app/ui/data-table.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { EntryRow, IndexView, NamedRank } from './index-view.server.ts'
import { figureText, Missing } from './missing.tsx'

type Props = { view: IndexView; path: string; isFramed?: boolean }

/** The order of an edition: its columns sort by links, and what is not known is a dash with its words. */
export function EditionTable({ view, path, isFramed = false }: Props) {
  const { edition, rows, order, beforeYear, index } = view
  if (!edition) return null
  const hasScores = rows.some(({ score }) => score !== null)
  const columns: Column<EntryRow>[] = [
    {
      key: 'rank',
      header: m['indices.table.rank'](),
      align: 'end',
      cell: ({ rank }) => <Rank rank={rank} />,
    },
    {
      key: 'name',
      header: m['indices.table.place'](),
      names: true,
      cell: ({ key, name }) => (
        <a href={publicPath.indexUnit(getLocale(), index.slug, key)}>
          <Translated value={name} />
        </a>
      ),
    },
    ...(hasScores ? [scoreColumn()] : []),
    ...edition.components.flatMap((one) => componentColumn(one, rows)),
    ...(beforeYear === null ? [] : [changeColumn(beforeYear)]),
    {
      key: 'source',
      header: m['indices.table.source'](),
      cell: ({ rankSource }) => <Translated value={rankSource} className="small soft" />,
    },
  ]
  const sorting: Sorting = new Map(
    ['rank', 'name', 'score', 'change'].map((by) => {
      const isBy = order.by === by
      const href = `${path}?sort=${isBy && !order.isDown ? '-' : ''}${by}#ranking`
      const way = isBy ? (order.isDown ? ('descending' as const) : ('ascending' as const)) : null
      return [by, { href, way }]
    }),
  )
  return (
    <DataTable
      caption={m['indices.table.caption']({
        index: textIn(index.name, getLocale()),
        year: String(edition.year),
      })}
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      rowId={({ key }) => `unit-${key}`}
      {...(!isFramed && { sorting })}
    />
  )
}

function Rank({ rank }: { rank: number | null }) {
  return rank === null ? <Missing words={m['indices.missing.rank']()} /> : <strong>{rank}</strong>
}

function scoreColumn(): Column<EntryRow> {
  return {
    key: 'score',
    header: m['indices.table.score'](),
    align: 'end',
    cell: ({ score, scoreSource }) =>
      score === null ? (
        <Missing words={m['indices.missing.score']()} />
      ) : (
        <>
          {figureText(score, getLocale())}
          <Translated value={scoreSource} as="div" className="small soft" />
        </>
      ),
  }
}

type Component = NonNullable<IndexView['edition']>['components'][number]

/** A column of a component of which anything is known; the source of each value stands under it. */
function componentColumn({ key, name }: Component, rows: readonly EntryRow[]): Column<EntryRow>[] {
  if (!rows.some(({ values }) => values.some(({ component }) => component === key))) return []
  const locale = getLocale()
  return [
    {
      key: `component-${key}`,
      header: textIn(name, locale),
      cell: ({ values }) => {
        const value = values.find(({ component }) => component === key)
        if (!value) return <Missing words={m['indices.missing.value']()} />
        const { score, rank, remark, source } = value
        return (
          <>
            {score !== null && figureText(score, locale)}
            {rank !== null && m['indices.table.ranked']({ rank })}
            <Translated value={remark} />
            <Translated value={source} as="div" className="small soft" />
          </>
        )
      },
    },
  ]
}

function changeColumn(year: number): Column<EntryRow> {
  return {
    key: 'change',
    header: m['indices.table.change']({ year: String(year) }),
    cell: ({ change }) => {
      if (change.kind === 'joined') return <Joined from={change.from} year={year} />
      if (change.kind === 'unknown')
        return <Missing words={m['indices.missing.change']({ year: String(year) })} />
      const from = String(change.from)
      if (change.by === 0) return m['indices.change.same']({ from })
      return change.by > 0
        ? m['indices.change.up']({ count: change.by, from })
        : m['indices.change.down']({ count: -change.by, from })
    },
  }
}

/** Made of several since: their ranks are told, and no change is worked out of them. */
function Joined({ from, year }: { from: readonly NamedRank[]; year: number }) {
  const parts = from.map(({ name, rank }) => {
    return `${textIn(name, getLocale())} ${rank ?? `– (${m['indices.missing.rank']()})`}`
  })
  return m['indices.change.joined']({ year: String(year), parts: parts.join(', ') })
}
