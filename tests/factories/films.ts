import { randomUUID } from 'node:crypto'
import type { DraftFields } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { creditsMeant, type TypedCredits } from '#app/features/films/domain/credits-meant.server.ts'
import type { FilmDetails } from '#app/features/films/domain/film-details.ts'
import { getFilm } from '#app/features/films/domain/films.server.ts'
import { addFilm } from '#app/features/films/domain/save-film.server.ts'
import { addSection, type SectionDetails } from '#app/features/films/domain/sections/save-section.server.ts'
import { system } from './contexts.ts'

const nothing = { vi: '', en: '' }

export const filmDetails = (values: Partial<FilmDetails> = {}): FilmDetails => ({
  sectionId: null,
  originalTitle: '',
  originalLanguage: '',
  title: { vi: 'Mưa trên cánh bướm', en: "Don't Cry, Butterfly" },
  synopsis: nothing,
  countries: ['VN'],
  year: 2024,
  minutes: 97,
  languages: ['vi'],
  subtitles: ['en'],
  rating: null,
  premiere: null,
  trailerUrl: null,
  ...values,
})

/** A film of an event, with who made it by name. */
export async function filmOf(
  eventId: string,
  { credits = {}, slug, ...values }: Partial<FilmDetails> & { credits?: TypedCredits; slug?: string } = {},
) {
  const made = await creditsMeant(system(), eventId, credits)
  const given = { eventId, details: filmDetails(values), ...made, ...(slug !== undefined && { slug }) }
  return getFilm(eventId, await addFilm(system(), given))
}

export function sectionOf(eventId: string, values: Partial<SectionDetails> = {}) {
  const details: SectionDetails = {
    kind: 'competition',
    name: { vi: 'Phim châu Á dự thi', en: 'Asian Film Awards' },
    description: nothing,
    position: null,
    ...values,
  }
  return addSection(system(), { eventId, details })
}

/** A screening of these films in the draft, `from` minutes after the event begins; answers its id. */
export async function screeningOf(
  event: { id: string; startsAt: Date },
  films: readonly { id: string }[],
  { from = 0, ...values }: Partial<DraftFields> & { from?: number } = {},
) {
  const sessionId = randomUUID()
  const startsAt = event.startsAt.getTime() + from * 60_000
  const set: DraftFields = {
    kind: 'screening',
    title: { vi: 'Suất chiếu', en: 'Screening' },
    abstract: {},
    languages: [],
    interpretation: [],
    trackId: null,
    roomId: null,
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + 60 * 60_000).toISOString(),
    capacity: null,
    signUp: false,
    dropped: false,
    appearances: [],
    films: films.map(({ id }) => id),
    ...values,
  }
  await editDraft(system(), { eventId: event.id, edits: [{ kind: 'add', sessionId, set }] })
  return sessionId
}
