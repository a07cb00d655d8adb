import { m } from '#app/paraglide/messages.js'
import type { AppearanceRole, EventKind, Locale, SessionKind } from '#app/shared/vocabulary.ts'

/** The glossary's codes in the reader's language. */
export const eventKindWord = (kind: EventKind) => m[`public.event.kind.${kind}`]()
export const sessionKindWord = (kind: SessionKind) => m[`public.session.kind.${kind}`]()
export const roleWord = (role: AppearanceRole) => m[`public.role.${role}`]()
export const languageWord = (locale: Locale) => m[`public.language.${locale}`]()
