import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { eventParts } from '#app/organize/event-parts.ts'
import { overwriteGetLocale } from '#app/paraglide/runtime.js'
import { requestStore, withRequestStore } from '#app/shared/http/request-store.server.ts'
import { roleMay } from '#app/shared/permissions/rights.ts'
import type { MemberRole } from '#app/shared/vocabulary.ts'
import { StandingTasks } from './standing-tasks.tsx'

// As the program does it: other tests of this process speak a language of their own.
overwriteGetLocale(() => requestStore().locale)
const store = { requestId: 't', source: '192.0.2.7', locale: 'en' as const, nonce: '' }

/** The addresses that the overview offers to a role, below the event, in order. */
const offered = (role: MemberRole, published = true) =>
  withRequestStore({ ...store }, () => {
    const parts = eventParts.filter(({ right }) => roleMay(role, right)).map(({ part }) => part)
    const html = renderToStaticMarkup(
      <StandingTasks slug="table" parts={parts} published={published} pending={3} />,
    )
    return [...html.matchAll(/href="([^"]*)"[^>]*>([^<]*)</g)].map(([, href = '', label]) => [
      href.replace(/^.*\/events\/table/, ''),
      label,
    ])
  })

const find = ['/registrations', 'Find a guest']
const approve = ['/registrations?state=pending', 'Approve (3)']
const call = ['/live', 'Call the next one']
const room = ['/live', 'See the room']
const move = ['/agenda/moving', 'Move a session']

it.each<[MemberRole, string[][]]>([
  ['organizer', [find, approve, call, room, move]],
  ['admin', [find, approve, call, room, move]],
  ['rapporteur', [call, room]],
  ['door', [find, room]],
])('an %s has at hand what their part reaches', (role, tasks) => {
  expect(offered(role)).toEqual(tasks)
})

it('a room that nobody may see yet is not offered', () => {
  expect(offered('organizer', false)).toEqual([find, approve, call, move])
})
