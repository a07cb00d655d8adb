/** By what the list can stand in order; a minus turns it round. Without one the newest arrivals come first. */
export const listOrders = [
  'name',
  '-name',
  'organization',
  '-organization',
  'state',
  '-state',
  'arrived',
] as const
export type ListOrder = (typeof listOrders)[number]

export type OrderColumn = 'name' | 'organization' | 'state' | 'arrived'

/** The column of an order, and which way it goes. */
export function readOrder(order: ListOrder): { column: OrderColumn; isDescending: boolean } {
  const isDescending = order.startsWith('-')
  return { column: (isDescending ? order.slice(1) : order) as OrderColumn, isDescending }
}

/** What the header of a column leads to: its order, or the other way round when it stands in it already. */
export function nextOrder(column: OrderColumn, present: ListOrder | undefined): ListOrder | undefined {
  if (column === 'arrived') return present === 'arrived' ? undefined : 'arrived'
  return present === column ? `-${column}` : column
}
