import { listRooms } from '#app/features/agenda/domain/rooms/rooms-and-tracks.server.ts'
import { localOfInstant } from '#app/features/events/domain/local-time.server.ts'
import type { Context } from '#app/shared/context.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import {
  formatDateTime,
  formatDay,
  formatDays,
  formatRange,
  formatTime,
  formatTimes,
  zoneCity,
} from '#app/shared/time/format.ts'
import { getImport, previewImport } from '../domain/import-agenda.server.ts'
import type {
  BeforeTexts,
  ImportChoices,
  PersonQuestion,
  PlannedDetails,
  PlannedRow,
} from '../domain/plan/planned.ts'
import type { SerialDates } from '../domain/read/serial-dates.ts'
import { isOutside, offeredDays } from './event-days.server.ts'
import { noChoices } from './import-choices.server.ts'

type EventOfPage = { id: string; timeZone: string; startsAt: Date; endsAt: Date }
type Imported = Awaited<ReturnType<typeof getImport>>
type Words = { timeZone: string; locale: Context['locale'] }

/** What a preview shows of an agenda that was read, with what was decided; null before anybody decided. */
export async function importView(
  ctx: Context,
  event: EventOfPage,
  importId: string,
  decided: ImportChoices | null,
) {
  const { locale } = ctx
  const kept = await getImport(event.id, importId)
  const choices = decided ?? (await firstChoices(ctx, event, kept))
  const [plan, rooms] = await Promise.all([
    previewImport(ctx, event, kept.agenda, choices),
    listRooms(event.id),
  ])
  const words = { timeZone: event.timeZone, locale }
  const { questions, newRooms, newTracks, newPeople, left } = plan
  const outside = plan.rows.filter(({ shown }) => isOutside(event, shown.startsAt)).length
  return {
    importId,
    fileName: kept.fileName,
    format: kept.agenda.format,
    appliedAt: kept.appliedAt && formatDateTime(kept.appliedAt, event.timeZone, locale),
    notes: kept.agenda.notes,
    place: zoneCity(event.timeZone, locale),
    table: tableView(kept, locale),
    // The order of dates of a text, with a choice while its source is kept.
    dates: kept.source && !kept.agenda.table ? (kept.agenda.dates ?? null) : null,
    unread: kept.agenda.unread ?? [],
    // Times without an offset are read in the zone of the file, if it names one.
    readPlace: zoneCity(kept.agenda.zone ?? event.timeZone, locale),
    outside,
    offer: offeredDays(event, plan.rows, { outside, zone: kept.agenda.zone, locale }),
    eventDays: formatDays(event.startsAt, event.endsAt, event.timeZone, locale),
    choices: {
      readAsLocal: choices.readAsLocal,
      day: choices.day,
      sameNames: choices.sameNames,
      allKind: choices.kinds[''] ?? '',
      allRoom: choices.rooms[''] ?? '',
    },
    rows: plan.rows.map((row) => rowView(row, choices, words)),
    questions: questions.map((one) => questionView(one, locale)),
    people: plan.people.map((one) => detailsView(one, locale)),
    newRooms,
    newTracks,
    rooms: rooms.map(({ id, name }) => ({ value: id, label: textIn(name, locale) })),
    roomNames: [...new Set([...newRooms, ...Object.keys(choices.roomNames)])].map((name) => ({
      name,
      chosen: choices.roomNames[name] ?? '',
    })),
    roomless: plan.rows.filter(
      ({ what, fields }) => what === 'new' && fields && !fields.room && !fields.roomId,
    ).length,
    newPeople: newPeople.map((one) => one.name),
    left: left.map((one) => textIn(one.title, locale)),
  }
}

/** How a table was read, and what became of each of its rows. */
function tableView({ agenda, source }: Imported, locale: Context['locale']) {
  if (!agenda.table || !source) return null
  const { delimiter, header, columns, above, days, dates, isUnsure } = agenda.table
  return {
    reading: {
      encoding: source.encoding,
      delimiter,
      header,
      columns,
      above,
      isUnsure:
        isUnsure || !source.isCertain || dates.order === null || agenda.table.serials?.isAsked === true,
    },
    rows: agenda.sessions.length + days.length,
    days,
    dates,
    serials: serialsView(agenda.table.serials, locale),
    ignored: columns.flatMap(({ name, field, samples }, at) =>
      !field && (name || samples.length > 0) ? name || String(at + 1) : [],
    ),
  }
}

/** The first number that stands for a date, and which day it is by either way of counting. */
function serialsView(serials: SerialDates | undefined, locale: Context['locale']) {
  if (!serials) return null
  const { epoch, sample, read, otherwise, isAsked, isChosen } = serials
  const words = (local: string) => {
    const at = new Date(local.includes('T') ? `${local}:00Z` : `${local}T00:00:00Z`)
    return local.includes('T') ? formatDateTime(at, 'UTC', locale) : formatDay(at, 'UTC', locale)
  }
  return { epoch, sample, read: words(read), otherwise: words(otherwise), isAsked, isChosen }
}

