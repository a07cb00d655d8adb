import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { Refusal } from '#app/shared/errors.ts'
import { checkbox, email, oneOf, optionalCount, optionalLine, requiredLine, tickedBox } from './fields.ts'
import { messageFor } from './form-messages.ts'
import { readForm, refuse, refuseField } from './read-form.server.ts'

const schema = z.object({
  name: requiredLine(20),
  email: email(),
  affiliation: optionalLine(),
  locale: oneOf(['vi', 'en']),
  consent: tickedBox(),
  news: checkbox(),
  seats: optionalCount(10),
  topics: z.array(z.string()),
  answers: z.optional(z.record(z.string(), z.string())),
})

const good = { name: 'Đặng  Hoàng Giang ', email: 'giang@example.vn', locale: 'vi', consent: 'on' }

function post(fields: Record<string, string> | [string, string][] | FormData) {
  const body = fields instanceof FormData ? fields : new URLSearchParams(fields)
  return new Request('http://localhost/', { method: 'POST', body })
}

describe('readForm', () => {
  test('gives the typed data', async () => {
    const form = await readForm(
      post([...Object.entries(good), ['topics', 'one'], ['answers.diet', 'chay']]),
      schema,
    )
    expect(form).toMatchObject({
      ok: true,
      data: {
        name: 'Đặng Hoàng Giang',
        email: 'giang@example.vn',
        affiliation: '',
        consent: true,
        news: false,
        seats: null,
        topics: ['one'],
        answers: { diet: 'chay' },
      },
    })
  })

  test('names each fault by a message key and keeps what was typed', async () => {
    const form = await readForm(post({ name: '   ', email: 'a b@c', locale: 'fr', seats: '11' }), schema)
    expect(form).toEqual({
      ok: false,
      values: { name: '   ', email: 'a b@c', locale: 'fr', seats: '11', topics: [] },
      errors: {
        name: { type: 'too_small', message: 'shared.form.missing' },
        email: { type: 'custom', message: 'shared.form.email' },
        locale: { type: 'invalid_value', message: 'shared.form.choose' },
        consent: { type: 'invalid_value', message: 'shared.form.missing' },
        seats: { type: 'too_big', message: 'shared.form.wrong' },
      },
    })
  })

  test('a field that is not there at all is missing, not a bug', async () => {
    const form = await readForm(post({}), schema)
    expect(form.ok === false && form.errors.name).toEqual({
      type: 'invalid_type',
      message: 'shared.form.missing',
    })
  })

  test('reads multipart, and one composed form of each letter', async () => {
    const fields = new FormData()
    for (const [name, value] of Object.entries({ ...good, name: 'Nguyễn'.normalize('NFD') }))
      fields.set(name, value)
    const form = await readForm(post(fields), schema)
    expect(form.ok && form.data.name).toBe('Nguyễn')
  })

  test.each([
    ['NUL in a value', { ...good, name: 'a\0b' }],
    ['NUL in a name', { 'a\0b': 'x' }],
    ['a name that reaches into prototypes', { '__proto__.isAdmin': 'x' }],
  ])('refuses %s', async (_, fields) => {
    await expect(readForm(post(fields), schema)).rejects.toMatchObject({
      code: 'form-unreadable',
      kind: 'invalid',
    })
  })

  test('refuses a body that is no form', async () => {
    const request = new Request('http://localhost/', {
      method: 'POST',
      body: 'nonsense',
      headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
    })
    await expect(readForm(request, schema)).rejects.toBeInstanceOf(Refusal)
  })
})

test('a field can be refused after the schema was content', async () => {
  const form = await readForm(post(good), schema)
  const answer = refuse(refuseField(form, 'email', 'shared.form.email'), { hint: 1 }, 409)
  expect(answer.init?.status).toBe(409)
  expect(answer.data).toMatchObject({
    errors: { email: { message: 'shared.form.email' } },
    values: { email: 'giang@example.vn' },
    hint: 1,
  })
})

test('messages take parameters from their key, and an unknown key gives the general sentence', () => {
  expect(messageFor('shared.form.too-long?max=200')).toContain('200')
  expect(messageFor('nobody.knows.this')).toBe(messageFor('shared.form.wrong'))
})
