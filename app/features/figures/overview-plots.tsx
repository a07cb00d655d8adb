import { sourceNames } from '#app/features/links/source-names.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { ownValue } from '#app/shared/own-value.ts'
import { formatDays } from '#app/shared/time/format.ts'
import type { LinkSource } from '#app/shared/vocabulary.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/fields/field.tsx'
import { newInSteps } from './domain/over-time.ts'
import type { Growth, OverviewFigures } from './figures-view.server.ts'
import { GrowthGroups } from './growth-groups.tsx'
import { GrowthPlot } from './growth-plot.tsx'
import { GrowthTable } from './growth-table.tsx'
import { StateFlowPlot } from './state-flow-plot.tsx'

type Props = { figures: OverviewFigures; page: string }

/** How registrations grew, as a whole, by category and by source, and where they stand now. */
export function OverviewPlots({ figures, page }: Props) {
  const { steps, all, total, byCategory, bySource, categoryNames, beside, choices, flow } = figures
  const locale = getLocale()
  const title = beside && textIn(beside.title, locale)
  const categoryName = (code: string) => textIn(ownValue(categoryNames, code), locale) || code
  return (
    <>
      <section className="stack snug" aria-labelledby="arrivals">
        <h2 className="title-m" id="arrivals">
          {m['figures.growth.title']()}
        </h2>
        {choices.length > 0 && <ChooseEarlier choices={choices} beside={beside} page={page} />}
        {total === 0 && !beside ? (
          <p className="soft">{m['organize.overview.no-arrivals']()}</p>
        ) : (
          <>
            {title && <Legend earlier={title} />}
            <div className="measure">
              <GrowthPlot
                name={m['figures.growth.all']()}
                steps={steps}
                own={all.own}
                earlier={all.earlier}
                hasBars
              />
              <GrowthTable
                caption={m['figures.growth.title']()}
                steps={steps}
                lines={[
                  { name: m['figures.growth.all'](), values: all.own },
                  { name: m['figures.growth.new'](), values: newInSteps(all.own) },
                  ...(all.earlier ? [{ name: title ?? '', values: all.earlier }] : []),
                ]}
              />
            </div>
            <GrowthGroups
              title={m['figures.growth.by-category']()}
              steps={steps}
              lines={named(byCategory, categoryName)}
            />
            <GrowthGroups
              title={m['figures.growth.by-source']()}
              steps={steps}
              lines={named(bySource, (source) => sourceName(source))}
            />
          </>
        )}
      </section>
      {flow.asked > 0 && (
        <section className="stack snug" aria-labelledby="flow">
          <h2 className="title-m" id="flow">
            {m['figures.flow.title']()}
          </h2>
          <StateFlowPlot flow={flow} />
        </section>
      )}
      {total > 0 && <p className="small soft measure">{m['figures.rule']()}</p>}
    </>
  )
}

const sourceName = (source: LinkSource | null) =>
  source === null ? m['links.source.none']() : sourceNames[source]()

function named<Key>(lines: readonly Growth<Key>[], nameOf: (key: Key) => string) {
  return lines.map(({ keys, isRest, own, earlier }) => ({
    id: keys.join(' '),
    name: isRest
      ? m['figures.rest.groups']({ names: keys.map(nameOf).join(', ') })
      : keys.map(nameOf).join(', '),
    own,
    earlier,
  }))
}

function Legend({ earlier }: { earlier: string }) {
  return (
    <p className="plot-legend small">
      <span>
        <svg className="plot-sample" viewBox="0 0 24 8" aria-hidden="true">
          <path className="plot-line" d="M0 4H24" />
        </svg>
        {m['figures.legend.own']()}
      </span>
      <span>
        <svg className="plot-sample" viewBox="0 0 24 8" aria-hidden="true">
          <path className="plot-line plot-line-earlier" d="M0 4H24" />
        </svg>
        {earlier}
      </span>
    </p>
  )
}

type ChooseProps = Pick<OverviewFigures, 'choices' | 'beside'> & { page: string }

function ChooseEarlier({ choices, beside, page }: ChooseProps) {
  const locale = getLocale()
  return (
    <form action={`${page}#arrivals`} className="cluster on-screen">
      <SelectField
        name="beside"
        label={m['figures.beside.label']()}
        defaultValue={beside?.slug ?? ''}
        key={beside?.slug ?? ''}
        options={[
          { value: '', label: m['figures.beside.none']() },
          ...choices.map(({ slug, title, startsAt, timeZone }) => ({
            value: slug,
            label: `${textIn(title, locale)} (${formatDays(startsAt, startsAt, timeZone, locale)})`,
          })),
        ]}
      />
      <Button variant="quiet">{m['figures.beside.show']()}</Button>
    </form>
  )
}
