import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import type { EventView } from './event-view.server.ts'

/** Where one hears of the hosts' next events: their lists, which are joined by an address and a press in the mail. */
export function FollowHosts({ lists }: Pick<EventView, 'lists'>) {
  const locale = getLocale()
  if (lists.length === 0) return null
  return (
    <div className="stack tight">
      <p className="small soft">{m['lists.follow.lead']()}</p>
      <ul className="stack tight">
        {lists.map(({ id, slug, title }) => (
          <li key={id}>
            <a href={publicPath.list(locale, slug)}>{textIn(title, locale)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
