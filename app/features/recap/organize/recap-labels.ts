import { m } from '#app/paraglide/messages.js'
import type { RecapText } from '#app/shared/vocabulary.ts'
import type { StalePassage } from '../domain/stale-passages.ts'

export const textNames: Record<RecapText, () => string> = {
  article: () => m['recap.kit.article'](),
  'press-release': () => m['recap.kit.release'](),
}

export const staleReasons: Record<StalePassage['reason'], () => string> = {
  changed: () => m['recap.stale.changed'](),
  unapproved: () => m['recap.stale.unapproved'](),
  gone: () => m['recap.stale.gone'](),
}
