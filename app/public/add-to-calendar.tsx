import { m } from '#app/paraglide/messages.js'
import { type CalendarItem, calendarLinks, subscription } from '#app/shared/pages/calendar-links.ts'
import { classNames } from '#app/ui/class-names.ts'

type AddToCalendarProps = {
  item: CalendarItem
  /** The entry as a file, for Apple's calendar and all others. */
  file: string
  /** The whole address of a feed that follows changes. */
  feed?: string
  /** Beside other buttons rather than alone. */
  quiet?: boolean
}

/** The choice of a calendar, closed until asked for, without script. */
export function AddToCalendar({ item, file, feed, quiet = true }: AddToCalendarProps) {
  const { google, outlook, office } = calendarLinks(item)
  return (
    <details className="calendar-choice">
      <summary className={classNames('button', quiet && 'button-quiet')}>
        {m['public.calendar.add']()}
      </summary>
      <ul>
        <li>
          <a href={file}>{m['public.calendar.file']()}</a>
        </li>
        <li>
          <a href={google} rel="noopener">
            {m['public.calendar.google']()}
          </a>
        </li>
        <li>
          <a href={outlook} rel="noopener">
            {m['public.calendar.outlook']()}
          </a>
        </li>
        <li>
          <a href={office} rel="noopener">
            {m['public.calendar.office']()}
          </a>
        </li>
        {feed && (
          <li>
            <a href={subscription(feed)}>{m['public.calendar.follow']()}</a>
          </li>
        )}
      </ul>
    </details>
  )
}
