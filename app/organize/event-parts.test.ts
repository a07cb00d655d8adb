import { describe, expect, it, test } from 'vitest'
import { roleMay } from '#app/shared/permissions/rights.ts'
import { type MemberRole, memberRoles } from '#app/shared/vocabulary.ts'
import { eventParts, groupedParts, partAt } from './event-parts.ts'

const shown = (role: MemberRole) => {
  const open = eventParts.filter(({ right }) => roleMay(role, right)).map(({ part }) => part)
  return groupedParts(open).map(({ group, parts }) => [group, ...parts.map(({ part }) => part)].join(' '))
}

describe('the parts of the desk', () => {
  const all = [
    'prepare overview agenda films venues people invitations answers',
    'guests registrations categories questions quotas security announcements promotion',
    'day live floor notes actions',
    'after recap feedback initiatives',
    'setup settings hosts outbox activity',
  ]
  it.each<[MemberRole, string[]]>([
    ['admin', all],
    ['organizer', all],
    ['rapporteur', ['prepare overview people', 'day live floor notes actions', 'after recap', 'setup hosts']],
    ['door', ['prepare overview', 'guests registrations', 'setup hosts']],
  ])('stand in groups in the order of the work, as far as a role reaches: %s', (role, groups) => {
    expect(shown(role)).toEqual(groups)
  })

  it('are named for every role', () => {
    expect(memberRoles.flatMap(shown).length).toBe(5 + 5 + 4 + 3)
  })
})

test.each([
  ['', 'overview'],
  ['/agenda', 'agenda'],
  ['/agenda/sessions/new', 'agenda'],
  ['/agenda/invitations', 'invitations'],
  ['/agenda/invitations/0199', 'invitations'],
  ['/floor/0199', 'floor'],
  ['/notes/approvals', 'notes'],
  ['/outbox/resends', 'outbox'],
  ['/registrations.csv', 'overview'],
  ['/publication', 'overview'],
  ['/agenda/publication', 'agenda'],
  ['/address', 'settings'],
  ['/cancellation', 'settings'],
])('the address %o belongs to %s', (path, part) => {
  expect(partAt(path)).toBe(part)
})
