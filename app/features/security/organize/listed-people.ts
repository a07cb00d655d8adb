import type { SecurityField } from '../domain/security-list.ts'
import type { SecurityRow } from '../domain/security-rows.server.ts'

export type ListedPerson = {
  key: string
  /** The registration by which they come. */
  id: string
  documentName: string
  given: Partial<Record<SecurityField, string>>
  isGiven: boolean
  /** Who brings them; empty for the guests themselves. */
  guestOf: string
}

/** Everybody who comes through the door: each guest, followed by those whom they bring. */
export function listedPeople(rows: readonly SecurityRow[]): ListedPerson[] {
  return rows.flatMap(({ id, documentName, affiliation, given, isGiven, companions, companionNames }) => [
    // As long as nobody said otherwise, what the registration says.
    { key: id, id, documentName, given: given ?? { affiliation }, isGiven, guestOf: '' },
    ...Array.from({ length: companions }, (_, at) => ({
      key: `${id} ${at}`,
      id,
      documentName: companionNames[at] ?? '',
      given: {},
      isGiven: false,
      guestOf: documentName,
    })),
  ])
}
