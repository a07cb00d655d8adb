import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { announceDraft } from '#app/features/agenda/domain/draft/announce-draft.server.ts'
import { loader as draftStream } from '#app/features/agenda/organize/live.ts'
import { saveNote } from '#app/features/notes/domain/save-note.server.ts'
import { loader as notesStream } from '#app/features/notes/organize/desk/live.ts'
import { changeRole } from '#app/features/organizations/domain/change-role.server.ts'
import { removeMember } from '#app/features/organizations/domain/remove-member.server.ts'
import { withdrawHost } from '#app/features/organizations/domain/withdraw-host.server.ts'
import { signOut } from '#app/features/sign-in/domain/sign-out.server.ts'
import { signOutEverywhere } from '#app/features/sign-in/domain/sign-out-everywhere.server.ts'
import { signIn } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from './database.ts'
import { signedIn, system } from './factories/contexts.ts'
import { event } from './factories/events.ts'
import { memberOf, organization } from './factories/organizations.ts'
import { getPage, signInCookieOf } from './factories/requests.ts'
import { filesNamed, textOf } from './sources.ts'

await testDatabase()

/** Every route that streams to somebody signed in. */
const streams: Record<string, (args: LoaderFunctionArgs) => Promise<Response>> = {
  'app/features/agenda/organize/live.ts': draftStream,
  'app/features/notes/organize/desk/live.ts': notesStream,
}
/** To everybody, of what is public: no right that could end. And the one place that makes the others. */
const others = ['app/server/web/live-streams.server.ts', 'app/shared/http/event-stream.server.ts']

it('knows every place that streams', () => {
  const places = filesNamed(/\.tsx?$/, 'app').filter((path) =>
    /eventStream\(|'Content-Type': 'text\/event-stream/.test(textOf(path)),
  )
  expect(places.sort()).toEqual([...Object.keys(streams), ...others].sort())
})

async function opened(loader: (args: LoaderFunctionArgs) => Promise<Response>) {
  const [body, beside] = [await organization(), await organization()]
  const [admin, member] = [await memberOf(body), await memberOf(body, 'organizer')]
  const of = await event({ hosts: [beside, body] })
  const cookie = await signInCookieOf(member)
  const request = getPage(`/organize/events/${of.slug}/live`, cookie)
  request.headers.set('Accept', 'text/event-stream')
  const answer = await loader({ request, params: { event: of.slug }, context: {} })
  const reader = (answer.body as ReadableStream<Uint8Array>)
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader()
  expect((await reader.read()).value).toContain('retry:')
  const rest = async () => {
    let text = ''
    for (let part = await reader.read(); !part.done; part = await reader.read()) text += part.value
    return text
  }
  return { body, admin: signedIn(admin), member, of, reader, rest }
}

type Opened = Awaited<ReturnType<typeof opened>>

/** What takes the right away, each in its own way. */
const endings: Record<string, (at: Opened) => Promise<unknown>> = {
  'a member who is removed': ({ admin, body, member }) =>
    removeMember(admin, { organizationId: body.id, accountId: member.id }),
  'a role that may not read': ({ admin, body, member }) =>
    changeRole(admin, { organizationId: body.id, accountId: member.id, role: 'door' }),
  'a host that withdraws': ({ admin, body, of }) =>
    withdrawHost(admin, { eventId: of.id, organizationId: body.id }),
  'signing out everywhere': ({ member }) => signOutEverywhere(signedIn(member)),
  'signing out': async ({ member }) => {
    const [held] = await database().select().from(signIn).where(eq(signIn.accountId, member.id))
    const ctx = signedIn(member)
    await signOut({
      ...ctx,
      actor: { kind: 'account', ...member, accountId: member.id, signInId: held?.id ?? '' },
    })
  },
}

describe.each(Object.entries(streams))('%s', (_path, loader) => {
  it.each(Object.entries(endings))(
    'ends with %s, and tells nothing of what comes after',
    async (_name, end) => {
      const at = await opened(loader)
      await end(at)
      await saveNote(system(), {
        eventId: at.of.id,
        noteId: randomUUID(),
        revision: 0,
        content: {
          kind: 'statement',
          text: { vi: 'Chỉ nói ở đây', en: 'In confidence' },
          offRecord: true,
          ownerId: null,
          ownerName: '',
          dueOn: null,
          doneAt: null,
          removed: false,
          sessionId: null,
          personId: null,
          guestName: '',
          saidAt: new Date().toISOString(),
        },
      })
      expect(await at.rest()).not.toContain('In confidence')
    },
  )

  it('goes on for whoever keeps the right when others lose theirs', async () => {
    const at = await opened(loader)
    const other = await memberOf(at.body, 'door')
    await removeMember(at.admin, { organizationId: at.body.id, accountId: other.id })
    const next = at.reader.read()
    await announceDraft(system(), { eventId: at.of.id, edits: [] })
    expect((await next).value).toContain('data: ')
    await at.reader.cancel()
  })
})
