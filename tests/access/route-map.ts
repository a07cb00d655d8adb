import type { RouteConfigEntry } from '@remix-run/route-config'
import routes from '#app/routes.ts'

/** The routes that an address leads to, as a list: what stands in a layout has its whole path already. */
export const routeMap = leaves(routes)

function leaves(entries: readonly RouteConfigEntry[]): RouteConfigEntry[] {
  return entries.flatMap((entry) => (entry.children ? leaves(entry.children) : [entry]))
}
