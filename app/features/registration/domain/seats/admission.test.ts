import { describe, expect, it } from 'vitest'
import { emailDomain, emailKey } from '../links/email-key.ts'
import { admissionProblem, type RegistrationWindow, windowState } from './admission.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const event: RegistrationWindow = {
  startsAt: day('2026-05-10'),
  endsAt: day('2026-05-12'),
  publishedAt: day('2026-01-01'),
  cancelledAt: null,
  registrationOpensAt: day('2026-02-01'),
  registrationClosesAt: day('2026-05-01'),
}

describe('registration window', () => {
  it.each([
    ['before it opens', event, '2026-01-31', 'not-yet'],
    ['from the first instant', event, '2026-02-01', 'open'],
    ['closed from the closing time', event, '2026-05-01', 'closed'],
    [
      'without closing time, until the event begins',
      { ...event, registrationClosesAt: null },
      '2026-05-09',
      'open',
    ],
    ['the event has begun', { ...event, registrationClosesAt: null }, '2026-05-10', 'closed'],
    ['after the event', event, '2026-05-12', 'past'],
    ['cancelled', { ...event, cancelledAt: day('2026-03-01') }, '2026-04-01', 'cancelled'],
    ['not published', { ...event, publishedAt: null }, '2026-04-01', 'none'],
    ['no registration', { ...event, registrationOpensAt: null }, '2026-04-01', 'none'],
  ])('%s', (_, given, now, expected) => {
    expect(windowState(given, day(now))).toBe(expected)
  })
})

describe('admission to a category', () => {
  const press = { emailDomains: ['baovanhoa.vn'], accessCode: 'Sen-2026' }
  it.each([
    ['everybody', { emailDomains: [], accessCode: null }, 'a@x.vn', false, null],
    ['the domain', press, 'a@BaoVanHoa.vn', false, null],
    ['below the domain', press, 'a@mail.baovanhoa.vn', false, null],
    ['a domain that only ends alike', press, 'a@xbaovanhoa.vn', false, 'domain-not-allowed'],
    ['the code', press, 'a@x.vn', true, null],
    ['a wrong code', { emailDomains: [], accessCode: 'x' }, 'a@x.vn', false, 'code-wrong'],
  ] as const)('%s', (_, category, email, hasCode, expected) => {
    expect(admissionProblem(category, { email, hasCode })).toBe(expected)
  })
})

describe('email key', () => {
  it.each([
    [' Linh@Example.ORG ', 'linh@example.org'],
    ['NGUYỄN@x.vn', 'nguyễn@x.vn'],
  ])('%s', (given, expected) => {
    expect(emailKey(given)).toBe(expected)
  })

  it('writes the domain in ASCII', () => {
    expect(emailDomain('linh@đại.vn')).toMatch(/^xn--[a-z0-9-]+\.vn$/)
  })
})
