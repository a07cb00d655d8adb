import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { partSize } from '#app/shared/files/store-file.server.ts'
import { withRequestStore } from '#app/shared/http/request-store.server.ts'
import { file, slides } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { linkedSpeaker } from '#tests/factories/linked-speaker.ts'
import { forgetBrokenUploads } from '../domain/forget-broken-uploads.server.ts'
import * as speakingPage from '../speaking.tsx'
import * as uploads from './begin-upload.ts'
import * as slidesRoute from './own-slides.tsx'
import * as slidesFile from './slides-file.ts'
import * as slidesRemoval from './slides-removal.ts'
import * as upload from './upload.ts'
import * as parts from './upload-parts.ts'

const { db } = await testDatabase()

const store = { requestId: 't', source: '192.0.2.1', locale: 'vi' as const, nonce: '' }
const within = <T>(work: () => T) => withRequestStore({ ...store }, work)

async function speaker() {
  const linked = await linkedSpeaker()
  return { ...linked, page: async () => (await within(() => speakingPage.loader(linked.args(null)))).data }
}

describe('slides', () => {
  const pdf = (size: number) => {
    const bytes = new Uint8Array(size).fill(32)
    bytes.set(new TextEncoder().encode('%PDF-1.7\n'))
    return bytes
  }
  async function begin(at: Awaited<ReturnType<typeof speaker>>, name: string, size: number) {
    const fields = { session: at.session.id, name, size: String(size) }
    const response = await within(() => uploads.action(at.args(fields)))
    return (await response.json()) as { id: string; partSize: number }
  }
  const part = (at: Awaited<ReturnType<typeof speaker>>, id: string, offset: number, body: Uint8Array) => {
    const request = new Request(`http://localhost:3000/x?offset=${offset}`, {
      method: 'POST',
      body: new Uint8Array(body),
    })
    return within(() => parts.action({ request, params: { token: at.token, file: id }, context: {} }))
  }

  async function handIn(at: Awaited<ReturnType<typeof speaker>>, name: string, whole: Uint8Array) {
    const { id } = await begin(at, name, whole.length)
    await part(at, id, 0, whole)
  }
  const stored = async (at: Awaited<ReturnType<typeof speaker>>) =>
    (
      await db
        .select({ file })
        .from(file)
        .innerJoin(slides, eq(slides.fileId, file.id))
        .where(eq(slides.personId, at.person.id))
    ).map((row) => row.file)

  it('come in parts, go on where they broke off, and are saved as they were', async () => {
    const at = await speaker()
    const whole = pdf(2 * partSize + 1000)
    const { id } = await begin(at, '../Bài nói "cuối".PDF', whole.length)
    await part(at, id, 0, whole.slice(0, partSize))
    await part(at, id, 0, whole.slice(0, partSize))
    const so = await upload.loader({ ...at.args(null), params: { token: at.token, file: id } })
    expect(await so.json()).toMatchObject({ received: partSize })
    await expect(part(at, id, 2 * partSize, whole.slice(2 * partSize))).rejects.toMatchObject({
      code: 'upload-gap',
    })
    expect((await at.page()).sessions[0]?.slides).toEqual([])
    await part(at, id, partSize, whole.slice(partSize, 2 * partSize))
    const done = await part(at, id, 2 * partSize, whole.slice(2 * partSize))
    expect(await done.json()).toMatchObject({ isDone: true })
    const [handedIn] = (await at.page()).sessions[0]?.slides ?? []
    expect(handedIn).toMatchObject({ name: 'Bài nói cuối.pdf', size: whole.length })
    const saved = await slidesFile.loader({
      ...at.args(null),
      params: { token: at.token, slides: handedIn?.id ?? '' },
    })
    expect(saved.headers.get('Content-Disposition')).toMatch(/^attachment; filename="B_i n_i cu_i.pdf"/)
    expect(Buffer.from(await saved.arrayBuffer()).equals(Buffer.from(whole))).toBe(true)
    await within(() => slidesRemoval.action(at.args({}, { slides: handedIn?.id ?? '' })))
    expect((await at.page()).sessions[0]?.slides).toEqual([])
    expect(await stored(at)).toEqual([])
    await expect(
      within(() => slidesRemoval.action(at.args({}, { slides: handedIn?.id ?? '' }))),
    ).rejects.toMatchObject({ kind: 'missing' })
  })

  it('take the place of those of the same name, and nothing of the earlier stays', async () => {
    const at = await speaker()
    await handIn(at, 'talk.pdf', pdf(3000))
    await handIn(at, 'notes.pdf', pdf(100))
    await handIn(at, 'talk.pdf', pdf(5000))
    const shown = (await at.page()).sessions[0]?.slides.map(({ name, size }) => [name, size])
    expect(shown).toEqual([
      ['notes.pdf', 100],
      ['talk.pdf', 5000],
    ])
    expect((await stored(at)).map((one) => one.size).sort()).toEqual([100, 5000])
  })

  it('fill a share of the store that removing frees again', async () => {
    const at = await speaker()
    const most = 100 * 1024 * 1024
    for (const name of ['1.pdf', '2.pdf', '3.pdf']) await begin(at, name, most)
    await expect(begin(at, '4.pdf', 100)).rejects.toMatchObject({ code: 'slides-share' })
    // The same name again begins anew, and needs no room of its own.
    await begin(at, '3.pdf', most - 5000)
    await handIn(at, '4.pdf', pdf(5000))
    await expect(begin(at, '5.pdf', 1)).rejects.toMatchObject({ code: 'slides-share' })
    const [handedIn] = (await at.page()).sessions[0]?.slides ?? []
    await within(() => slidesRemoval.action(at.args({}, { slides: handedIn?.id ?? '' })))
    await begin(at, '5.pdf', 5000)
  })

  it('are forgotten when they never came whole, or their session is gone', async () => {
    const at = await speaker()
    await begin(at, 'broken.pdf', 100)
    await handIn(at, 'kept.pdf', pdf(200))
    const tomorrow = new Date(Date.now() + 25 * 3_600_000)
    await forgetBrokenUploads({ ...system(), now: new Date() })
    expect(await stored(at)).toHaveLength(2)
    await forgetBrokenUploads({ ...system(), now: tomorrow })
    expect((await stored(at)).map((one) => one.name)).toEqual(['kept.pdf'])
    const [kept] = await stored(at)
    await db.delete(slides).where(eq(slides.fileId, kept?.id ?? ''))
    await forgetBrokenUploads({ ...system(), now: tomorrow })
    expect(
      await db
        .select()
        .from(file)
        .where(eq(file.id, kept?.id ?? '')),
    ).toEqual([])
  })

  it('come in one piece without script', async () => {
    const at = await speaker()
    const body = new FormData()
    body.set('session', at.session.id)
    body.set('file', new File([pdf(5000)], 'talk.pdf'))
    const request = new Request('http://localhost:3000/x', { method: 'POST', body })
    await within(() => slidesRoute.action({ request, params: { token: at.token }, context: {} }))
    expect((await at.page()).sessions[0]?.slides).toMatchObject([{ name: 'talk.pdf' }])
  })

  it('come back with their form when they cannot be taken', async () => {
    const at = await speaker()
    const send = (name: string, content: Uint8Array<ArrayBuffer>) => {
      const body = new FormData()
      body.set('session', at.session.id)
      body.set('file', new File([content], name))
      const request = new Request('http://localhost:3000/x', { method: 'POST', body })
      return within(() => slidesRoute.action({ request, params: { token: at.token }, context: {} }))
    }
    expect(await send('talk.exe', pdf(100))).toMatchObject({
      init: { status: 400 },
      data: {
        errors: { file: { message: 'shared.refusal.slides-kind' } },
        values: { session: at.session.id },
      },
    })
    expect(await send('talk.pdf', new Uint8Array())).toMatchObject({
      init: { status: 400 },
      data: { errors: { file: { message: 'shared.form.missing' } } },
    })
  })

  it.each([
    ['of another kind', 'talk.exe', 100, 'slides-kind'],
    ['with macros by name', 'talk.pptm', 100, 'slides-kind'],
    ['of nothing', 'talk.pdf', 0, 'slides-empty'],
    ['too large', 'talk.pdf', 101 * 1024 * 1024, 'slides-too-large'],
  ])('%s are refused', async (_, name, size, code) => {
    await expect(begin(await speaker(), name, size)).rejects.toMatchObject({ code })
  })

  it('that are not what they are called, or carry macros, are refused, and not kept', async () => {
    const at = await speaker()
    const program = new Uint8Array(100).fill(0)
    program.set(new TextEncoder().encode('MZ'))
    const fake = await begin(at, 'talk.pdf', program.length)
    await expect(part(at, fake.id, 0, program)).rejects.toMatchObject({ code: 'slides-kind' })
    const zip = new Uint8Array(2000)
    zip.set([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 0, 0])
    zip.set(new TextEncoder().encode('Index/x ppt/vbaProject.bin'), 100)
    const macros = await begin(at, 'talk.key', zip.length)
    await expect(part(at, macros.id, 0, zip)).rejects.toMatchObject({ code: 'slides-macros' })
    const renamed = await begin(at, 'talk.pptx', 2000)
    zip.set(new TextEncoder().encode('word/document.xml '), 100)
    await expect(part(at, renamed.id, 0, zip)).rejects.toMatchObject({ code: 'slides-kind' })
    expect(await stored(at)).toEqual([])
  })
})
