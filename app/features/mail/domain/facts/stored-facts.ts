import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type {
  AnnouncementGroup,
  CalendarAnswer,
  MemberRole,
  ReminderKind,
  SignUpState,
} from '#app/shared/vocabulary.ts'
import type { AgendaChange } from '#db/schema/agenda-snapshot.ts'
import type { SentInvitation } from '#db/schema/sent-invitation.ts'

/** The version of the calendar entry that a mail carries. `issuedAt` is an ISO instant. */
export type CalendarFacts = { method: 'REQUEST' | 'CANCEL'; uid: string; sequence: number; issuedAt: string }

/** Seats of one guest in one session; `id` and `sequence` are those of the guest's calendar entry. Instants in UTC. */
export type StoredPlace = {
  id: string
  sequence: number
  sessionId: string
  slug?: string
  title: TranslatedText
  startsAt: string
  endsAt: string
  room: TranslatedText | null
  venue: TranslatedText | null
  place?: TranslatedText | null
  state: SignUpState
  seats: number
}

/** What the outbox keeps beside the row, because nobody could read it again when the mail is sent. Never a token. */
export type StoredFacts = {
  calendar?: CalendarFacts
  reason?: string
  by?: 'attendee' | 'organizer' | 'deadline' | 'event'
  deadline?: string
  /** The seat waits for a proof of the address. */
  asksAddress?: boolean
  previous?: {
    /** Absent in mails that were queued before titles were told. */
    title?: TranslatedText
    startsAt: string
    endsAt: string
    timeZone?: string
    place?: { name: TranslatedText; address: string; city: TranslatedText; country: string } | null
  }
  /** Whose speaker's page the mail opens, and for whom. */
  speaking?: { personId: string; holder: 'person' | 'assistant' }
  /** What an invitation says now and said before; its calendar entry keeps the answer that still counts. */
  invited?: { sent: SentInvitation; before: SentInvitation | null; answer: CalendarAnswer }
  proposal?: { title: TranslatedText; startsAt: string; endsAt: string; accepted: boolean }
  /** What became of seats in sessions, as readers were told of them. */
  places?: StoredPlace[]
  /** One such seat, in mails that were queued before guests could bring somebody. */
  signUp?: { sessionId: string; title: TranslatedText; startsAt: string; endsAt: string; state: SignUpState }
  /** The lines of the change list that touch the reader's own agenda. */
  ownChanges?: AgendaChange[]
  /** The action that a reminder is about; its words are read when it is sent. */
  action?: { noteId: string }
  /** The reminder that this is, and of which start it was due. */
  reminder?: { kind: ReminderKind; startsAt: string }
  /** A body's part in an event, in words of that moment: a mail to people who may not see the event. */
  hosting?: {
    what: 'asked' | 'accepted' | 'declined' | 'withdrawn'
    organization: TranslatedText
    hosts: TranslatedText[]
    title: TranslatedText
    slug: string
    startsAt: string
    endsAt: string
    timeZone: string
    by: string
  }
  /** A body's part in an initiative, in words of that moment: a mail to people who may not see the initiative. */
  carrying?: {
    what: 'asked' | 'accepted' | 'declined'
    organization: TranslatedText
    bodies: TranslatedText[]
    initiative: { slug: string; name: TranslatedText; summary: TranslatedText }
    by: string
  }
  /** Where somebody is reached now; the address is written so that its owner alone knows it. */
  contact?: { what: 'address' | 'assistant' | 'assistant-gone' | 'attendee'; name: string; address: string }
  /** Whether the mailed address is to be proved, or has a registration of its own. */
  address?: 'to-prove' | 'known'
  /** Into what somebody was asked, as what and by whom. */
  membership?: { organization: TranslatedText; role: MemberRole; invitedBy: string }
  /** About lists of an organization, in words of that moment: to be confirmed, or joined already; `ground` of an import. */
  listing?: {
    what: 'asked' | 'known' | 'left'
    organization: TranslatedText
    lists: { title: TranslatedText; text: TranslatedText }[]
    ground?: string
  }
  /** What organizers wrote, read when it is sent, and what its reader is to the event. */
  announcement?: { id: string; to: AnnouncementGroup; isTest?: boolean }
  /** Whom a campaign reaches by this mail, as contact of which list; `tried`: the campaign that is only tried out. */
  campaign?: { recipient?: number; contact?: string; list?: string; tried?: string }
  /** To a supporter of an initiative, or who is asked to confirm that they wish to be one; in words of that moment. */
  supporting?: {
    what: 'asked' | 'known' | 'welcome' | 'changed' | 'left' | 'removed'
    supporter: string
    initiative: { slug: string; name: TranslatedText }
    agreed: TranslatedText[]
    reason?: string
  }
  /** To one of two supporters; what it says of the other is read when it is sent. */
  introduction?: { id: string; what: 'asked' | 'made'; to: string }
  /** Whom a host asked to come; the rest is read when it is sent. */
  guest?: { id: string; eventId: string; what: 'invited' | 'reminded' | 'withdrawn' | 'cancelled' }
  purpose?: 'sign-in'
  [other: string]: unknown
}
