/** What organizers set about the places of an event: seats of one guest in all and in one session, and what passes open. */
export type PlaceRules = {
  perGuest: number | null
  perSession: number | null
  /** The tracks that a category opens, by its id; one without any opens all. */
  opens: Record<string, string[]>
}
