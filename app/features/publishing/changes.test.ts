import { XMLParser } from 'fast-xml-parser'
import { expect, it } from 'vitest'
import { addSession } from '#app/features/agenda/domain/add-session.server.ts'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { loader as page } from './changes.tsx'
import { loader as feed } from './changes-atom.ts'
import { publishAgenda } from './domain/publish-agenda.server.ts'

await testDatabase()

const asked = (path: string, slug: string) => ({
  request: new Request(`http://localhost:3000${path}`),
  context: {},
  params: { lang: path.slice(1, 3), event: slug },
})

it('tells the changes version by version, on the page and in the feed', async () => {
  const shown = await event({ slug: 'changing' })
  const at = (minutes: number) => new Date(shown.startsAt.getTime() + minutes * 60_000)
  const talk = await addSession(system(), {
    eventId: shown.id,
    kind: 'talk',
    title: { vi: 'Phim & <ảnh>', en: 'Film' },
    startsAt: at(0),
    endsAt: at(10),
  })
  await publishAgenda(system(), { eventId: shown.id })
  await editDraft(system(), {
    eventId: shown.id,
    edits: [{ kind: 'edit', sessionId: talk.id, was: {}, set: { endsAt: at(20).toISOString() } }],
  })
  await publishAgenda(system(), { eventId: shown.id })

  const { data, init } = (await page(asked('/vi/events/changing/changes', 'changing'))) as {
    data: { versions: { number: number; changes: { kind: string }[] }[] }
    init: { headers: Record<string, string> }
  }
  expect(data.versions.map(({ number, changes }) => [number, changes.map((one) => one.kind)])).toEqual([
    [2, ['moved']],
    [1, ['new']],
  ])
  expect(init.headers['Page-Tags']).toBe(`event:${shown.id}`)

  const read = async (lang: string) => {
    const answer = await feed(asked(`/events/changing/changes.atom?lang=${lang}`, 'changing'))
    expect(answer.headers.get('Page-Tags')).toBe(`event:${shown.id}`)
    return answer.text()
  }
  const text = await read('vi')
  expect(await read('vi')).toBe(text)
  const atom = new XMLParser({ ignoreAttributes: false }).parse(text, true).feed
  expect(atom['@_xml:lang']).toBe('vi')
  expect(atom.entry.map((one: { title: string }) => one.title)).toEqual(['Phiên bản 2', 'Phiên bản 1'])
  const ids = [atom.id, ...atom.entry.map((one: { id: string }) => one.id)]
  expect(new Set(ids).size).toBe(3)
  for (const id of ids)
    expect(id).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/)
  expect(text).toContain('Phim &#38;#38; &#38;#60;ảnh&#38;#62;')
  expect(await read('en')).toContain('Version 2')
})
