import * as z from 'zod/mini'
import { mostSeats } from '../domain/places/choose-places.ts'

// An empty field is no wish for none.
const seats = z.pipe(
  z.string().check(z.regex(/^\d{1,2}$/)),
  z.pipe(z.transform(Number), z.number().check(z.maximum(mostSeats))),
)
const bySession = z._default(z.record(z.string().check(z.uuid()), seats), {})

/** How many seats are wished for in which sessions, and how many there were when the form was made. */
export const placesSchema = z.object({ seats: bySession, was: bySession })

/** The wishes of a form: only what was changed in it, so that what was taken elsewhere meanwhile stays. */
export function placeWishes({ seats, was }: z.infer<typeof placesSchema>) {
  return Object.entries(seats)
    .filter(([sessionId, number]) => number !== (was[sessionId] ?? 0))
    .map(([sessionId, number]) => ({ sessionId, seats: number }))
}
