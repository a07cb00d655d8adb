import { xmlText } from '#app/shared/http/xml-text.ts'
import { ownGenerator, type Schedule, type ScheduleEvent } from './schedule.ts'

/** The same schedule as schedule.xml, in the order that its schema wants. */
export function scheduleXml({ schedule }: Schedule, self: string): string {
  const { conference, version } = schedule
  const days = conference.days.map(
    (day) => `<day index="${day.index}" date="${day.date}" start="${day.day_start}" end="${day.day_end}">
${Object.entries(day.rooms)
  .map(([room, events]) => {
    const guid = conference.rooms.find((one) => one.name === room)?.guid
    return `<room name="${xmlText(room)}"${guid ? ` guid="${guid}"` : ''}>\n${events.map(eventXml).join('\n')}\n</room>`
  })
  .join('\n')}
</day>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<schedule>
<generator name="${ownGenerator}"/>
${element('url', self)}
${element('version', version)}
<conference>
${element('title', conference.title)}
${element('acronym', conference.acronym)}
${element('start', conference.start)}
${element('end', conference.end)}
${element('days', String(conference.daysCount))}
${element('timeslot_duration', conference.timeslot_duration)}
${element('base_url', conference.url)}
${conference.time_zone_name ? element('time_zone_name', conference.time_zone_name) : ''}
${conference.tracks.map((track) => `<track name="${xmlText(track.name)}" color="${xmlText(track.color)}"/>`).join('\n')}
</conference>
${days.join('\n')}
</schedule>
`
}

function eventXml(event: ScheduleEvent): string {
  const names = [
    'room',
    'title',
    'subtitle',
    'type',
    'date',
    'start',
    'duration',
    'abstract',
    'slug',
    'track',
    'language',
    'description',
    'url',
  ] as const
  const persons = event.persons.map(
    (person) => `<person id="${person.id}" guid="${person.guid}">${xmlText(person.public_name)}</person>`,
  )
  return `<event id="${event.id}" guid="${event.guid}">
${names.map((name) => element(name, event[name])).join('\n')}
<persons>${persons.join('')}</persons>
<recording><license/><optout>${event.do_not_record}</optout></recording>
<links>${event.links.map(({ title, url }) => `<link href="${xmlText(url)}">${xmlText(title)}</link>`).join('')}</links>
<attachments/>
</event>`
}

const element = (name: string, text: string) => `<${name}>${xmlText(text)}</${name}>`
