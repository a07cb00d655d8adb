import { grouped } from '#app/shared/grouped.server.ts'
import { seatArrivals } from '../seats/seat-arrivals.server.ts'

/** Waits for a seat at an event, by its slug: who comes in the same moment is one group. */
export const joinArrivals = grouped(seatArrivals)
