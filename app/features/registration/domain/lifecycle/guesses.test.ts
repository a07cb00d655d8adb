import { describe, expect, it } from 'vitest'
import { testDatabase } from '#tests/database.ts'
import { visitor } from '#tests/factories/contexts.ts'
import { category, event } from '#tests/factories/events.ts'
import { registerAttendee } from './register-attendee.server.ts'

await testDatabase()

const wish = (email: string, over: object) => ({
  name: 'Lê An',
  email,
  organization: '',
  position: '',
  language: 'vi' as const,
  category: 'press',
  code: '',
  consent: true as const,
  ...over,
})

const register = (slug: string, email: string, over: object) =>
  registerAttendee(visitor(), slug, wish(email, over))

describe('an access code', () => {
  it('is not found by trying, however fast, and right ones go on counting for nobody else', async () => {
    const made = await event()
    await category(made, { code: 'press', accessCode: 'báo-chí' })
    const guesser = visitor()
    const guess = (n: number, code: string) =>
      registerAttendee(guesser, made.slug, wish(`a${n}@example.org`, { category: 'press', code }))
    const tries = await Promise.allSettled(Array.from({ length: 40 }, (_, n) => guess(n, `sai-${n}`)))
    const codes = tries.map((one) => one.status === 'rejected' && (one.reason as { code: string }).code)
    expect(codes.filter((code) => code === 'code-wrong')).toHaveLength(10)
    expect(codes.filter((code) => code === 'codes-tried')).toHaveLength(30)
    await expect(guess(41, 'báo-chí')).rejects.toMatchObject({
      code: 'codes-tried',
      kind: 'too-many',
      details: { retryAfter: expect.any(Number) },
    })
    expect(await register(made.slug, 'an@example.org', { category: 'press', code: 'báo-chí' })).toMatchObject(
      {
        kind: 'registered',
      },
    )
  })

  it('tells nobody who is registered already', async () => {
    const made = await event()
    await category(made, { code: 'press', accessCode: 'báo' })
    await register(made.slug, 'an@example.org', { code: 'báo' })
    for (const code of ['sai', '']) {
      for (const address of ['an@example.org', 'binh@example.org']) {
        await expect(register(made.slug, address, { code })).rejects.toMatchObject({ code: 'code-wrong' })
      }
    }
  })

  it('that is right uses nothing up', async () => {
    const made = await event()
    await category(made, { code: 'press', accessCode: 'báo-chí' })
    const newsroom = visitor()
    const press = Array.from({ length: 35 }, (_, n) =>
      registerAttendee(
        newsroom,
        made.slug,
        wish(`a${n}@example.org`, { category: 'press', code: 'BÁO-CHÍ' }),
      ),
    )
    for (const one of await Promise.all(press)) expect(one.kind).toBe('registered')
  })

  it('guessed from everywhere leaves fewer tries to everybody, and always in whoever knows it', async () => {
    const made = await event()
    await category(made, { code: 'press', accessCode: 'báo-chí' })
    const guess = (ctx: ReturnType<typeof visitor>, code: string, email = 'x@example.org') =>
      registerAttendee(ctx, made.slug, wish(email, { category: 'press', code }))
    for (let n = 0; n < 10; n++) {
      const bot = visitor()
      for (let i = 0; i < 10; i++)
        await expect(guess(bot, 'sai')).rejects.toMatchObject({ code: 'code-wrong' })
    }
    const late = visitor()
    for (let i = 0; i < 3; i++) await expect(guess(late, 'sai')).rejects.toMatchObject({ code: 'code-wrong' })
    await expect(guess(late, 'báo-chí')).rejects.toMatchObject({ code: 'codes-tried' })
    const [clumsy, other] = [visitor(), await event()]
    await expect(guess(clumsy, 'bao-chi')).rejects.toMatchObject({ code: 'code-wrong' })
    await expect(guess(clumsy, 'báo-chí')).resolves.toMatchObject({ kind: 'registered' })
    await category(other, { code: 'press', accessCode: 'sen' })
    for (let i = 0; i < 4; i++)
      await expect(
        registerAttendee(clumsy, other.slug, wish('y@example.org', { category: 'press', code: 'sai' })),
      ).rejects.toMatchObject({ code: 'code-wrong' })
  })
})
