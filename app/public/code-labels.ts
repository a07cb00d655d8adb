import { m } from '#app/paraglide/messages.js'
import type { AppearanceRole, EventKind, Locale, SessionKind } from '#app/shared/vocabulary.ts'

// One by one: looked up by a name that is put together, all messages of the program would reach the browser.
const eventKinds: Record<EventKind, () => string> = {
  roundtable: () => m['public.event.kind.roundtable'](),
  festival: () => m['public.event.kind.festival'](),
  'screening-day': () => m['public.event.kind.screening-day'](),
}

const sessionKinds: Record<SessionKind, () => string> = {
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
  vi: () => m['public.language.vi'](),
  en: () => m['public.language.en'](),
}

/** The glossary's codes in the reader's language. */
export const eventKindWord = (kind: EventKind) => eventKinds[kind]()
export const sessionKindWord = (kind: SessionKind) => sessionKinds[kind]()
export const roleWord = (role: AppearanceRole) => roles[role]()
export const languageWord = (locale: Locale) => languages[locale]()
