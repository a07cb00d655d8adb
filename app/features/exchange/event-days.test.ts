import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import * as settings from '#app/features/events/organize/settings/settings.tsx'
import { event } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { importDesk } from '#tests/factories/import-desk.ts'

const { db } = await testDatabase()

// The event of the desk is in New York, from 17:00 to 22:00 on March 11.
const row = (day: string, hours: string) => `Title,Date,Time\nT ${day},${day},${hours}`
const calendar = (zone: string) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', `X-WR-TIMEZONE:${zone}`, 'BEGIN:VEVENT', 'UID:1', 'SUMMARY:T']
    .concat('DTSTART:20270312T013000Z', 'DTEND:20270312T020000Z', 'END:VEVENT', 'END:VCALENDAR')
    .join('\r\n')

it.each<[string, string, object | null]>([
  ['a file that fits', row('2027-03-11', '18:00-19:00'), null],
  [
    'other days',
    row('2027-04-02', '9:00-17:30'),
    { startsAt: '2027-04-02T09:00', endsAt: '2027-04-02T17:30', timeZone: 'America/New_York' },
  ],
  [
    'a day more',
    `${row('2027-03-11', '18:00-19:00')}\nLate,2027-03-13,9:00-10:00`,
    { startsAt: '2027-03-11T17:00', endsAt: '2027-03-13T10:00', timeZone: 'America/New_York' },
  ],
  [
    'another zone',
    calendar('Asia/Ho_Chi_Minh'),
    { startsAt: '2027-03-12T05:00', endsAt: '2027-03-12T10:00', timeZone: 'Asia/Ho_Chi_Minh' },
  ],
])('%s: what the event would have to be is offered', async (_, text, offer) => {
  const { paste, look } = await importDesk()
  const view = await look(await paste(text))
  expect(view?.offer ?? null).toEqual(offer && expect.objectContaining(offer))
})

it('what is offered stands in the settings, and changes nothing before somebody saves', async () => {
  const { made, cookie, paste, apply, look } = await importDesk()
  const importId = await paste(row('2027-04-02', '9:00-17:30'))
  const before = await db.select().from(event).where(eq(event.id, made.id))
  const offer = (await look(importId))?.offer
  const asked = new URLSearchParams({
    startsAt: offer?.startsAt ?? '',
    endsAt: offer?.endsAt ?? '',
    timeZone: 'Asia/Ho_Chi_Minh',
    import: importId,
  })
  const load = async (query: string) => {
    const request = new Request(`http://localhost:3000/x?${query}`, { headers: { Cookie: cookie } })
    return (await settings.loader({ request, params: { event: made.slug }, context: {} })).data
  }
  const filled = { startsAt: '2027-04-02T09:00', endsAt: '2027-04-02T17:30', timeZone: 'Asia/Ho_Chi_Minh' }
  expect(await load(String(asked))).toMatchObject({ values: filled, importId })
  expect(await load('startsAt=soon&timeZone=Mars')).toMatchObject({
    values: { timeZone: 'America/New_York' },
  })
  await apply(importId)
  expect(await db.select().from(event).where(eq(event.id, made.id))).toEqual(before)
})
