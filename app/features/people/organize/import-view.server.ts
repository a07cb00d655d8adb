import { textIn } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { PersonCandidate, previewPeople } from '../domain/import/import-people.server.ts'
import type { PeopleAnswers, PlannedPerson } from '../domain/import/plan-people.ts'

type Preview = Awaited<ReturnType<typeof previewPeople>>
type Source = { encoding: string | null; isCertain: boolean }

/** A plan as its preview shows it: what needs a person first. */
export function importView(
  { plan, table, candidates }: Preview,
  source: Source,
  answers: PeopleAnswers,
  locale: Locale,
) {
  const byId = new Map(candidates.map((one) => [one.id, one]))
  const rows = plan.map((row, at) => ({
    ...rowView(row),
    key: String(at),
    answer: answers[row.line] ?? '',
    candidates:
      row.what === 'asked' ? row.candidates.flatMap((id) => candidateView(byId.get(id), locale) ?? []) : [],
  }))
  const count = (what: (typeof rows)[number]['what']) => rows.filter((row) => row.what === what).length
  const isOpen = ({ what }: (typeof rows)[number]) => what === 'unclear' || what === 'asked'
  return {
    rows: [
      ...rows.filter(({ what }) => what === 'asked'),
      ...rows.filter(({ what }) => what === 'unclear'),
      ...rows.filter((row) => !isOpen(row)),
    ],
    reading: table && {
      encoding: source.encoding,
      delimiter: table.delimiter,
      header: table.header,
      columns: table.columns,
      above: table.above.map(({ line }) => line),
      isUnsure: table.isUnsure || !source.isCertain,
    },
    nameOrder: table?.hasParts ? table.nameOrder : null,
    encoding: table ? null : source.encoding,
    ignored: (table?.columns ?? []).flatMap(({ name, field, samples }, at) =>
      !field && (name || samples.length > 0) ? name || String(at + 1) : [],
    ),
    total: rows.length,
    added: count('new'),
    filled: count('filled'),
    same: count('known'),
    asked: count('asked'),
    unclear: count('unclear'),
  }
}

function rowView(row: PlannedPerson) {
  const { line, name, email, isOdd } = row
  const isFilled = row.what === 'known' && Object.keys(row.fills).length > 0
  return {
    line,
    name,
    email,
    isOdd,
    what: isFilled ? ('filled' as const) : row.what,
    fields: row.what === 'known' ? Object.keys(row.fills) : [],
    why: row.what === 'unclear' ? row.why : null,
    as: row.what === 'unclear' || row.what === 'asked' ? (row.as ?? null) : null,
  }
}

function candidateView(one: PersonCandidate | undefined, locale: Locale) {
  if (!one) return null
  const { id, name, email, portraitId } = one
  const words = [textIn(one.position, locale), textIn(one.affiliation, locale), email ?? '']
  return { id, name, portraitId, words: words.filter(Boolean).join(' · ') }
}

export type ImportView = ReturnType<typeof importView>
