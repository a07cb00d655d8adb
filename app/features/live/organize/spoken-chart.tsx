import { m } from '#app/paraglide/messages.js'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { LiveSession } from '../domain/live-state.ts'
import { type SpokenTime, spokenTimes } from '../domain/spoken-times.ts'
import { minutesAndSeconds } from '../turn-clock.tsx'

const width = 100

/** Planned against spoken time, person by person: bars with the figures beside them, so that it reads as a table too. */
export function SpokenChart({ sessions, now }: { sessions: readonly LiveSession[]; now: number }) {
  return (
    <section className="stack loose" aria-labelledby="spoken">
      <h2 className="title-m" id="spoken">
        {m['live.chart.title']()}
      </h2>
      {sessions.map((session) => {
        const rows = spokenTimes(session, now)
        const longest = Math.max(1, ...rows.map((row) => Math.max(row.planned ?? 0, row.spoken)))
        return (
          <table key={session.id} className="spoken-chart">
            <caption className="title-s">
              <Translated value={session.title} />
            </caption>
            <thead>
              <tr>
                <th scope="col">{m['live.chart.person']()}</th>
                <th scope="col">{m['live.chart.planned']()}</th>
                <th scope="col">{m['live.chart.spoken']()}</th>
                <th scope="col">{m['live.chart.difference']()}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.personId}>
                  <th scope="row">
                    {row.name}
                    <Bars row={row} longest={longest} />
                  </th>
                  <td className="figures">{row.planned === null ? '–' : minutesAndSeconds(row.planned)}</td>
                  <td className="figures">{row.spoken === 0 ? '–' : minutesAndSeconds(row.spoken)}</td>
                  <td className="figures">{difference(row)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      })}
    </section>
  )
}

/** The upper bar is what was planned, the lower what was spoken; what went over is hatched by a stronger colour. */
function Bars({ row: { planned, spoken }, longest }: { row: SpokenTime; longest: number }) {
  const length = (seconds: number) => (seconds / longest) * width
  const within = planned === null ? spoken : Math.min(spoken, planned)
  return (
    <svg className="spoken-bars" viewBox={`0 0 ${width} 8`} preserveAspectRatio="none" aria-hidden="true">
      {planned !== null && <rect className="bar-planned" width={length(planned)} height="3" />}
      <rect className="bar-spoken" y="4" width={length(within)} height="3" />
      {spoken > within && (
        <rect className="bar-over" x={length(within)} y="4" width={length(spoken - within)} height="3" />
      )}
    </svg>
  )
}

function difference({ planned, spoken }: SpokenTime): string {
  if (planned === null || spoken === 0) return '–'
  const more = spoken - planned
  return more > 0 ? `+${minutesAndSeconds(more)}` : minutesAndSeconds(more)
}
