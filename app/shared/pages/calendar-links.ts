/** What a calendar is told of one thing that takes place. */
export type CalendarItem = {
  title: string
  startsAt: Date
  endsAt: Date
  /** In the words that a map finds. */
  place?: string | undefined
  /** Where all of it stands: the only words that go along, since an address must stay short. */
  page: string
}

const basic = (moment: Date) => moment.toISOString().replace(/[-:]|\.\d{3}/g, '')

/**
 * The addresses that open a new entry in the web calendars of Google and Microsoft, in UTC, as both show them by the
 * reader's own clock. Neither is asked for anything before somebody follows the link.
 */
export function calendarLinks({ title, startsAt, endsAt, place = '', page }: CalendarItem) {
  const google = new URLSearchParams({
    action: 'TEMPLATE',
    text: title,
    dates: `${basic(startsAt)}/${basic(endsAt)}`,
    details: page,
    location: place,
  })
  const outlook = new URLSearchParams({
    rru: 'addevent',
    subject: title,
    startdt: startsAt.toISOString(),
    enddt: endsAt.toISOString(),
    body: page,
    location: place,
  })
  // Microsoft's pages show a plus sign where a space was meant.
  const compose = `calendar/0/action/compose?${outlook.toString().replaceAll('+', '%20')}`
  return {
    google: `https://calendar.google.com/calendar/render?${google}`,
    outlook: `https://outlook.live.com/${compose}`,
    office: `https://outlook.office.com/${compose}`,
  }
}

/** The same feed under the scheme that calendar programs subscribe to. */
export const subscription = (feed: string) => feed.replace(/^https?:/, 'webcal:')