export type TableView = NonNullable<ReturnType<typeof tableView>>
export type ImportView = Awaited<ReturnType<typeof importView>>
export type RowView = ReturnType<typeof rowView>
export type QuestionView = ReturnType<typeof questionView>
export type DetailsView = ReturnType<typeof detailsView>

const excerpt = (text: string) => (text.length > 160 ? `${text.slice(0, 159)}…` : text)

/** A question with what tells its candidates apart: position, body and picture. */
function questionView({ candidates, ...question }: PersonQuestion, locale: Context['locale']) {
  return {
    ...question,
    candidates: candidates.map(({ id, name, position, affiliation, portraitId }) => ({
      id,
      name,
      portraitId,
      words: [textIn(position, locale), textIn(affiliation, locale)].filter(Boolean).join(', '),
    })),
  }
}

function detailsView({ key, name, changes, clashes, isKept }: PlannedDetails, locale: Context['locale']) {
  return {
    key,
    name,
    isKept,
    changes: changes.map(({ field, before, after }) => ({
      field,
      before: excerpt(before),
      after: excerpt(typeof after === 'string' ? after : textIn(after, locale)),
    })),
    clashes: clashes.map((one) => ({ ...one, ours: excerpt(one.ours), file: excerpt(one.file) })),
  }
}

/**
 * Shown to be confirmed: the day of an event of one day, for times without any; and the clock by which the sessions of
 * an earlier run stand where they stand now.
 */
async function firstChoices(ctx: Context, event: EventOfPage, { agenda }: Imported): Promise<ImportChoices> {
  const [first, last] = [event.startsAt, event.endsAt].map((one) =>
    localOfInstant(one, event.timeZone).slice(0, 10),
  )
  const day = agenda.notes.includes('day-missing') && first === last ? (first ?? '') : ''
  if (!agenda.notes.includes('times-marked-utc')) return { ...noChoices, day }
  const asLocal = { ...noChoices, day, readAsLocal: true }
  const same = async (choices: ImportChoices) =>
    (await previewImport(ctx, event, agenda, choices)).rows.filter((row) => row.what === 'unchanged').length
  return (await same(asLocal)) > (await same(noChoices)) ? asLocal : { ...noChoices, day }
}

function rowView({ fields, before, shown, ...row }: PlannedRow, choices: ImportChoices, words: Words) {
  const { what, key, changes, unclear, isTitleAsked, title } = row
  return {
    kind: row.brought?.kind ?? fields?.kind ?? ('talk' as const),
    chosenKind: choices.kinds[key] ?? '',
    chosenRoom: choices.rooms[key] ?? '',
    hasRoom: shown.room !== '',
    row: row.row,
    what,
    key,
    unclear,
    isTitleAsked,
    title,
    shown: textIn(fields?.title ?? before?.title, words.locale) || title,
    ...slotText(shown.startsAt, shown.endsAt, words),
    where: [shown.room, shown.track].filter(Boolean).join(' · '),
    films: shown.films.replaceAll('\n', ' + '),
    people: shown.people.map(({ name, known, isAsked }) => ({ name, isAsked, known: known?.name ?? null })),
    changes: changes.map((field) => ({ field, before: before ? beforeText(field, before, words) : null })),
    clashes: row.clashes.map(({ field, file, taken }) => ({
      field,
      taken,
      ours: excerpt((before && beforeText(field, before, words)) ?? ''),
      file: excerpt(field === 'time' ? when(shown.startsAt, shown.endsAt, words) : file),
    })),
  }
}

/** Day and hours apart, so that the hours of a day stand below each other. */
function slotText(startsAt: string | null, endsAt: string | null, words: Words) {
  const { timeZone, locale } = words
  const whole = when(startsAt, endsAt, words)
  if (!startsAt) return { day: whole, times: '' }
  const [start, end] = [new Date(startsAt), new Date(endsAt ?? startsAt)]
  const day = formatDay(start, timeZone, locale)
  if (day !== formatDay(end, timeZone, locale)) return { day: whole, times: '' }
  const isRange = end > start
  return {
    day,
    times: isRange ? formatTimes(start, end, timeZone, locale) : formatTime(start, timeZone, locale),
  }
}

function when(startsAt: string | null, endsAt: string | null, { timeZone, locale }: Words): string {
  if (startsAt && endsAt && endsAt > startsAt)
    return formatRange(new Date(startsAt), new Date(endsAt), timeZone, locale)
  return startsAt ? formatDateTime(new Date(startsAt), timeZone, locale) : ''
}

/** How a field stands here now; null for one that no line can hold, empty for one that is empty. */
function beforeText(field: PlannedRow['changes'][number], before: BeforeTexts, words: Words): string | null {
  const { locale } = words
  if (field === 'title') return textIn(before.title, locale)
  if (field === 'time') return when(before.startsAt, before.endsAt, words)
  if (field === 'room' || field === 'track') return textIn(before[field], locale)
  if (field === 'abstract') return before.abstract && excerpt(textIn(before.abstract, locale))
  if (field === 'films') return before.films.map((one) => textIn(one, locale)).join(' + ')
  return field === 'people' ? before.people.join(', ') : null
}
