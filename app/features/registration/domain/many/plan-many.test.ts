import { describe, expect, it } from 'vitest'
import type { RegistrationState } from '#app/shared/vocabulary.ts'
import { type PlannedRow, planApproval, planDecline, planMove } from './plan-many.ts'

const hall = { capacity: 10, seated: 0, beyond: 0, held: 0, waitlist: true }
const seats = {
  id: 'guest',
  capacity: 2,
  confirmed: 0,
  offered: 0,
  waitlisted: 0,
  beyond: 0,
  held: 0,
  companions: 0,
}
const row = (id: string, state: RegistrationState, over: Partial<PlannedRow> = {}): PlannedRow => ({
  id,
  state,
  categoryId: 'guest',
  addressAsked: false,
  ...over,
})
const said = (plan: ReturnType<typeof planDecline>) =>
  plan.map((one) => ('to' in one ? `${one.id} ${one.to}` : `${one.id} - ${one.skip}`))

describe('approving many', () => {
  it.each<[string, object, object, PlannedRow[], string[]]>([
    [
      'seats the first, and lets the others wait',
      {},
      {},
      [row('a', 'pending'), row('b', 'pending'), row('c', 'pending')],
      ['a confirmed', 'b confirmed', 'c waitlisted'],
    ],
    [
      'leaves out who has no seat to get',
      { waitlist: false },
      { confirmed: 1 },
      [row('a', 'pending'), row('b', 'pending')],
      ['a confirmed', 'b - full'],
    ],
    [
      'leaves the others as they are',
      {},
      {},
      [row('a', 'confirmed'), row('b', 'cancelled'), row('c', 'pending'), row('d', 'waitlisted')],
      ['a - confirmed', 'b - cancelled', 'c confirmed', 'd - waitlisted'],
    ],
    [
      'lets a held seat be theirs, and no offer',
      {},
      {},
      [row('a', 'offered', { addressAsked: true }), row('b', 'offered')],
      ['a confirmed', 'b - offered'],
    ],
  ])('%s', (_, around, own, rows, expected) => {
    expect(said(planApproval({ ...hall, ...around }, [{ ...seats, ...own }], rows))).toEqual(expected)
  })
})

it('declines whoever waits', () => {
  const rows = (['pending', 'waitlisted', 'confirmed', 'declined'] as const).map((state) => row(state, state))
  expect(said(planDecline(rows))).toEqual([
    'pending declined',
    'waitlisted declined',
    'confirmed - confirmed',
    'declined - declined',
  ])
})

describe('moving many', () => {
  const from = { categoryId: 'press' }
  it.each<[string, object, object, PlannedRow[], string[]]>([
    [
      'fills the seats in order, then nobody',
      {},
      {},
      ['a', 'b', 'c'].map((id) => row(id, 'confirmed', from)),
      ['a confirmed', 'b confirmed', 'c - full'],
    ],
    [
      'leaves who is there, and who has an offer to answer',
      {},
      {},
      [row('a', 'confirmed'), row('b', 'offered', from), row('c', 'pending', from)],
      ['a - same', 'b - offered', 'c pending'],
    ],
    [
      'puts those without a seat behind the line that they make',
      { capacity: 1 },
      {},
      ['a', 'b'].map((id) => row(id, 'waitlisted', from)),
      ['a confirmed', 'b waitlisted'],
    ],
  ])('%s', (_, around, own, rows, expected) => {
    expect(said(planMove({ ...hall, ...around }, { ...seats, ...own }, rows))).toEqual(expected)
  })
})
