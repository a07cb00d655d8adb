import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { doorCode, readDoorCode } from './door-code.server.ts'

it('reads its own codes and no others', () => {
  const id = randomUUID()
  expect(readDoorCode(doorCode(id))).toBe(id)
  expect(readDoorCode(doorCode(id).replace(id, randomUUID()))).toBeNull()
  expect(readDoorCode(`${doorCode(id)}x`)).toBeNull()
  expect(readDoorCode('')).toBeNull()
})
