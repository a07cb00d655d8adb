import ICAL from 'ical.js'

/** What an independent reader makes of a calendar file: for tests. */
export function readCalendar(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const first = (name: string) => calendar.getFirstPropertyValue(name)
  return {
    product: first('prodid'),
    method: first('method'),
    version: first('version'),
    refresh: String(first('refresh-interval')),
    components: calendar.getAllSubcomponents().map((component) => component.name),
    events: calendar.getAllSubcomponents('vevent').map(readEvent),
  }
}

function readEvent(component: ICAL.Component) {
  const event = new ICAL.Event(component)
  return {
    uid: event.uid,
    sequence: event.sequence,
    title: event.summary,
    description: event.description,
    location: event.location,
    startsAt: event.startDate.toJSDate().toISOString(),
    endsAt: event.endDate.toJSDate().toISOString(),
    zones: [event.startDate.zone.tzid, event.endDate.zone.tzid],
    issuedAt: (component.getFirstPropertyValue('dtstamp') as ICAL.Time).toJSDate().toISOString(),
    status: component.getFirstPropertyValue('status'),
    transp: component.getFirstPropertyValue('transp'),
    url: component.getFirstPropertyValue('url'),
    geo: component.getFirstPropertyValue('geo'),
    language: component.getFirstProperty('summary')?.getFirstParameter('language'),
    descriptionLanguage: component.getFirstProperty('description')?.getFirstParameter('language'),
    organizer: component.getAllProperties('organizer').map(readParty),
    attendees: component.getAllProperties('attendee').map(readParty),
    properties: component.getAllProperties().map((property) => property.name),
    inside: component.getAllSubcomponents().length,
  }
}

function readParty(property: ICAL.Property) {
  return { ...(property.jCal[1] as Record<string, string>), address: property.getFirstValue() }
}

/** The faults of a file by the letter of RFC 5545 3.1 and 3.2, none when it is right. */
export function faultsOf(text: string): string[] {
  const faults: string[] = []
  if (!text.endsWith('END:VCALENDAR\r\n')) faults.push('no CRLF at the end')
  if (/\r(?!\n)|(?<!\r)\n/.test(text)) faults.push('a lone CR or LF')
  if (/(?![\r\n])\p{Cc}|\p{Surrogate}/u.test(text)) faults.push('a control character')
  for (const line of text.split('\r\n')) {
    if (Buffer.byteLength(line) > 75) faults.push('a line over 75 octets')
  }
  for (const line of text.replace(/\r\n /g, '').split('\r\n').slice(0, -1)) {
    if (!/^[A-Z-]+(;[A-Z-]+=("[^"]*"|[^";:,]*))*:/.test(line))
      faults.push(`not a content line: ${line.slice(0, 20)}`)
  }
  return faults
}
