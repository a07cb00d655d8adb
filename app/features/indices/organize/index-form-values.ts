import type { output } from 'zod/mini'
import type { FormValues } from '#app/shared/forms/form-values.ts'
import { inBoth } from '#app/shared/i18n/translated-text.ts'
import type { StoredComponent, StoredEdition, StoredIndex } from '../domain/indices.server.ts'
import { kinText } from '../domain/kin-lines.ts'
import type { EditionDetails } from '../domain/save-edition.server.ts'
import type { EditedEntry } from '../domain/save-entry.server.ts'
import type { UnitWithKin } from '../domain/save-unit.server.ts'
import type { editionSchema } from './index-form.schema.ts'

/** What is stored, as its form shows it. */
export function indexFormValues({ name, summary }: StoredIndex): FormValues {
  return { name: inBoth(name), summary: inBoth(summary) }
}

export function editionFormValues(edition: StoredEdition): FormValues {
  return {
    year: String(edition.year),
    announcedOn: edition.announcedOn ?? '',
    announcedAt: inBoth(edition.announcedAt),
    participants: edition.participants === null ? '' : String(edition.participants),
    participantsSource: inBoth(edition.participantsSource),
    note: inBoth(edition.note),
    source: inBoth(edition.source),
  }
}

export function editionDetailsOf(typed: output<typeof editionSchema>): EditionDetails {
  const { year, announcedOn, participants, announcedAt, participantsSource, note, source } = typed
  return { year: year ?? 0, announcedOn, participants, announcedAt, participantsSource, note, source }
}

export function componentFormValues({ key, name, weight, method, source }: StoredComponent): FormValues {
  return {
    key,
    name: inBoth(name),
    weight: weight === null ? '' : String(weight),
    method: inBoth(method),
    source: inBoth(source),
  }
}

export function entryFormValues({ rank, rankSource, score, scoreSource }: EditedEntry): FormValues {
  return {
    rank: rank === null ? '' : String(rank),
    rankSource: inBoth(rankSource),
    score: score === null ? '' : String(score),
    scoreSource: inBoth(scoreSource),
  }
}

export function unitFormValues(unit: UnitWithKin): FormValues {
  const kin = (of: UnitWithKin['before']) =>
    kinText(of.map((one) => ({ ...one, source: inBoth(one.source) })))
  return {
    key: unit.key,
    name: inBoth(unit.name),
    fromDay: unit.fromDay ?? '',
    toDay: unit.toDay ?? '',
    source: inBoth(unit.source),
    before: kin(unit.before),
    after: kin(unit.after),
  }
}
