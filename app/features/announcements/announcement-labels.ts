import { m } from '#app/paraglide/messages.js'
import type { AnnouncementGroup, SessionTie } from '#app/shared/vocabulary.ts'
import type { RecipientFate } from './domain/ledger.ts'

const groups: Record<AnnouncementGroup, () => string> = {
  registered: m['announcements.group.registered'],
  speakers: m['announcements.group.speakers'],
  hosts: m['announcements.group.hosts'],
}

const ties: Record<SessionTie, () => string> = {
  either: m['announcements.tie.either'],
  'signed-up': m['announcements.tie.signed-up'],
  starred: m['announcements.tie.starred'],
}

const fates: Record<RecipientFate, () => string> = {
  sent: m['announcements.fate.sent'],
  waiting: m['announcements.fate.waiting'],
  failed: m['announcements.fate.failed'],
  suppressed: m['announcements.fate.suppressed'],
  'left-out': m['announcements.fate.left-out'],
  erased: m['announcements.fate.erased'],
}

export const groupName = (group: AnnouncementGroup) => groups[group]()
export const tieName = (tie: SessionTie) => ties[tie]()
export const fateName = (fate: RecipientFate) => fates[fate]()
