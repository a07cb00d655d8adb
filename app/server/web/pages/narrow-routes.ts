import type { ServerBuild } from '@remix-run/node'
import { unsent } from './unsent-data.ts'

type Route = {
  id: string
  path?: string | undefined
  index?: boolean | undefined
  parentId?: string | undefined
}
type Leaf = { id: string; fits: RegExp }

/**
 * The same build with only the routes that an address can mean, and the frames around them. Remix flattens and ranks the
 * whole map several times for each request and once more while rendering: a quarter of the time of a personal page.
 */
export function narrowBuilds<T>(build: ServerBuild, make: (narrow: ServerBuild) => T): (path: string) => T {
  const leaves = leavesOf(build.routes)
  const made = new Map<string, T>()
  return (path) => {
    const asked = decoded(path.replace(/\.data$/, '').replace(/^\/_root$/, '/'))
    const ids = leaves.flatMap(({ id, fits }) => (fits.test(asked) ? [id] : []))
    const isDocument = !path.endsWith('.data')
    const key = `${isDocument} ${ids.join(' ')}`
    const known = made.get(key)
    if (known) return known
    const narrow = narrowBuild(build, ids)
    const one = make(isDocument ? withUnsentData(narrow) : narrow)
    made.set(key, one)
    return one
  }
}

/** Every route that can be an address by itself, with all addresses that it may be: rather one too many than one too few. */
function leavesOf(routes: Record<string, Route | undefined>): Leaf[] {
  return Object.values(routes).flatMap((route) => {
    if (!route || (route.path === undefined && !route.index)) return []
    const parts: string[] = []
    for (let at: Route | undefined = route; at; at = at.parentId ? routes[at.parentId] : undefined) {
      if (at.path) parts.unshift(at.path)
    }
    const pattern = `/${parts.join('/')}`
      .replace(/\/{2,}/g, '/')
      .replace(/[\\.+^${}()|[\]]/g, '\\$&')
      .replace(/\/\*$/, '(?:/.*)?')
      .replace(/\/:[\w-]+/g, '/[^/]+')
    return [{ id: route.id, fits: new RegExp(`^${pattern}/*$`, 'i') }]
  })
}

function narrowBuild(build: ServerBuild, leaves: string[]): ServerBuild {
  const wanted = new Set<string>(
    Object.values(build.routes).flatMap((one) => (one?.parentId ? [] : (one?.id ?? []))),
  )
  for (const leaf of leaves) {
    for (let id: string | undefined = leaf; id && !wanted.has(id); id = build.routes[id]?.parentId)
      wanted.add(id)
  }
  const only = <R>(routes: Record<string, R>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => wanted.has(id)))
  const assets = { ...build.assets, routes: only(build.assets.routes) }
  return { ...build, routes: only(build.routes), assets }
}

/** Where nothing hydrates, what the loaders found is for the page alone. */
function withUnsentData(build: ServerBuild): ServerBuild {
  const all = Object.values(build.routes).flatMap((route) => (route ? [route] : []))
  const hydrates = all.some(({ module }) => (module.handle as { hydrate?: unknown } | undefined)?.hydrate)
  if (hydrates) return build
  const routes = all.map((route) => {
    const { loader } = route.module
    return [route.id, loader ? { ...route, module: { ...route.module, loader: unsent(loader) } } : route]
  })
  return { ...build, routes: Object.fromEntries(routes) }
}

/** As the router reads a path; what cannot be decoded it takes as it stands. */
function decoded(path: string): string {
  try {
    return path
      .split('/')
      .map((part) => decodeURIComponent(part).replaceAll('/', '%2F'))
      .join('/')
  } catch {
    return path
  }
}
