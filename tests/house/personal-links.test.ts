import { expect, it } from 'vitest'
import { maskedPath } from '#app/server/web/edge/masked-path.ts'
import { isPrivatePath } from '#app/server/web/public-paths.ts'
import { routeMap } from '../access/route-map.ts'

/** Every address behind a personal link: whoever reads the log or asks a search engine must not find one. */
const personal = routeMap.flatMap(({ path = '' }) => (path.includes(':token') ? [`/${path}`] : []))

it('no personal link stands in the log, or is one for search engines', () => {
  const token = 'tzqlBH1AVR1gYXcRJePBvH1QYB-764ChKUZHTS0-pl8'
  const told = personal.map((path) => path.replace(':token', token))
  expect(told.length).toBeGreaterThan(30)
  expect(told.filter((path) => maskedPath(path).includes(token))).toEqual([])
  expect(told.filter((path) => !isPrivatePath(path))).toEqual([])
})
