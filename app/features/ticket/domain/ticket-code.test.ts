import { expect, it } from 'vitest'
import { newTicketCode } from './new-ticket-code.server.ts'
import { readTicketText, spokenCode, ticketSquares, ticketText } from './ticket-code.ts'

it('reads its own codes, scanned or typed, and no others', () => {
  const code = newTicketCode()
  expect(readTicketText(ticketText(code))).toBe(code)
  expect(readTicketText(spokenCode(code).toLowerCase())).toBe(code)
  expect(readTicketText(` ${code.slice(0, 6)}-${code.slice(6)}\n`)).toBe(code)
  for (const other of [
    '',
    'BT2.',
    `${code}0`,
    code.slice(1),
    `BT1.${code}`,
    'https://example.org',
    'GGGGGGGGGGGG',
  ])
    expect(readTicketText(other)).toBeNull()
})

it('is written in groups', () => {
  expect(spokenCode('4F9A0C77D1E2')).toBe('4F9A 0C77 D1E2')
})

it('draws the smallest code, which old cameras read from an arm’s length', () => {
  expect(ticketSquares(newTicketCode())).toHaveLength(21)
})
