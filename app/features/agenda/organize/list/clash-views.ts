import type { Clash } from '#app/features/agenda/domain/clashes/clashes.ts'
import type { DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'

/** A clash with the names that its sentence needs. */
export type ClashView = {
  key: string
  clash: Clash
  sessions: { id: string; title: TranslatedText }[]
  person: string | null
}

type Names = { sessions: readonly DraftSession[]; names: Map<string, string> }

/** The same fault of many sessions told once: what has nobody and no second session in it says the same for all. */
export function groupedClashes(views: readonly ClashView[]): ClashView[] {
  const groups = new Map<string, ClashView>()
  for (const view of views) {
    const { clash, person, sessions } = view
    const field = 'field' in clash ? clash.field : ''
    const locale = 'locale' in clash ? clash.locale : ''
    const isCommon = sameForAll.has(clash.kind) && person === null && sessions.length === 1
    const key = isCommon ? `${clash.kind} ${field} ${locale}` : view.key
    const before = groups.get(key)
    groups.set(key, before ? { ...before, sessions: [...before.sessions, ...sessions] } : { ...view, key })
  }
  return [...groups.values()]
}

const sameForAll = new Set<Clash['kind']>([
  'outside-event',
  'moderator-missing',
  'translation-stale',
  'translation-missing',
  'interpreter-missing',
])

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
