import { and, eq, isNotNull, lt, or } from 'drizzle-orm'
import { registration } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

type Waiting = Pick<
  typeof registration.$inferSelect,
  'state' | 'categoryId' | 'arrival' | 'wishedCategoryId' | 'wishArrival'
>

/** Which number somebody has in the line they stand in: of their category, or of the one they wait to change to. */
export async function waitlistPlace(row: Waiting): Promise<number | null> {
  const { wishedCategoryId, wishArrival } = row
  if (row.state === 'waitlisted') return placeIn(row.categoryId, row.arrival)
  return wishedCategoryId && wishArrival !== null ? placeIn(wishedCategoryId, wishArrival) : null
}

async function placeIn(categoryId: string, arrival: number): Promise<number> {
  const before = or(
    and(
      eq(registration.categoryId, categoryId),
      eq(registration.state, 'waitlisted'),
      lt(registration.arrival, arrival),
    ),
    and(
      eq(registration.wishedCategoryId, categoryId),
      isNotNull(registration.wishedCategoryId),
      lt(registration.wishArrival, arrival),
    ),
  )
  return (await database().$count(registration, before)) + 1
}
