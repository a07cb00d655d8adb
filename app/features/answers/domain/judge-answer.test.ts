import { describe, expect, it } from 'vitest'
import { readCalendarReply } from './calendar-reply.ts'
import { judgeAnswer, type KnownInvitation } from './judge-answer.ts'
import { counter, googleReply } from './reply-samples.ts'

const now = new Date('2025-03-02T00:00:00Z')
const sample = {
  uid: 'uid',
  attendee: 'giang@example.org',
  organizer: 'answers@e.example',
  answer: 'ACCEPTED',
}
const invitation: KnownInvitation = {
  sequence: 1,
  isCancelled: false,
  address: 'giang@example.org',
  assistant: 'office@example.org',
  answeredAt: null,
  answerSequence: null,
  answerStampedAt: null,
}
type Case = {
  calendar?: string | null
  from?: string
  known?: Partial<KnownInvitation> | null
  hasToken?: boolean
  isAuthentic?: boolean
  isAutomatic?: boolean
  isForged?: boolean
  text?: string
}

function judge({
  calendar = googleReply({ ...sample, sequence: 1 }),
  known = {},
  hasToken = true,
  ...mail
}: Case) {
  const reply = calendar === null ? null : readCalendarReply(calendar)
  const given = {
    from: 'giang@example.org',
    isAutomatic: false,
    isAuthentic: false,
    isForged: false,
    text: '',
    sentAt: null,
    ...mail,
  }
  const judgement = judgeAnswer({ ...given, reply }, known && { ...invitation, ...known }, { hasToken, now })
  if (judgement.verdict !== 'recorded') return `${judgement.verdict}: ${judgement.reason}`
  return judgement.kind === 'answer'
    ? `${judgement.answer} by ${judgement.way}`
    : `proposal by ${judgement.way}`
}

describe('a mail', () => {
  const answered = (stamp: string) => ({
    answeredAt: now,
    answerSequence: 1,
    answerStampedAt: new Date(stamp),
  })
  const onPage = (time: string) => ({ answeredAt: new Date(time) })
  const office = googleReply({ ...sample, sequence: 1, attendee: 'office@example.org' })
  it.each<[string, Case, string]>([
    ['to the secret address', {}, 'accepted by calendar'],
    ['from the assistant', { from: 'office@example.org' }, 'accepted by assistant'],
    ['from an account of theirs that we do not know', { from: 'g@other.example' }, 'accepted by calendar'],
    ['to another address', { hasToken: false }, 'held: unproven'],
    ['that our server vouches for', { hasToken: false, isAuthentic: true }, 'accepted by calendar'],
    [
      'that our server vouches for, from somebody else',
      { hasToken: false, isAuthentic: true, from: 'evil@example.org' },
      'held: unproven',
    ],
    ['to the secret address, forged as our server finds', { isForged: true }, 'held: unproven'],
    ['about nothing of ours', { known: null }, 'ignored: unknown-invitation'],
    ['about what was withdrawn', { known: { isCancelled: true } }, 'ignored: withdrawn'],
    ['for somebody else', { known: { address: 'huyen@example.org' }, hasToken: false }, 'ignored: foreign'],
    [
      'for another address, to the secret one',
      { known: { address: 'huyen@example.org' } },
      'held: other-address',
    ],
    ['about an earlier version', { known: { sequence: 2 } }, 'ignored: stale'],
    ['about a version that is not yet', { known: { sequence: 0 } }, 'held: ahead'],
    ['older than what we know', { known: answered('2025-03-01T11:00:00Z') }, 'ignored: older'],
    ['of the same second', { known: answered('2025-03-01T10:00:00Z') }, 'accepted by calendar'],
    ['given before the answer on the page', { known: onPage('2025-03-01T10:00:01Z') }, 'ignored: older'],
    ['given after the answer on the page', { known: onPage('2025-03-01T09:59:59Z') }, 'accepted by calendar'],
    [
      'of the assistant’s own calendar',
      { calendar: office, from: 'office@example.org' },
      'accepted by assistant',
    ],
    ['in the assistant’s name, from elsewhere', { calendar: office }, 'held: other-address'],
    [
      'in the assistant’s name, to another address',
      { calendar: office, from: 'office@example.org', hasToken: false },
      'ignored: foreign',
    ],
    ['later than what we know', { known: answered('2025-03-01T09:00:00Z') }, 'accepted by calendar'],
    [
      'first after a new version, though older than the last answer',
      { known: { answerSequence: 0, answerStampedAt: now } },
      'accepted by calendar',
    ],
    [
      'delegated',
      { calendar: googleReply({ ...sample, sequence: 1, answer: 'DELEGATED' }) },
      'held: delegated',
    ],
    [
      'that says nothing',
      { calendar: googleReply({ ...sample, sequence: 1, answer: 'NEEDS-ACTION' }) },
      'ignored: no-answer',
    ],
    [
      'that proposes whole days',
      { calendar: counter({ ...sample, sequence: 1 }).replace(/DTSTART:\w+/, 'DTSTART;VALUE=DATE:20250312') },
      'held: whole-days',
    ],
    [
      'that proposes a time of no zone',
      { calendar: counter({ ...sample, sequence: 1 }).replace(/DTSTART:\w+/, 'DTSTART:20250312T190000') },
      'held: no-zone',
    ],
    ['that proposes', { calendar: counter({ ...sample, sequence: 1 }) }, 'proposal by calendar'],
    [
      'that proposes without proof',
      { calendar: counter({ ...sample, sequence: 1 }), hasToken: false },
      'held: unproven',
    ],
    [
      'that invites',
      { calendar: googleReply({ ...sample, sequence: 1 }).replace('METHOD:REPLY', 'METHOD:REQUEST') },
      'ignored: other-method',
    ],
    [
      'that cancels',
      { calendar: googleReply({ ...sample, sequence: 1 }).replace('METHOD:REPLY', 'METHOD:CANCEL') },
      'ignored: other-method',
    ],
    ['of words', { calendar: null, text: 'I shall come' }, 'held: words-only'],
    ['of words to nobody', { calendar: null, text: 'Buy!', hasToken: false }, 'ignored: no-calendar'],
    ['of an absence', { calendar: null, text: 'I am away', isAutomatic: true }, 'ignored: automatic'],
  ])('%s', (_, given, expected) => {
    expect(judge(given)).toBe(expected)
  })

  it('from the future is from now, so that it shuts nobody out', () => {
    const calendar = googleReply({ ...sample, sequence: 1, stamp: '20990101T000000Z' })
    const mail = { from: '', isAutomatic: false, isAuthentic: false, isForged: false, text: '', sentAt: null }
    const judgement = judgeAnswer({ ...mail, reply: readCalendarReply(calendar) }, invitation, {
      hasToken: true,
      now,
    })
    expect(judgement).toMatchObject({ stampedAt: now })
  })
})
