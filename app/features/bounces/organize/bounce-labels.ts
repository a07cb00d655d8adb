import { m } from '#app/paraglide/messages.js'
import type { BounceVerdict, SuppressionCause, SuppressionScope } from '#app/shared/vocabulary.ts'
import type { MarkTone } from '#app/ui/state-mark.tsx'

export const causeNames: Record<SuppressionCause, () => string> = {
  dead: () => m['bounces.cause.dead'](),
  temporary: () => m['bounces.cause.temporary'](),
  complaint: () => m['bounces.cause.complaint'](),
}

export const causeTones: Record<SuppressionCause, MarkTone> = {
  dead: 'bad',
  temporary: 'care',
  complaint: 'calm',
}

export const scopeNames: Record<SuppressionScope, () => string> = {
  all: () => m['bounces.scope.all'](),
  advertising: () => m['bounces.scope.advertising'](),
}

export const verdictNames: Record<BounceVerdict, () => string> = {
  dead: () => m['bounces.verdict.dead'](),
  temporary: () => m['bounces.verdict.temporary'](),
  refused: () => m['bounces.verdict.refused'](),
  unclear: () => m['bounces.verdict.unclear'](),
  complaint: () => m['bounces.verdict.complaint'](),
}

/** Organizations have no zone of their own: days as at home. */
export const zone = 'Asia/Ho_Chi_Minh'
