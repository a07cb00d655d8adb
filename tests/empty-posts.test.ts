import { expect, it } from 'vitest'
import { addressIn } from './access/addresses.ts'
import { routeMap as routes } from './access/route-map.ts'
import { rules } from './access/rules.ts'
import { world } from './access/worlds.ts'
import { send } from './requests.ts'
import { runningApp } from './running-app.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const own = await world()
const cookie = await own.cookieOf('admin')

it.each([
  ['neither type nor body', undefined],
  ['the type of a form and no body', 'application/x-www-form-urlencoded'],
  ['the type of a form with files and no body', 'multipart/form-data; boundary=x'],
])('a post with %s breaks no route of the desk', async (_, type) => {
  const headers: Record<string, string> = type ? { 'Content-Type': type } : {}
  const broken: [string, number][] = []
  for (const { path = '' } of routes) {
    if (rules[path]?.post === undefined || !path.startsWith('organize/')) continue
    const address = addressIn(path, own.params)
    const { status } = await send(app, address, { method: 'POST', cookie, body: '', headers })
    if (status >= 500) broken.push([address, status])
  }
  expect(broken).toEqual([])
})
