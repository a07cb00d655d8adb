import { expect, it } from 'vitest'
import { instantOfLocal } from '#app/features/events/domain/local-time.server.ts'
import { noChoices } from '#app/features/exchange/organize/import-choices.server.ts'
import { readAgenda } from '../read/read-files.ts'
import { slotOf, untimed } from './plan-times.ts'

const instantOf = (local: string) => {
  const instant = instantOfLocal(local, 'America/New_York')
  return instant instanceof Date ? instant.toISOString() : null
}
const clocks = { instantOf, choices: noChoices }

it.each([
  ['an hour that is skipped', '2027-03-14,2:30,3:30', 'hour'],
  ['an hour that comes twice', '2027-11-07,1:30,3:30', 'hour'],
  ['an end in such an hour', '2027-11-06,23:30,2027-11-07 01:30', 'hour'],
  ['an end before the start', '2027-03-10,2027-03-10 10:00,2027-03-10 09:00', 'end-early'],
  ['no end', '2027-03-10,10:00,', 'end'],
  ['no time', '2027-03-10,,', 'time'],
])('%s is what is said of it', (_, row, why) => {
  const { sessions } = readAgenda([`Date,Start,End,Title\n${row},Talk`], { firstDay: '2027-03-01' })
  const [session] = sessions
  expect(session && untimed(session, slotOf(session, clocks), clocks)).toBe(why)
})
