import { m } from '#app/paraglide/messages.js'
import type { AnswerWay } from '#app/shared/vocabulary.ts'
import { answerLooks, answerNames } from '#app/ui/answer-mark.tsx'
import type { IconName } from '#app/ui/icon.tsx'
import { type MarkTone, StateMark } from '#app/ui/state-mark.tsx'
import type { InvitationRow, InvitationState } from './domain/invitation-rows.ts'

export const stateNames: Record<InvitationState, () => string> = {
  'not-asked': () => m['invitations.state.not-asked'](),
  'held-back': () => m['invitations.state.held-back'](),
  asked: answerNames['needs-action'],
  accepted: answerNames.accepted,
  tentative: answerNames.tentative,
  declined: answerNames.declined,
  cancelled: () => m['invitations.state.cancelled'](),
}

const looks: Record<InvitationState, { tone: MarkTone; shape: IconName }> = {
  'not-asked': { tone: 'plain', shape: 'ring' },
  'held-back': { tone: 'care', shape: 'stop' },
  asked: answerLooks['needs-action'],
  accepted: answerLooks.accepted,
  tentative: answerLooks.tentative,
  declined: answerLooks.declined,
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

/** What sending now would say to somebody who was not told. */
export const owedNames: Record<NonNullable<InvitationRow['owed']>, () => string> = {
  asked: () => m['invitations.list.ask'](),
  changed: () => m['invitations.list.tell-change'](),
  cancelled: () => m['invitations.list.tell-cancelled'](),
}
