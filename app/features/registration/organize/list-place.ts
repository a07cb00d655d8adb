/** What stands in the address of the list: words, filters, columns, order, and the place in it. */
export const listWords = ['q', 'state', 'category', 'tag', 'vip', 'answer', 'cols', 'sort', 'cursor'] as const

/** Where a guest's page is, and the list that its reader came from, as it was. */
export type GuestPlace = { guest: string; list: string; query: string }

/** The list's own words of an address, as a page about a guest hands them on in `back`. */
export function placeIn(params: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams()
  for (const word of listWords) {
    for (const value of params.getAll(word)) if (value) kept.append(word, value.slice(0, 200))
  }
  return kept
}

/** The addresses of a guest's page and of the list, both as one came from. */
export function guestPlace(event: string, id: string, params: URLSearchParams): GuestPlace {
  const list = `/organize/events/${event}/registrations`
  const kept = placeIn(new URLSearchParams(params.get('back') ?? ''))
  const query = backQuery(kept)
  return { guest: `${list}/${id}${query}`, list: kept.size > 0 ? `${list}?${kept}` : list, query }
}

/** What a link to a guest adds, so that “back” leads to the same list. */
export function backQuery(place: URLSearchParams): string {
  return place.size > 0 ? `?${new URLSearchParams({ back: place.toString() })}` : ''
}
