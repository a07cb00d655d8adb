import { plainText } from '../read/plain-text.ts'
import type { KnownPlace } from './planned.ts'

export type Places = { named: (name: string) => KnownPlace | undefined }

/**
 * The rooms or tracks of an event by what files call them: their name in either language and any spelling, alone or with
 * the venue behind it; what such a name became when it first came; or what somebody chose for it.
 */
export function placesBy(
  places: readonly KnownPlace[],
  aliases: ReadonlyMap<string, string>,
  chosen: Readonly<Record<string, string>> = {},
  /** Names that say the house too: no other house has that room. */
  housed: Readonly<Record<string, unknown>> = {},
): Places {
  const byId = new Map(places.map((one) => [one.id, one]))
  const byWords = new Map<string, KnownPlace>()
  const add = (words: string, place: KnownPlace) => {
    const key = plainText(words)
    if (key && !byWords.has(key)) byWords.set(key, place)
  }
  for (const place of places) for (const name of wordsOf(place.name)) add(name, place)
  for (const place of places)
    for (const name of wordsOf(place.name))
      for (const venue of wordsOf(place.venue)) add(`${name}, ${venue}`, place)
  // A house of one room is that room.
  for (const place of places)
    for (const venue of wordsOf(place.venue))
      if (places.filter((one) => wordsOf(one.venue).includes(venue)).length === 1) add(venue, place)
  // Calendars write the street and the city behind a room.
  const withAddress = (name: string) => {
    const parts = name.split(/,\s*/)
    const begins = parts.map((_, at) => plainText(parts.slice(0, parts.length - 1 - at).join(', ')))
    return begins.flatMap((words) => (words && byWords.get(words)) || [])[0]
  }
  return {
    named(name) {
      if (chosen[name] === 'new') return undefined
      const picked = byId.get(chosen[name] ?? '')
      if (picked) return picked
      const key = plainText(name)
      if (!key) return undefined
      return (
        byId.get(aliases.get(name) ?? '') ??
        byWords.get(key) ??
        (name in housed ? undefined : withAddress(name))
      )
    },
  }
}

const wordsOf = (text: KnownPlace['venue']) => [text?.vi, text?.en].filter((words) => words !== undefined)
