import type { Clash } from '#app/features/agenda/domain/clashes.ts'
import type { DraftSession } from '#app/features/agenda/domain/draft-edit.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'

/** A clash with the names that its sentence needs. */
export type ClashView = {
  key: string
  clash: Clash
  sessions: { id: string; title: TranslatedText }[]
  person: string | null
}

type Names = { sessions: readonly DraftSession[]; names: Map<string, string> }

/** Clashes as pages show them: with titles and names instead of ids alone. */
export function clashViews(clashes: readonly Clash[], { sessions, names }: Names): ClashView[] {
  const titles = new Map(sessions.map((session) => [session.id, session.title]))
  return clashes.map((clash, index) => ({
    key: `${clash.kind}-${index}`,
    clash,
    sessions: clash.sessionIds.map((id) => ({ id, title: titles.get(id) ?? {} })),
    person: 'personId' in clash ? (names.get(clash.personId) ?? null) : null,
  }))
}
