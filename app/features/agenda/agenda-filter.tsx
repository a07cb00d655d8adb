import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import type { PublishedAgenda } from '#db/schema/agenda-snapshot.ts'
import { type AgendaFilter as Choice, placeKey } from './agenda-days.ts'

type Kind = keyof Choice
type AgendaFilterProps = { path: string; agenda: PublishedAgenda; chosen: Choice }

/** Rooms and tracks as links: they work without script, and a choice has an address of its own. */
export function AgendaFilter({ path, agenda, chosen }: AgendaFilterProps) {
  const kinds = (['room', 'track'] as const).filter((kind) => agenda[`${kind}s`].length > 1)
  if (kinds.length === 0) return null
  const href = (kind: Kind, key: string | null) => {
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries({ ...chosen, [kind]: key })) if (value) query.set(name, value)
    return query.size > 0 ? `${path}?${query}` : path
  }
  return (
    <details className="agenda-filter" open={Boolean(chosen.room ?? chosen.track)}>
      <summary>{m['public.agenda.filter']()}</summary>
      {kinds.map((kind) => {
        const places = agenda[`${kind}s`].map((place) => ({
          key: placeKey(place) as string | null,
          name: textIn(place.name, getLocale()),
        }))
        const every = { key: null, name: m[`public.agenda.all-${kind}s`]() }
        return (
          <nav key={kind} className="agenda-filter-row" aria-labelledby={`filter-${kind}`}>
            <p className="faint" id={`filter-${kind}`}>
              {m[`public.agenda.${kind}s`]()}
            </p>
            <ul className="agenda-choices">
              {[every, ...places].map(({ key, name }) => (
                <li key={key ?? ''}>
                  <a
                    className="choice-link"
                    href={href(kind, key)}
                    rel="nofollow"
                    aria-current={chosen[kind] === key ? 'true' : undefined}
                  >
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )
      })}
    </details>
  )
}
