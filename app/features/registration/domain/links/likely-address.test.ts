import { describe, expect, it } from 'vitest'
import { likelyAddress } from './likely-address.ts'

describe('what address was meant', () => {
  it.each([
    ['lan@gmial.com', 'lan@gmail.com'],
    ['lan@gmai.com', 'lan@gmail.com'],
    ['lan@gmaill.com', 'lan@gmail.com'],
    ['lan@gamil.com', 'lan@gmail.com'],
    ['Lan.Anh+x@GMIAL.COM', 'Lan.Anh+x@gmail.com'],
    ['lan@gmail.con', 'lan@gmail.com'],
    ['lan@gmial.con', 'lan@gmail.com'],
    ['lan@hotmial.com', 'lan@hotmail.com'],
    ['lan@hotmail', 'lan@hotmail.com'],
    ['lan@hotmial', 'lan@hotmail.com'],
    ['lan@yaho.com', 'lan@yahoo.com'],
    ['lan@yahoo.com.vm', 'lan@yahoo.com.vn'],
    ['lan@outlok.com', 'lan@outlook.com'],
    ['lan@example.con', 'lan@example.com'],
    ['lan@hust.edu.vm', 'lan@hust.edu.vn'],
  ])('%s → %s', (typed, meant) => {
    expect(likelyAddress(typed)).toBe(meant)
  })

  it.each([
    'lan@gmail.com',
    'lan@yahoo.com',
    'lan@yahoo.com.vn',
    'lan@mail.com',
    'lan@email.com',
    'lan@ymail.com',
    'lan@example.org',
    'lan@company.co',
    'lan@danaff.vn',
    'lan@live.co',
    'gmial.com',
    '@gmial.com',
    'lan@',
    '',
  ])('%s is left alone', (typed) => {
    expect(likelyAddress(typed)).toBeNull()
  })
})
