import { m } from '#app/paraglide/messages.js'
import type { Thing } from './next-things.ts'

const texts: Record<Thing['kind'], (count: number) => string> = {
  mail: (count) => m['organize.next.mail']({ count }),
  answers: (count) => m['organize.next.answers']({ count }),
  pending: (count) => m['organize.next.pending']({ count }),
  outside: (count) => m['organize.next.outside']({ count }),
  clashes: (count) => m['organize.next.clashes']({ count }),
  unpublished: (count) => m['organize.next.unpublished']({ count }),
  draft: (count) => m['organize.next.draft']({ count }),
  address: (count) => m['organize.next.address']({ count }),
  unanswered: (count) => m['organize.next.unanswered']({ count }),
  unplaced: (count) => m['organize.next.unplaced']({ count }),
  stale: (count) => m['organize.next.stale']({ count }),
  missing: (count) => m['organize.next.missing']({ count }),
  'session-texts': (count) => m['organize.next.session-texts']({ count }),
  'people-texts': (count) => m['organize.next.people-texts']({ count }),
  window: () => m['organize.next.window'](),
  agenda: () => m['organize.next.agenda'](),
  publish: () => m['organize.next.publish'](),
  words: (count) => m['organize.next.words']({ count }),
  recap: () => m['organize.next.recap'](),
  actions: (count) => m['organize.next.actions']({ count }),
}

/** The next things to do, each a link to where it is done. */
export function ThingsToDo({ slug, things }: { slug: string; things: readonly Thing[] }) {
  return (
    <section className="stack tight" aria-labelledby="next">
      <h2 className="title-m" id="next">
        {m['organize.next.title']()}
      </h2>
      <ul>
        {things.map(({ kind, count, place }) => (
          <li key={kind}>
            <a href={place.startsWith('#') ? place : `/organize/events/${slug}${place}`}>
              {texts[kind](count)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
