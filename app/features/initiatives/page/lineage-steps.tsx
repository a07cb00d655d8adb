import { m } from '#app/paraglide/messages.js'
import type { InitiativeView } from '../initiative-view.server.ts'

type LineageProps = Pick<InitiativeView, 'notes' | 'supporters' | 'events' | 'sessions' | 'registrations'>

/** The way from words at a table to people at the next one, counted; each step leads to where it is told. */
export function Lineage(view: LineageProps) {
  const steps = lineageSteps(view).filter(({ count }) => count > 0)
  if (steps.length === 0) return null
  return (
    <ol className="lineage" aria-label={m['initiatives.lineage.label']()}>
      {steps.map(({ href, count, words }) => (
        <li key={href}>
          <a href={href}>{words(count)}</a>
        </li>
      ))}
    </ol>
  )
}

/** The steps with their counts, in the order in which one led to the other. */
export function lineageSteps({ notes, supporters, events, sessions, registrations }: LineageProps) {
  const proposals = notes.filter(({ kind }) => kind === 'proposal').length
  const registered = registrations.reduce((sum, { count }) => sum + count, 0)
  return [
    {
      href: '#came-from',
      count: notes.length - proposals,
      words: (count: number) => m['initiatives.lineage.notes']({ count }),
    },
    {
      href: '#proposals',
      count: proposals,
      words: (count: number) => m['initiatives.lineage.proposals']({ count }),
    },
    {
      href: '#supporters',
      count: supporters.joined,
      words: (count: number) => m['initiatives.lineage.supporters']({ count }),
    },
    {
      href: '#came-of',
      count: events.length,
      words: (count: number) => m['initiatives.lineage.events']({ count }),
    },
    {
      href: '#sessions',
      count: sessions.length,
      words: (count: number) => m['initiatives.lineage.sessions']({ count }),
    },
    {
      href: '#figures',
      count: registered,
      words: (count: number) => m['initiatives.lineage.registrations']({ count }),
    },
  ]
}
