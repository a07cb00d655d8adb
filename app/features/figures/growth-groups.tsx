import { m } from '#app/paraglide/messages.js'
import type { Grown, Steps } from './domain/over-time.ts'
import { GrowthPlot } from './growth-plot.tsx'
import { GrowthTable } from './growth-table.tsx'

type Line = { id: string; name: string; own: Grown; earlier: Grown | null }
type Props = { title: string; steps: Steps; lines: readonly Line[] }

/** One small plot a group, all over the same days, and their table; a sentence where no group may stand alone. */
export function GrowthGroups({ title, steps, lines }: Props) {
  return (
    <section className="stack snug">
      <h3 className="title-s">{title}</h3>
      {lines.length === 0 ? (
        <p className="soft">{m['figures.growth.too-few']()}</p>
      ) : (
        <>
          <div className="grid">
            {lines.map(({ id, name, own, earlier }) => (
              <GrowthPlot key={id} name={name} steps={steps} own={own} earlier={earlier} />
            ))}
          </div>
          <GrowthTable
            caption={title}
            steps={steps}
            lines={lines.flatMap(({ name, own, earlier }) => [
              { name, values: own },
              ...(earlier ? [{ name: m['figures.growth.earlier']({ name }), values: earlier }] : []),
            ])}
          />
        </>
      )}
    </section>
  )
}
