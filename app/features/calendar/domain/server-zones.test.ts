import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { invitation, roundtable } from './calendar-samples.ts'
import { calendarFeed, sessionBlock } from './feed-calendar.ts'
import { cancelCalendar, personalCalendar, requestCalendar } from './invitation-calendar.ts'

const zones = ['UTC', 'Asia/Ho_Chi_Minh', 'America/New_York', 'Pacific/Apia']

const program = `
import { invitation, roundtable } from '#app/features/calendar/domain/calendar-samples.ts'
import { calendarFeed, sessionBlock } from '#app/features/calendar/domain/feed-calendar.ts'
import { cancelCalendar, personalCalendar, requestCalendar } from '#app/features/calendar/domain/invitation-calendar.ts'
const files = [
  requestCalendar(invitation),
  cancelCalendar({ ...invitation, sequence: 1 }),
  personalCalendar(roundtable),
  calendarFeed({ name: 'Bàn tròn', blocks: [sessionBlock(roundtable)], refreshHours: 6 }),
]
console.log(JSON.stringify({ hour: new Date('2025-03-11T22:00:00Z').getHours(), files }))
`

test('every file has the same bytes in any time zone of the server', async () => {
  const runs = await Promise.all(
    zones.map(async (zone) => {
      const args = ['--import', 'tsx', '--input-type=module', '--eval', program]
      const { stdout } = await promisify(execFile)(process.execPath, args, {
        env: { ...process.env, TZ: zone },
      })
      return JSON.parse(stdout) as { hour: number; files: string[] }
    }),
  )
  expect(runs.map((run) => run.hour)).toEqual([22, 5, 18, 11])
  const here = [
    requestCalendar(invitation),
    cancelCalendar({ ...invitation, sequence: 1 }),
    personalCalendar(roundtable),
    calendarFeed({ name: 'Bàn tròn', blocks: [sessionBlock(roundtable)], refreshHours: 6 }),
  ]
  for (const run of runs) expect(run.files).toEqual(here)
  for (const file of here)
    expect(file).toContain('\r\nDTSTART:20250311T220000Z\r\nDTEND:20250312T000000Z\r\n')
})
