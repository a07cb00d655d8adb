import { inArray } from 'drizzle-orm'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { addAward, type WinnerDetails } from '#app/features/films/domain/awards/save-award.server.ts'
import { seatJury } from '#app/features/films/domain/awards/seat-jury.server.ts'
import { creditsMeant, type MeantCredits } from '#app/features/films/domain/credits-meant.server.ts'
import { getFilm } from '#app/features/films/domain/films.server.ts'
import { addFilm } from '#app/features/films/domain/save-film.server.ts'
import { addSection } from '#app/features/films/domain/sections/save-section.server.ts'
import type { Context } from '#app/shared/context.ts'
import { person } from '../../schema/index.ts'
import { database } from '../../transaction.server.ts'
import type { SeedCatalogue, SeedFilm } from '../world.ts'

const nothing = { vi: '', en: '' }

/** The sections and films of an edition; answers the ids of the films by their addresses. */
export async function plantCatalogue(ctx: Context, eventId: string, catalogue: SeedCatalogue) {
  const { sections, films, awards = [], chairs = [] } = catalogue
  const sectionIds = new Map<string, string>()
  for (const { slug, ...details } of sections) {
    const made = await addSection(ctx, { eventId, details: { ...details, position: null } })
    sectionIds.set(slug, made.id)
  }
  const ids = new Map<string, string>()
  for (const one of films) {
    const { credits, newcomers } = await creditsMeant(ctx, eventId, one.credits ?? {})
    const details = {
      sectionId: sectionIds.get(one.section) ?? null,
      originalTitle: one.original?.title ?? '',
      originalLanguage: one.original?.language ?? '',
      title: titleOf(one),
      synopsis: one.synopsis ?? nothing,
      countries: one.countries ?? [],
      year: null,
      minutes: one.minutes ?? null,
      languages: [],
      subtitles: [],
      rating: null,
      premiere: null,
      trailerUrl: null,
    }
    const slug = await addFilm(ctx, { eventId, slug: one.slug, details, credits, newcomers })
    ids.set(one.slug, (await getFilm(eventId, slug)).id)
    await asPlanted(newcomers.map(({ id }) => id))
  }
  await plantAwards(ctx, eventId, { awards, chairs, sectionIds, ids })
  return ids
}

type Given = Required<Pick<SeedCatalogue, 'awards' | 'chairs'>> & {
  sectionIds: ReadonlyMap<string, string>
  ids: ReadonlyMap<string, string>
}

async function plantAwards(ctx: Context, eventId: string, { awards, chairs, sectionIds, ids }: Given) {
  const personNamed = async (name: string) => {
    const { credits, newcomers } = await creditsMeant(ctx, eventId, { cast: [name] })
    return { personId: credits[0]?.personId ?? '', newcomers }
  }
  for (const { section, person: name } of chairs) {
    const { personId, newcomers } = await personNamed(name)
    const jury = { people: [personId], chairs: 1, newcomers }
    await seatJury(ctx, { eventId, section, ...jury })
    await asPlanted(newcomers.map(({ id }) => id))
  }
  for (const { section, name, winners } of awards) {
    const rows: WinnerDetails[] = []
    const fresh: MeantCredits['newcomers'] = []
    for (const { film, person: of } of winners) {
      const meant = of === undefined ? null : await personNamed(of)
      fresh.push(...(meant?.newcomers ?? []))
      rows.push({ filmId: ids.get(film ?? '') ?? null, personId: meant?.personId ?? null, citation: nothing })
    }
    const details = { name, sectionId: sectionIds.get(section) ?? null, position: null, winners: rows }
    await addAward(ctx, { eventId, details, newcomers: fresh })
    await asPlanted(fresh.map(({ id }) => id))
  }
}

function titleOf({ title, original }: SeedFilm) {
  if (typeof title !== 'string') return title
  return original?.language === 'vi' ? { vi: title, en: '' } : { vi: '', en: title }
}

async function asPlanted(ids: string[]) {
  if (ids.length > 0) await database().update(person).set({ isDemo: true }).where(inArray(person.id, ids))
}

/** Puts films into the screenings that show them, by the ids of both. */
export async function plantScreenings(
  ctx: Context,
  eventId: string,
  shown: ReadonlyMap<string, string[]>,
): Promise<void> {
  if (shown.size === 0) return
  const edits = [...shown].map(([sessionId, films]) => {
    return { kind: 'edit' as const, sessionId, was: { films: [] }, set: { films } }
  })
  await editDraft(ctx, { eventId, edits })
}
