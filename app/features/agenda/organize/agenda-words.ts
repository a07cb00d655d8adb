import { m } from '#app/paraglide/messages.js'
import type { AppearanceRole, Locale, SessionKind } from '#app/shared/vocabulary.ts'

const kinds: Record<SessionKind, () => string> = {
  roundtable: () => m['public.session.kind.roundtable'](),
  keynote: () => m['public.session.kind.keynote'](),
  panel: () => m['public.session.kind.panel'](),
  talk: () => m['public.session.kind.talk'](),
  screening: () => m['public.session.kind.screening'](),
  ceremony: () => m['public.session.kind.ceremony'](),
  break: () => m['public.session.kind.break'](),
}

const roles: Record<AppearanceRole, () => string> = {
  moderator: () => m['public.role.moderator'](),
  speaker: () => m['public.role.speaker'](),
  discussant: () => m['public.role.discussant'](),
  rapporteur: () => m['public.role.rapporteur'](),
  interpreter: () => m['public.role.interpreter'](),
}

const languages: Record<Locale, () => string> = {
  vi: () => m['agenda.session.vietnamese'](),
  en: () => m['agenda.session.english'](),
}

export const sessionKindName = (kind: SessionKind) => kinds[kind]()
export const roleName = (role: AppearanceRole) => roles[role]()
export const languageName = (locale: Locale) => languages[locale]()
