import { beforeAll } from 'vitest'
import { type Right, roleMay } from '#app/shared/permissions/rights.ts'
import { type MemberRole, memberRoles } from '#app/shared/vocabulary.ts'
import type { Answer } from '../requests.ts'
import { runningApp } from '../running-app.ts'
import { routeMap as routes } from './route-map.ts'
import { rules, type Who } from './rules.ts'
import { type World, world } from './worlds.ts'

export type Role = 'visitor' | 'stranger' | MemberRole
export const roles: Role[] = ['visitor', 'stranger', ...memberRoles]
export const map = routes.map(({ path = '', id, file }) => ({
  path,
  id: id ?? file.replace(/\.tsx?$/, ''),
}))
export const ruleOf = (path: string) => rules[path] ?? {}

/** The running app, and two worlds: in `mine` all look and are refused; the stranger is an admin of `theirs`. */
export async function twoWorlds() {
  const app = await runningApp({ env: { WORKER: 'off' } })
  const at = { app } as { app: typeof app; mine: World; theirs: World }
  beforeAll(async () => {
    ;[at.mine, at.theirs] = [await world(), await world()]
  })
  return at
}

/** As the browser posts a document's form, and as the script does. */
const ways = ['', '.data'] as const

/**
 * A form once for each role, by turns as a browser and as a script post it: every form is posted both ways by those who
 * may do it, and by those who may not, since what guards it does not know by which way it was asked.
 */
export function forms(role: Role, paths: { path: string }[]): { path: string; suffix: string }[] {
  return paths.flatMap(({ path }) => {
    const { post } = ruleOf(path)
    const alike = roles.filter((one) => may(one, post) === may(role, post))
    const mine = alike.length === 1 ? ways : ways.filter((_, at) => at === alike.indexOf(role) % 2)
    return mine.map((suffix) => ({ path, suffix }))
  })
}

export const rootAnswers = [200, 202, 404]

/** The answers that a rule allows. Redirects in data are 202, with where to go inside. */
export function expected(
  role: Role,
  who: Who | undefined,
  method: 'GET' | 'POST',
  isData: boolean,
): number[] {
  const asData = (status: number) => (isData && (status === 302 || status === 303) ? 202 : status)
  if (who === undefined) return [405]
  if (typeof who === 'number') return [asData(who)]
  if (may(role, who)) return method === 'GET' ? [200] : isData ? [200, 202, 400, 409] : [200, 303, 400, 409]
  if (who === 'signed-out') return isData && method === 'POST' ? [400] : [asData(302)]
  if (role === 'visitor') return [asData(302)]
  return [role === 'stranger' ? 404 : 403]
}

export function may(role: Role, who: Who | undefined): boolean {
  if (who === undefined || typeof who === 'number') return false
  if (who === 'anyone') return true
  if (role === 'visitor' || who === 'signed-out') return role === 'visitor' && who === 'signed-out'
  if (who === 'signed-in') return true
  const [scope, right] = who.includes(' ') ? who.split(' ') : ['', who]
  if (role === 'stranger') return scope === 'anywhere'
  return roleMay(role, right as Right)
}

export const faultsOf = (url: string, { status }: Answer, wanted: number[]) =>
  wanted.includes(status) ? [] : [`${url}: ${status}, not ${wanted.join(' or ')}`]

/** Words of a world that the role has no part in; whoever has a personal link may read about that person. */
export function leaks(
  { mine, theirs }: Pick<Awaited<ReturnType<typeof twoWorlds>>, 'mine' | 'theirs'>,
  { role, path, url, text }: { role: Role; path: string; url: string; text: string },
): string[] {
  const foreign = role === 'visitor' ? [mine, theirs] : [role === 'stranger' ? mine : theirs]
  if (/^(registrations|speaking)\/:token/.test(path)) return []
  return foreign.filter(({ mark }) => text.includes(mark)).map(({ mark }) => `${url} tells of ${mark}`)
}

export async function cookieOf(role: Role, own: World, other: World): Promise<string> {
  if (role === 'visitor') return ''
  return role === 'stranger' ? other.cookieOf('admin') : own.cookieOf(role)
}

/** A few at a time, each worker with what it keeps for its next item; all faults together. */
export async function fewAtOnce<T, Own = undefined>(
  items: T[],
  work: (item: T, own: { kept?: Own }) => Promise<string[]>,
): Promise<string[]> {
  const waiting = [...items]
  const found: string[] = []
  const take = async () => {
    const own: { kept?: Own } = {}
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift())
      found.push(...(await work(item, own)))
  }
  await Promise.all([take(), take(), take(), take()])
  return found
}
