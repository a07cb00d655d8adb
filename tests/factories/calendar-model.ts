import ICAL from 'ical.js'

export type ModelEntry = {
  uid: string
  sequence: number
  stampedAt: number
  startsAt: string
  endsAt: string
  title: string
  location: string
  isCancelled: boolean
}

/** For tests: the calendar of one person, as a client keeps it by RFC 5546: a lower SEQUENCE changes nothing. */
export function calendarModel() {
  const entries = new Map<string, ModelEntry>()
  return {
    entries: () => [...entries.values()].filter((entry) => !entry.isCancelled),
    /** Takes a calendar file; answers whether it changed anything. */
    apply(text: string): boolean {
      const file = new ICAL.Component(ICAL.parse(text))
      const method = String(file.getFirstPropertyValue('method'))
      const component = file.getFirstSubcomponent('vevent')
      if (!component || file.getAllSubcomponents('vevent').length !== 1) throw new Error('Not one entry')
      const event = new ICAL.Event(component)
      const before = entries.get(event.uid)
      const stampedAt = (component.getFirstPropertyValue('dtstamp') as ICAL.Time).toJSDate().getTime()
      const isLater =
        !before ||
        event.sequence > before.sequence ||
        (event.sequence === before.sequence && stampedAt > before.stampedAt)
      if (!isLater || (method === 'CANCEL' && !before)) return false
      entries.set(event.uid, {
        uid: event.uid,
        sequence: event.sequence,
        stampedAt,
        startsAt: event.startDate.toJSDate().toISOString(),
        endsAt: event.endDate.toJSDate().toISOString(),
        title: event.summary,
        location: event.location ?? '',
        isCancelled: method === 'CANCEL',
      })
      return true
    },
  }
}
