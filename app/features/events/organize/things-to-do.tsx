import { m } from '#app/paraglide/messages.js'
import type { Thing } from './next-things.ts'

const texts: Record<Thing['kind'], (count: number) => string> = {
  mail: (count) => m['organize.next.mail']({ count }),
  pending: (count) => m['organize.next.pending']({ count }),
  outside: (count) => m['organize.next.outside']({ count }),
  stale: (count) => m['organize.next.stale']({ count }),
  missing: (count) => m['organize.next.missing']({ count }),
  window: () => m['organize.next.window'](),
  publish: () => m['organize.next.publish'](),
}

const places: Record<Thing['kind'], string> = {
  mail: '/outbox',
  pending: '/registrations?state=pending',
  outside: '/agenda/clashes',
  stale: '/settings',
  missing: '/settings',
  window: '/settings',
  publish: '#publication',
}

/** The next things to do, each a link to where it is done. */
export function ThingsToDo({ slug, things }: { slug: string; things: readonly Thing[] }) {
  return (
    <section className="stack tight" aria-labelledby="next">
      <h2 className="title-m" id="next">
        {m['organize.next.title']()}
      </h2>
      <ul>
        {things.map(({ kind, count }) => (
          <li key={kind}>
            <a href={`${places[kind].startsWith('#') ? '' : `/organize/events/${slug}`}${places[kind]}`}>
              {texts[kind](count)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
