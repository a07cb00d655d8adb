import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { undoAct } from '#app/features/acts/domain/undo-act.server.ts'
import { addSession } from '#app/features/agenda/domain/add-session.server.ts'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { addRoom } from '#app/features/agenda/domain/rooms/add-room.server.ts'
import { addTrack } from '#app/features/agenda/domain/rooms/add-track.server.ts'
import { act as acts } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { postForm, signInCookieOf } from '#tests/factories/requests.ts'
import * as roomRemoval from './room-removal.ts'
import * as trackRemoval from './track-removal.ts'

const { db } = await testDatabase()

const session = { kind: 'talk', title: { vi: 'Mở đầu', original: 'vi' } } as const

it.each(['room', 'track'] as const)('a %s that is taken away comes back with its sessions', async (kind) => {
  const body = await organization()
  const made = await event({ hosts: [body] })
  const organizer = await memberOf(body, 'organizer')
  const [ctx, cookie] = [signedIn(organizer), await signInCookieOf(organizer)]
  const place = { eventId: made.id, name: { vi: 'Phòng lớn', original: 'vi' as const } }
  const { id } = await (kind === 'room' ? addRoom(ctx, place) : addTrack(ctx, place))
  await addSession(ctx, { ...session, eventId: made.id, [`${kind}Id`]: id })
  const before = await listDraftSessions(made.id)
  expect(before).toMatchObject([{ [`${kind}Id`]: id }])
  const removal = kind === 'room' ? roomRemoval : trackRemoval
  const request = postForm('/organize', {}, cookie)
  await removal.action({ request, params: { event: made.slug, [kind]: id }, context: {} })
  expect(await listDraftSessions(made.id)).toMatchObject([{ [`${kind}Id`]: null }])
  const [done] = await db.select().from(acts).where(eq(acts.eventId, made.id))
  expect(done).toMatchObject({ verb: `${kind}.removed`, subjectName: 'Phòng lớn' })
  await undoAct(ctx, done?.id ?? '')
  expect(await listDraftSessions(made.id)).toEqual(before)
})
