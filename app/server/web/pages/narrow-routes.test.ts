import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'
import type { RouteConfigEntry } from '@remix-run/route-config'
import { expect, it } from 'vitest'
import routeMap from '#app/routes.ts'
import { narrowBuilds } from './narrow-routes.ts'

type Flat = { id: string; path?: string | undefined; index?: boolean | undefined; parentId?: string }
type Routes = Record<string, Flat>
type RouteObject = Parameters<typeof matchRoutes>[0][number]

const flat = (entries: readonly RouteConfigEntry[], parentId: string): Flat[] =>
  entries.flatMap(({ id, file, path, index, children = [] }) => {
    const own = id ?? file
    return [{ id: own, path, index, parentId }, ...flat(children, own)]
  })
const routes: Routes = Object.fromEntries(
  [{ id: 'root', path: '' }, ...flat(await routeMap, 'root')].map((route) => [route.id, route]),
)

function tree(of: Routes, parentId?: string): RouteObject[] {
  return Object.values(of)
    .filter((route) => route.parentId === parentId)
    .map(({ id, path, index }) => ({
      id,
      ...(path !== undefined && { path }),
      ...(index ? { index: true } : { children: tree(of, id) }),
    })) as RouteObject[]
}

const withModules = Object.fromEntries(
  Object.values(routes).map((route) => [route.id, { ...route, module: {} }]),
)
const build = { routes: withModules, assets: { routes } }
const narrow = narrowBuilds(build as object as ServerBuild, ({ routes: few }) => few as object as Routes)
const everything = tree(routes)
const found = (of: RouteObject[], path: string) =>
  matchRoutes(of, path)?.map(({ route, params }) => [route.id, params])

const addresses = [
  ...Object.values(routes).map(({ path = '' }) => `/${path.replace(/:(\w+)/g, 'x-$1').replace('*', 'a/b')}`),
  ...['/vi', '/VI/Events/Danaff/', '/vi//events/danaff', '/nowhere/at/all', '/vi/events/danaff/nothing/here'],
  ...['/registrations/a%2Fb', '/registrations/%zz', '/vi/events/%C4%90%C3%A0', '/organize/events/x/y/z'],
]

it.each(addresses)('finds among few routes what is found among all: %s', (path) => {
  const few = narrow(path)
  expect(found(tree(few), path)).toEqual(found(everything, path))
  expect(Object.keys(few).length).toBeLessThan(12)
})

it('keeps what it made for addresses that mean the same routes', () => {
  expect(narrow('/registrations/one')).toBe(narrow('/registrations/two'))
  expect(narrow('/registrations/one.data')).toEqual(narrow('/registrations/one'))
})
