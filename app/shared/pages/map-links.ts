export type MappedPlace = { text: string; latitude: number | null; longitude: number | null }

/**
 * The addresses that show a place on the three maps people use: by its coordinates where they are known, else by the words
 * of its address. None of them is asked for anything before somebody follows the link.
 */
export function mapLinks({ text, latitude, longitude }: MappedPlace) {
  const query = (values: Record<string, string>) =>
    new URLSearchParams(values).toString().replaceAll('+', '%20')
  if (latitude === null || longitude === null) {
    return {
      openStreetMap: `https://www.openstreetmap.org/search?${query({ query: text })}`,
      google: `https://www.google.com/maps/search/?${query({ api: '1', query: text })}`,
      apple: `https://maps.apple.com/?${query({ q: text })}`,
    }
  }
  const at = `${latitude},${longitude}`
  const marked = query({ mlat: String(latitude), mlon: String(longitude) })
  return {
    openStreetMap: `https://www.openstreetmap.org/?${marked}#map=17/${latitude}/${longitude}`,
    google: `https://www.google.com/maps/search/?${query({ api: '1', query: at })}`,
    apple: `https://maps.apple.com/?${query({ ll: at, q: text })}`,
  }
}
