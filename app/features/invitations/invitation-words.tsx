import { m } from '#app/paraglide/messages.js'
import type { AnswerWay, CalendarAnswer } from '#app/shared/vocabulary.ts'
import type { IconName } from '#app/ui/icon.tsx'
import { type MarkTone, StateMark } from '#app/ui/state-mark.tsx'
import type { InvitationRow, InvitationState } from './domain/invitation-rows.ts'

export const stateNames: Record<InvitationState, () => string> = {
  'not-asked': () => m['invitations.state.not-asked'](),
  'held-back': () => m['invitations.state.held-back'](),
  asked: () => m['invitations.state.asked'](),
  accepted: () => m['invitations.state.accepted'](),
  tentative: () => m['invitations.state.tentative'](),
  declined: () => m['invitations.state.declined'](),
  cancelled: () => m['invitations.state.cancelled'](),
}

const looks: Record<InvitationState, { tone: MarkTone; shape: IconName }> = {
  'not-asked': { tone: 'plain', shape: 'ring' },
  'held-back': { tone: 'care', shape: 'stop' },
  asked: { tone: 'calm', shape: 'clock' },
  accepted: { tone: 'good', shape: 'check' },
  tentative: { tone: 'care', shape: 'half' },
  declined: { tone: 'bad', shape: 'cross' },
  cancelled: { tone: 'plain', shape: 'bar' },
}

export function InvitationMark({ state }: { state: InvitationState }) {
  return <StateMark {...looks[state]}>{stateNames[state]()}</StateMark>
}

export const wayNames: Record<AnswerWay, () => string> = {
  calendar: () => m['invitations.way.calendar'](),
  page: () => m['invitations.way.page'](),
  assistant: () => m['invitations.way.assistant'](),
  organizer: () => m['invitations.way.organizer'](),
}

export const answerNames: Record<CalendarAnswer, () => string> = {
  'needs-action': () => m['invitations.state.asked'](),
  accepted: () => m['invitations.state.accepted'](),
  tentative: () => m['invitations.state.tentative'](),
  declined: () => m['invitations.state.declined'](),
}

/** What sending now would say to somebody who was not told. */
export const owedNames: Record<NonNullable<InvitationRow['owed']>, () => string> = {
  asked: () => m['invitations.list.ask'](),
  changed: () => m['invitations.list.tell-change'](),
  cancelled: () => m['invitations.list.tell-cancelled'](),
}
