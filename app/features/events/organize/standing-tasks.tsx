import type { EventFrameView } from '#app/organize/event-frame.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatCount } from '#app/shared/time/format.ts'

type StandingTasksProps = Pick<EventFrameView, 'slug' | 'parts' | 'published'> & { pending: number }

/** What one does standing, with a phone in one hand: one press each, as far as one's part at the event goes. */
export function StandingTasks({ slug, parts, published, pending }: StandingTasksProps) {
  const home = `/organize/events/${slug}`
  const locale = getLocale()
  const waiting = pending > 0 ? ` (${formatCount(pending, locale)})` : ''
  const tasks = [
    parts.includes('registrations') && {
      href: `${home}/registrations`,
      label: m['organize.standing.find'](),
    },
    parts.includes('categories') && {
      href: `${home}/registrations?state=pending`,
      label: `${m['organize.standing.approve']()}${waiting}`,
    },
    parts.includes('live') && { href: `${home}/live`, label: m['organize.standing.call']() },
    published && { href: publicPath.live(locale, slug), label: m['organize.standing.room']() },
    parts.includes('agenda') && { href: `${home}/agenda/moving`, label: m['organize.standing.move']() },
  ].filter((task) => task !== false)
  return (
    <nav className="standing" aria-label={m['organize.standing.title']()}>
      <ul>
        {tasks.map(({ href, label }) => (
          <li key={href}>
            <a className="button button-quiet" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
