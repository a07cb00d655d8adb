import { m } from '#app/paraglide/messages.js'
import type { SupporterState } from '#app/shared/vocabulary.ts'
import type { MarkTone } from '#app/ui/state-mark.tsx'

export const stateLabels: Record<SupporterState, () => string> = {
  waiting: () => m['supporters.state.waiting'](),
  joined: () => m['supporters.state.joined'](),
  left: () => m['supporters.state.left'](),
  removed: () => m['supporters.state.removed'](),
}

export const stateTones: Record<SupporterState, MarkTone> = {
  waiting: 'care',
  joined: 'good',
  left: 'plain',
  removed: 'bad',
}
