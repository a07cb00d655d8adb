import * as z from 'zod/mini'
import { checkbox, optionalCount } from '#app/shared/forms/fields.ts'
import { mostSeats } from '../domain/places/choose-places.ts'
import type { PlaceRules } from '../domain/places/place-rules.ts'

const id = () => z.string().check(z.uuid())

/** Limits of one guest, and by category the tracks it opens. */
export const placeRulesSchema = z.object({
  perGuest: optionalCount(1000),
  perSession: optionalCount(mostSeats),
  opens: z._default(z.record(id(), z.record(id(), checkbox())), {}),
})

/** The rules as the form shows them; `of` are the boxes that stand in it. */
export function placeRulesValues(
  { perGuest, perSession, opens }: PlaceRules,
  of: { categories: readonly { id: string }[]; tracks: readonly { id: string }[] },
) {
  const boxes = of.categories.map((category) => [
    category.id,
    Object.fromEntries(
      of.tracks.map((track) => [track.id, opens[category.id]?.includes(track.id) ? 'on' : '']),
    ),
  ])
  return {
    perGuest: perGuest === null ? '' : String(perGuest),
    perSession: perSession === null ? '' : String(perSession),
    opens: Object.fromEntries(boxes),
  }
}

/** The rules that a form means; a limit of none is no limit. */
export function placeRulesOf({ perGuest, perSession, opens }: z.infer<typeof placeRulesSchema>): PlaceRules {
  const chosen = Object.entries(opens).map(([category, tracks]) => [
    category,
    Object.keys(tracks).filter((track) => tracks[track]),
  ])
  return { perGuest: perGuest || null, perSession: perSession || null, opens: Object.fromEntries(chosen) }
}
