import { m } from '#app/paraglide/messages.js'
import type { SubscriptionPlace, SubscriptionState } from '#app/shared/vocabulary.ts'
import type { MarkTone } from '#app/ui/state-mark.tsx'

export const standingNames: Record<SubscriptionState, () => string> = {
  waiting: m['lists.state.waiting'],
  confirmed: m['lists.state.confirmed'],
  left: m['lists.state.left'],
}

export const standingTones: Record<SubscriptionState, MarkTone> = {
  waiting: 'care',
  confirmed: 'good',
  left: 'plain',
}

export const placeNames: Record<SubscriptionPlace, () => string> = {
  page: m['lists.place.page'],
  registration: m['lists.place.registration'],
  initiative: m['lists.place.initiative'],
  import: m['lists.place.import'],
}
