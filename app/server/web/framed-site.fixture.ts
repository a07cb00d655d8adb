import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import type { RouteConfigEntry } from '@remix-run/route-config'
import * as entry from '#app/entry.server.tsx'
import * as root from '#app/root.tsx'
import routes from '#app/routes.ts'
import { withRequestStore } from '#app/shared/http/request-store.server.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { guardedBuild } from './pages/guarded-build.server.ts'

type Placed = { id: string; parentId: string; path?: string; module: object }

/** These pages of the real map, each inside the layouts it has there; what is in `instead` stands in for its module. */
export async function framedSite(paths: string[], instead: Record<string, object> = {}) {
  const placed = await placedRoutes(routes, 'root', new Set(paths), instead)
  const build = buildOf(placed)
  const handle = createRequestHandler(guardedBuild(build), 'production')
  const store = (locale: Locale) => ({ requestId: 'test', source: '198.51.100.1', locale, nonce: 'n' })
  return (request: Request, locale: Locale = 'vi') => withRequestStore(store(locale), () => handle(request))
}

async function placedRoutes(
  entries: readonly RouteConfigEntry[],
  parentId: string,
  wanted: Set<string>,
  instead: Record<string, object>,
): Promise<Placed[]> {
  const found = await Promise.all(
    entries.map(async ({ id, file, path, children }) => {
      const own = id ?? file.replace(/\.tsx?$/, '')
      const below = children ? await placedRoutes(children, own, wanted, instead) : []
      if (below.length === 0 && !(path !== undefined && wanted.has(path))) return []
      const module: object =
        (path !== undefined && instead[path]) || (await import(/* @vite-ignore */ `../../${file}`))
      return [{ id: own, parentId, ...(path !== undefined && { path }), module }, ...below]
    }),
  )
  return found.flat()
}

function buildOf(placed: Placed[]): ServerBuild {
  const shown = ({ id, parentId, path, module }: Placed) => ({
    id,
    parentId,
    path,
    hasLoader: 'loader' in module,
    hasAction: 'action' in module,
    module: `/assets/${id}.js`,
  })
  const assets = placed.map((one) => [one.id, shown(one)])
  return {
    entry: { module: entry },
    routes: {
      root: { id: 'root', path: '', module: root },
      ...Object.fromEntries(placed.map((one) => [one.id, one])),
    },
    assets: {
      entry: { module: '/assets/entry.js', imports: [] },
      routes: {
        root: { id: 'root', path: '', hasLoader: false, hasAction: false, module: '/assets/root.js' },
        ...Object.fromEntries(assets),
      },
      url: '/assets/manifest.js',
      version: '1',
    },
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    future: {
      v3_singleFetch: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_lazyRouteDiscovery: true,
    } as ServerBuild['future'],
    isSpaMode: false,
    mode: 'production',
  } as ServerBuild
}
