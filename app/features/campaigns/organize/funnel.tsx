import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatCount } from '#app/shared/time/format.ts'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import type { LinkFigure } from '../domain/count-links.server.ts'

type Props = { audience: number; sent: number; links: LinkFigure[] }

const width = 320
const height = 26
const gap = 30

/** From the audience to what became of it, as bars of one scale; the figures stand beside them and in the table below. */
export function Funnel({ audience, sent, links }: Props) {
  const locale = getLocale()
  const sum = (of: (one: LinkFigure) => number) => links.reduce((total, one) => total + of(one), 0)
  const stages = [
    { label: m['campaigns.funnel.audience'](), count: audience },
    { label: m['campaigns.funnel.sent'](), count: sent },
    ...(links.length > 0
      ? [
          { label: m['campaigns.funnel.people'](), count: sum(({ people }) => people) },
          { label: m['campaigns.funnel.registered'](), count: sum(({ registered }) => registered) },
        ]
      : []),
  ]
  const most = Math.max(1, ...stages.map(({ count }) => count))
  return (
    <section className="stack snug" aria-labelledby="funnel">
      <h2 className="title-m" id="funnel">
        {m['campaigns.funnel.title']()}
      </h2>
      <svg
        viewBox={`0 0 ${width} ${stages.length * (height + gap)}`}
        role="img"
        aria-label={stages.map(({ label, count }) => `${label}: ${formatCount(count, locale)}`).join('; ')}
        style={{ width: '100%', maxWidth: '24rem', height: 'auto' }}
      >
        {stages.map(({ label, count }, at) => (
          <g key={label} transform={`translate(0 ${at * (height + gap)})`}>
            <text x={0} y={16} fontSize={14} fill="currentColor">
              {label}: {formatCount(count, locale)}
            </text>
            <rect
              x={0}
              y={24}
              width={count === 0 ? 0 : Math.max(2, (Math.max(0, count) / most) * width)}
              height={height}
              rx={4}
              fill="var(--accent, currentColor)"
            />
          </g>
        ))}
      </svg>
      {links.length > 0 && (
        <DataTable
          caption={m['campaigns.funnel.links']()}
          columns={columns()}
          rows={links}
          rowKey={({ url, locale: spoken }) => `${spoken} ${url}`}
        />
      )}
      <p className="soft small measure">{m['campaigns.funnel.how']()}</p>
    </section>
  )
}

function columns(): Column<LinkFigure>[] {
  const locale = getLocale()
  return [
    { key: 'url', header: m['campaigns.funnel.url'](), names: true, cell: ({ url }) => url },
    {
      key: 'locale',
      header: m['campaigns.funnel.locale'](),
      cell: ({ locale: spoken }) => (spoken === 'vi' ? 'Tiếng Việt' : 'English'),
    },
    {
      key: 'people',
      header: m['campaigns.funnel.people'](),
      align: 'end',
      cell: ({ people }) => formatCount(people, locale),
    },
    {
      key: 'registered',
      header: m['campaigns.funnel.registered'](),
      align: 'end',
      cell: ({ registered }) => formatCount(registered, locale),
    },
  ]
}
