/** A venue beside the main one, so that it can be removed. */
export function houseNamed(name: { vi: string; en: string }) {
  const nothing = { latitude: null, longitude: null, stepFree: null, lift: null }
  return { ...nothing, name, address: '', city: {}, country: '', wayThere: {}, entrance: {}, parking: {} }
}
