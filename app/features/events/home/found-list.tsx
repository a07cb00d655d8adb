import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatCount } from '#app/shared/time/format.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Pager } from '#app/ui/shell/pager.tsx'
import type { PublicEvent } from '../domain/events.server.ts'
import { type EventQuery, eventQueryAt } from '../domain/listing/event-query.ts'
import { EventCards } from './event-cards.tsx'

export type Found = { rows: PublicEvent[]; total: number; page: number; last: number }

/** What answers a question, page by page. */
export function FoundList({ found, query }: { found: Found; query: EventQuery }) {
  const locale = getLocale()
  const home = publicPath.home(locale)
  const at = (page: number) => (page < 1 || page > found.last ? null : `${home}${eventQueryAt(query, page)}`)
  if (found.total === 0) {
    return (
      <EmptyState title={m['public.find.none']()}>
        <p>{m['public.find.none-hint']()}</p>
      </EmptyState>
    )
  }
  return (
    <section className="stack loose" aria-labelledby="found">
      <h2 id="found" className="title-m">
        {m['public.find.found']({ count: found.total, total: formatCount(found.total, locale) })}
      </h2>
      <EventCards events={found.rows} />
      {found.last > 1 && (
        <Pager previous={at(found.page - 1)} next={at(found.page + 1)}>
          {m['public.find.page']({ page: String(found.page), last: String(found.last) })}
        </Pager>
      )}
    </section>
  )
}
