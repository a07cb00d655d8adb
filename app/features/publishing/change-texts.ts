import type { AgendaChange, ChangedSlot } from '#app/features/agenda/domain/agenda-snapshot.ts'
import { m } from '#app/paraglide/messages.js'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { formatRange } from '#app/shared/time/format.ts'
import type { Locale } from '#app/shared/vocabulary.ts'

type To = { locale?: Locale }

const kinds: Record<AgendaChange['kind'], (to?: To) => string> = {
  new: (to) => m['publishing.change.new']({}, to),
  moved: (to) => m['publishing.change.moved']({}, to),
  changed: (to) => m['publishing.change.changed']({}, to),
  cancelled: (to) => m['publishing.change.cancelled']({}, to),
}

const fields: Record<AgendaChange['changed'][number], (to?: To) => string> = {
  title: (to) => m['publishing.field.title']({}, to),
  abstract: (to) => m['publishing.field.abstract']({}, to),
  kind: (to) => m['publishing.field.kind']({}, to),
  track: (to) => m['publishing.field.track']({}, to),
  languages: (to) => m['publishing.field.languages']({}, to),
  people: (to) => m['publishing.field.people']({}, to),
  films: (to) => m['publishing.field.films']({}, to),
  capacity: (to) => m['publishing.field.capacity']({}, to),
}

export const changeKindWord = (kind: AgendaChange['kind'], to?: To) => kinds[kind](to)

/** The fields that differ, in words: "tiêu đề, người tham gia"; people and films come by name where names are known. */
export function changedFields({ changed, people, films }: AgendaChange, to?: To): string {
  const others = changed.filter((field) => !(field === 'people' && people) && !(field === 'films' && films))
  return others.map((field) => fields[field](to)).join(', ')
}

/** Who came and who went: "Thêm: Vũ Ngọc Tâm." */
export function peopleSentences({ people }: AgendaChange, to?: To): string[] {
  const { came = [], went = [] } = people ?? {}
  return [
    ...(came.length > 0 ? [m['publishing.change.came']({ names: came.join(', ') }, to)] : []),
    ...(went.length > 0 ? [m['publishing.change.went']({ names: went.join(', ') }, to)] : []),
  ]
}

/** Which films a screening shows now, and which it no longer does. */
export function filmSentences({ films }: AgendaChange, locale: Locale): string[] {
  const { came = [], went = [] } = films ?? {}
  const named = (titles: TranslatedText[]) => titles.map((title) => textIn(title, locale)).join(', ')
  return [
    ...(came.length > 0 ? [m['publishing.change.film-came']({ titles: named(came) }, { locale })] : []),
    ...(went.length > 0 ? [m['publishing.change.film-went']({ titles: named(went) }, { locale })] : []),
  ]
}

export function roomLabel({ room, venue }: ChangedSlot, locale: Locale): string {
  return [textIn(room, locale), textIn(venue, locale)].filter(Boolean).join(', ')
}

/** One line of a change list as plain sentences, on the event's clock. */
export function changeSentences(change: AgendaChange, zone: string, locale: Locale): string {
  const to = { locale }
  const words = (slot: ChangedSlot) => {
    const time = formatRange(new Date(slot.startsAt), new Date(slot.endsAt), zone, locale)
    return [time, roomLabel(slot, locale)].filter(Boolean).join(', ')
  }
  const { before, after, kind } = change
  const fields = changedFields(change, to)
  const slots = [
    before && kind !== 'changed' && m['publishing.change.before']({ slot: words(before) }, to),
    after && m['publishing.change.now']({ slot: words(after) }, to),
    fields && m['publishing.change.fields']({ fields }, to),
    ...peopleSentences(change, to),
    ...filmSentences(change, locale),
  ]
  return [`${changeKindWord(kind, to)}.`, ...slots.filter(Boolean)].join(' ')
}
