import { inArray, sql } from 'drizzle-orm'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { person } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { listDraftSessions } from './draft.server.ts'
import type { DraftSession } from './draft-edit.ts'
import type { FilmChoice } from './draft-films.server.ts'

export type EditorRoom = { id: string; name: TranslatedText; capacity: number | null }
export type EditorTrack = { id: string; name: TranslatedText; colour: string | null }
export type EditorDraft = {
  /** The last change that is in it; whoever follows later ones begins there. */
  changeId: number
  rooms: EditorRoom[]
  tracks: EditorTrack[]
  /** Those that its screenings show. */
  films: FilmChoice[]
  sessions: DraftSession[]
  people: Record<string, string>
}

/** All that the agenda editor shows of a draft: four statements, whatever its size. */
export async function getEditorDraft(eventId: string): Promise<EditorDraft> {
  // The number first: a change made while the rest is read is heard again rather than missed.
  const [around] = await database().execute<Pick<EditorDraft, 'changeId' | 'rooms' | 'tracks' | 'films'>>(sql`
    select
      (select coalesce(max(id), 0)::int from draft_change where event_id = ${eventId}) as "changeId",
      (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'capacity', capacity) order by position), '[]')
        from room where event_id = ${eventId}) as rooms,
      (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'colour', colour) order by position), '[]')
        from track where event_id = ${eventId}) as tracks,
      (select coalesce(json_agg(json_build_object('id', f.id, 'name', case
          when f.title ->> 'vi' <> '' or f.title ->> 'en' <> '' then f.title
          else jsonb_build_object('vi', f.original_title, 'en', f.original_title) end)), '[]')
        from film f where f.removed_at is null and f.event_id = ${eventId}
          and exists (select 1 from session_film sf where sf.film_id = f.id)) as films`)
  if (!around) throw new Error('A statement without a table gave no row')
  const sessions = await listDraftSessions(eventId)
  const ids = [...new Set(sessions.flatMap((one) => one.appearances.map((each) => each.personId)))]
  const named =
    ids.length === 0
      ? []
      : await database()
          .select({ id: person.id, name: person.name })
          .from(person)
          .where(inArray(person.id, ids))
  return { ...around, sessions, people: Object.fromEntries(named.map(({ id, name }) => [id, name])) }
}
