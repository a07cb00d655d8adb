import type { EventFacts, FactsOf } from './facts.ts'

const moment = new Date(0)

/** Facts that say what they are, in braces: what the standard words are made of. Times stand for themselves. */
export function namingFacts(): Pick<
  FactsOf,
  | 'received'
  | 'confirmed'
  | 'waitlisted'
  | 'offered'
  | 'cancelled'
  | 'declined'
  | 'reminder'
  | 'speaker-asked'
> {
  const event: EventFacts = {
    title: { text: '{event}', lang: 'vi' },
    startsAt: moment,
    endsAt: moment,
    timeZone: 'UTC',
    city: '',
    place: '{place}',
    wayUrl: null,
    url: null,
    accent: '',
    hosts: ['{hosts}'],
    contactEmail: null,
  }
  const somebody = { recipientName: '{name}', appUrl: '', event, outdated: false }
  const guest = { ...somebody, category: '{category}', personalUrl: '', deadline: moment }
  const session = {
    title: { text: '{session}', lang: 'vi' as const },
    startsAt: moment,
    endsAt: moment,
    timeZone: 'UTC',
    city: '',
    place: '{place}',
    wayUrl: null,
    roles: [],
    minutes: null,
  }
  return {
    received: guest,
    confirmed: guest,
    waitlisted: guest,
    offered: guest,
    cancelled: guest,
    declined: guest,
    reminder: { ...guest, when: 'tomorrow', sessions: [], changes: [], remindersUrl: '' },
    'speaker-asked': {
      ...somebody,
      speaker: '{name}',
      holder: 'person',
      speakingUrl: '',
      session,
      answer: 'needs-action',
    },
  }
}
