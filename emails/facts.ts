import type {
  AnnouncementGroup,
  AppearanceRole,
  CalendarAnswer,
  Locale,
  MailKind,
  MemberRole,
  SignUpState,
} from '#app/shared/vocabulary.ts'
import type { GuestWords, HostingFacts } from './host-facts.ts'
import type { IntroductionFacts, SupportingFacts } from './supporter-facts.ts'

/** A text with the language it is really in. */
export type Words = { text: string; lang: Locale }

export type EventFacts = {
  title: Words
  startsAt: Date
  endsAt: Date
  timeZone: string
  /** What stands in brackets behind a time: "(Boston)". */
  city: string
  place: string
  /** The venue's own page, with its maps, the way there and access; else a map, where a place is known. */
  wayUrl: string | null
  /** The public page; null while it is not published, or not any more. */
  url: string | null
  accent: string
  hosts: string[]
  contactEmail: string | null
  /** What the organizers say themselves, in the recipient’s language; an empty text is none. */
  words?: Partial<Record<MailKind, { subject: string; opening: string }>>
}

/** Who it goes to; every mail begins with it. */
type ToSomebody = { recipientName: string; appUrl: string }

/** What the mails about a registration say, all of it in the recipient's language already. */
export type RegistrationFacts = ToSomebody & {
  event: EventFacts
  category: string
  personalUrl: string
  /** The registration has moved on since this mail was caused. */
  outdated: boolean
  reason?: string | undefined
  by?: 'attendee' | 'organizer' | 'deadline' | 'event' | undefined
  deadline?: Date | undefined
  /** The seat was free on arrival and waits for a proof of the address. */
  asksAddress?: boolean | undefined
  calendar?: 'REQUEST' | 'CANCEL' | undefined
  /** How many calendar files of seats in sessions come with it. */
  entries?: number | undefined
  /** How many come along, and who as far as they were named. */
  companions?: { number: number; names: string[] } | undefined
  /** How many were asked for and have no seat: `waits` for their guest's own, or there was none. */
  companionsWished?: { number: number; waits: boolean } | undefined
  /** For the door: the picture in the mail, by its Content-ID, and the same to be typed. */
  ticket?: { picture: string; code: string } | undefined
  previous?:
    | {
        title?: Words | undefined
        startsAt: Date
        endsAt: Date
        timeZone: string
        city: string
        place: string
      }
    | undefined
}

export type SignInFacts = ToSomebody & {
  code?: string | undefined
  url: string
}

/** Somebody is asked to join an organization; `by` is empty where nobody is to be named. */
export type MembershipFacts = ToSomebody & {
  url: string
  organization: string
  role: MemberRole
  by: string
}

/** A body's part in an initiative: asked of it, or answered by it. */
export type CarryingFacts = ToSomebody & {
  what: 'asked' | 'accepted' | 'declined'
  organization: string
  bodies: string[]
  initiative: Words
  summary: Words
  /** Who asks; empty where nobody is to be named. */
  by: string
  url: string
}

/** To an old address, or to the person of whose assistant it tells; an empty address is none. */
export type ContactFacts = ToSomebody & {
  event: EventFacts
  what: 'address' | 'assistant' | 'assistant-gone' | 'attendee'
  name: string
  address: string
}

/** To an address that is to be proved by `url`, or that has a registration of its own, which `url` opens. */
export type AddressFacts = RegistrationFacts & { address: 'to-prove' | 'known'; url: string }

/** To whoever wishes to be told when registration opens: the link that confirms, or the form. */
export type OpeningFacts = ToSomebody & { event: EventFacts; url: string; deadline?: Date }

/** To an address that was put down for lists of an organization: `known` stands on them already, `ground` says by what right. */
export type ListingFacts = ToSomebody & {
  what: 'asked' | 'known' | 'left'
  organization: string
  lists: { title: Words; agreed: Words }[]
  ground: string | undefined
  url: string
}

/** Somebody is no member of an organization any more. */
export type RemovalFacts = ToSomebody & { organization: string; role: MemberRole }

/** What organizers tell the people of their event; `url` is the reader's own page, or their desk. */
export type AnnouncementFacts = ToSomebody & {
  event: EventFacts
  to: AnnouncementGroup
  subject: Words
  words: Words
  url: string
  /** To the organizer who wrote it. */
  isTest?: boolean
}

export type TestFacts = ToSomebody & { event: EventFacts; outboxUrl: string }

/** A mail to a speaker, or its copy for the assistant; `speakingUrl` opens the page for exactly that reader. */
export type SpeakerFacts = ToSomebody & {
  event: EventFacts
  speaker: string
  holder: 'person' | 'assistant'
  speakingUrl: string
}

