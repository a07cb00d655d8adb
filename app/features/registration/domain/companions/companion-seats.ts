import { type CategorySeats, type EventSeats, freeInCategory, freeInEvent } from '../seats/seats.ts'

export type CompanionAnswer = 'as-is' | 'granted' | 'too-many' | 'full'

/**
 * Whether somebody with a seat gets so many more for whom they bring. Companions never wait in a line: while others do, a
 * free seat is theirs.
 */
export function companionAnswer(
  event: EventSeats,
  category: CategorySeats & { companionLimit: number },
  { present, wanted }: { present: number; wanted: number },
): CompanionAnswer {
  if (wanted === present) return 'as-is'
  if (wanted < present) return 'granted'
  if (wanted > category.companionLimit) return 'too-many'
  const free = Math.min(freeInCategory(category), freeInEvent(event))
  return category.waitlisted === 0 && wanted - present <= free ? 'granted' : 'full'
}
