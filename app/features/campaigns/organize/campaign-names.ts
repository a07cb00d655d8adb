import { m } from '#app/paraglide/messages.js'
import type {
  CampaignBlockKind,
  CampaignState,
  RecipientReason,
  RecipientState,
} from '#app/shared/vocabulary.ts'

export const stateNames: Record<CampaignState, () => string> = {
  draft: m['campaigns.state.draft'],
  scheduled: m['campaigns.state.scheduled'],
  sending: m['campaigns.state.sending'],
  paused: m['campaigns.state.paused'],
  overdue: m['campaigns.state.overdue'],
  stopped: m['campaigns.state.stopped'],
  finished: m['campaigns.state.finished'],
}

export const recipientNames: Record<RecipientState, () => string> = {
  waiting: m['campaigns.recipient.waiting'],
  queued: m['campaigns.recipient.queued'],
  sent: m['campaigns.recipient.sent'],
  skipped: m['campaigns.recipient.skipped'],
  suppressed: m['campaigns.recipient.suppressed'],
  failed: m['campaigns.recipient.failed'],
}

export const reasonNames: Record<RecipientReason, () => string> = {
  'left-list': m['campaigns.reason.left-list'],
  'contact-gone': m['campaigns.reason.contact-gone'],
  'week-full': m['campaigns.reason.week-full'],
  'day-full': m['campaigns.reason.day-full'],
  stopped: m['campaigns.reason.stopped'],
  'address-dead': m['campaigns.reason.address-dead'],
  complained: m['campaigns.reason.complained'],
  refused: m['campaigns.reason.refused'],
  'outcome-unknown': m['campaigns.reason.outcome-unknown'],
  unsendable: m['campaigns.reason.unsendable'],
}

export const blockNames: Record<CampaignBlockKind, () => string> = {
  heading: m['campaigns.block.heading'],
  text: m['campaigns.block.text'],
  event: m['campaigns.block.event'],
  session: m['campaigns.block.session'],
  picture: m['campaigns.block.picture'],
  button: m['campaigns.block.button'],
}