/** A session as one person takes part in it. */
export type SessionFacts = {
  title: Words
  startsAt: Date
  endsAt: Date
  timeZone: string
  city: string
  place: string
  /** As of an event, of the house that the session is in. */
  wayUrl: string | null
  roles: AppearanceRole[]
  minutes: number | null
}

export type InvitedFacts = SpeakerFacts & {
  session: SessionFacts
  previous?: SessionFacts | undefined
  answer: CalendarAnswer
  /** A newer version of the invitation has been made since. */
  outdated: boolean
  reason?: string | undefined
  by?: 'event' | undefined
}

export type ProposalFacts = SpeakerFacts & {
  session: Words
  startsAt: Date
  endsAt: Date
  accepted: boolean
}

type OwnSession = { title: Words; startsAt: Date; endsAt: Date }
/** Seats of one's own and of those one brings, in a session. */
export type ToldPlace = OwnSession & { state: SignUpState; seats: number; place: string }
export type SignUpFacts = RegistrationFacts & { places: ToldPlace[] }

export type OwnChange = {
  kind: 'new' | 'moved' | 'changed' | 'cancelled'
  session: OwnSession & { place: string }
  previous?: { startsAt: Date; endsAt: Date; place: string } | undefined
}
export type OwnAgendaFacts = RegistrationFacts & { changes: OwnChange[] }

/** `soon`: within the hour. */
export type ReminderFacts = RegistrationFacts & {
  when: 'tomorrow' | 'today' | 'soon'
  /** One's own sessions in their order; `waits`: without a seat yet. */
  sessions: (OwnSession & { place: string; waits: boolean })[]
  /** What of them changed since their reader was last told. */
  changes: OwnChange[]
  /** Where reminders are turned off. */
  remindersUrl: string
}

/** How was it? `recapUrl`: where its record is read, once there is one. */
export type FeedbackFacts = RegistrationFacts & { recapUrl: string | null; remindersUrl: string }

/** One part of what a campaign says, in the language of its mail; `url` is counted where a campaign counts. */
export type CampaignPart =
  | { kind: 'heading' | 'text'; text: string }
  | { kind: 'button'; text: string; url: string }
  | {
      kind: 'picture'
      text: string
      src: string
      alt: string
      width: number
      height: number
      href: string | null
    }
  | {
      kind: 'event' | 'session'
      title: string
      text: string
      startsAt: Date
      endsAt: Date
      timeZone: string
      city: string
      place: string
      url: string | null
    }

/** A promotion by an organization to whoever joined `list`. */
export type CampaignFacts = ToSomebody & {
  subject: string
  preview: string
  heading: string
  organization: { name: string; website: string | null }
  list: string
  accent: string
  parts: CampaignPart[]
  unsubscribeUrl: string
  preferencesUrl: string
}

export type WordsFacts = SpeakerFacts & {
  /** How many texts wait for a word, each language counted. */
  open: number
  wordsUrl: string
}

/** `dueOn` is a day, YYYY-MM-DD, of the event's own calendar; null when none was set. */
export type ActionFacts = SpeakerFacts & {
  action: Words
  dueOn: string | null
  isLate: boolean
  wordsUrl: string
}

export type FactsOf = {
  received: RegistrationFacts
  confirmed: RegistrationFacts
  waitlisted: RegistrationFacts
  offered: RegistrationFacts
  cancelled: RegistrationFacts
  declined: RegistrationFacts
  changed: RegistrationFacts
  'sign-in': SignInFacts
  test: TestFacts
  'speaker-asked': InvitedFacts
  'speaker-changed': InvitedFacts
  'speaker-cancelled': InvitedFacts
  'speaking-link': SpeakerFacts
  'proposal-answered': ProposalFacts
  'decline-asked': RegistrationFacts
  'signed-up': SignUpFacts
  'own-agenda-changed': OwnAgendaFacts
  'words-to-confirm': WordsFacts
  'action-reminder': ActionFacts
  hosting: HostingFacts
  carrying: CarryingFacts
  'contact-changed': ContactFacts
  'member-invited': MembershipFacts
  'member-removed': RemovalFacts
  'address-asked': AddressFacts
  reminder: ReminderFacts
  'opening-asked': OpeningFacts
  opening: OpeningFacts
  'guest-invited': OpeningFacts & GuestWords
  'feedback-asked': FeedbackFacts
  'list-asked': ListingFacts
  announcement: AnnouncementFacts
  campaign: CampaignFacts
  'supporter-asked': SupportingFacts
  'supporter-told': SupportingFacts
  introduction: IntroductionFacts
}
