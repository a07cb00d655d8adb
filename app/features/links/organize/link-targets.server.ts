import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { listInitiatives } from '#app/features/initiatives/domain/initiatives.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'

/** A session or an initiative to choose as where a link leads, as the form calls it. */
export type NamedTarget = { value: string; kind: 'session' | 'initiative'; name: string }

/** The sessions of an event that are not dropped, and all initiatives; also the one that is `chosen` already. */
export async function listNamedTargets(
  eventId: string,
  locale: Locale,
  chosen?: string,
): Promise<NamedTarget[]> {
  const [sessions, initiatives] = await Promise.all([listDraftSessions(eventId), listInitiatives()])
  return [
    ...sessions
      .map(({ id, title, dropped }) => ({ value: `session/${id}`, title, dropped }))
      .filter(({ value, dropped }) => !dropped || value === chosen)
      .map(({ value, title }) => ({ value, kind: 'session' as const, name: textIn(title, locale) })),
    ...initiatives.map(({ id, name }) => ({
      value: `initiative/${id}`,
      kind: 'initiative' as const,
      name: textIn(name, locale),
    })),
  ]
}
