/** An address with what was chosen of it as its query; what is empty is left out. */
export function chosenAddress(address: string, chosen: Record<string, string | null>): string {
  const query = new URLSearchParams(
    Object.entries(chosen).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  )
  return query.size > 0 ? `${address}?${query}` : address
}
