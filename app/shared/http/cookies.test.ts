import { afterEach, expect, test } from 'vitest'
import { forgetEnv } from '#app/shared/env.server.ts'
import { chosenLocale, clearCookie, localeCookie, readCookie, writeCookie } from './cookies.server.ts'

process.env.DATABASE_URL ??= 'postgres://nobody@127.0.0.1:1/none'
const before = process.env.APP_URL
afterEach(() => {
  process.env.APP_URL = before
  forgetEnv()
})
const sent = (cookie: string) => new Request('http://x', { headers: { Cookie: cookie } })

test('on https a cookie is bound to this host', () => {
  process.env.APP_URL = 'https://events.example.org'
  forgetEnv()
  expect(writeCookie('sign-in', 'a b', { maxAge: 60 })).toBe(
    '__Host-sign-in=a%20b; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure',
  )
  expect(readCookie(sent('sign-in=planted; __Host-sign-in=a%20b'), 'sign-in')).toBe('a b')
  expect(readCookie(sent('sign-in=planted'), 'sign-in')).toBeNull()
})

test('on plain http it has its plain name', () => {
  expect(clearCookie('sign-in')).toBe('sign-in=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0')
  expect(readCookie(sent('sign-in=%zz'), 'sign-in')).toBeNull()
  expect(chosenLocale(localeCookie('en').split(';', 1)[0] ?? '')).toBe('en')
  expect(chosenLocale('lang=fr')).toBeNull()
})
