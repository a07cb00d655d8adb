import { describe, expect, it } from 'vitest'
import { arcPath, filledSeats, pointAt, seatRadius, seatsAround } from './geometry.ts'

const table = { cx: 100, cy: 100, r: 80 }

describe('seats around the table', () => {
  it('starts at the top and goes clockwise', () => {
    const [top, right, bottom, left] = seatsAround(4, table)
    expect(top).toEqual({ x: 100, y: 20, angle: 0, side: 'middle' })
    expect(right).toEqual({ x: 180, y: 100, angle: 90, side: 'start' })
    expect(bottom).toMatchObject({ x: 100, y: 180, side: 'middle' })
    expect(left).toMatchObject({ x: 20, y: 100, side: 'end' })
  })

  it.each(Array.from({ length: 58 }, (_, at) => at + 3))('keeps %i seats apart', (n) => {
    const seats = seatsAround(n, table)
    const radius = seatRadius(n, table.r)
    expect(radius).toBeGreaterThan(0)
    seats.forEach((seat, at) => {
      const next = seats[(at + 1) % n]
      if (next) expect(Math.hypot(seat.x - next.x, seat.y - next.y)).toBeGreaterThan(radius * 2)
    })
  })

  it('sets one seat and none', () => {
    expect(seatsAround(0, table)).toEqual([])
    expect(seatRadius(1, 80)).toBe(19.2)
  })
})

describe('arcs', () => {
  it('draws nothing, a part, more than half, and the whole', () => {
    expect(arcPath(table, 0, 0)).toBe('')
    expect(arcPath(table, 0, 0.25)).toBe('M100 20A80 80 0 0 1 180 100')
    expect(arcPath(table, 0, 0.75)).toBe('M100 20A80 80 0 1 1 20 100')
    expect(arcPath(table, 0, 2).match(/A/g)).toHaveLength(2)
    expect(pointAt(table, 0.5)).toEqual({ x: 100, y: 180 })
  })
})

describe('filled seats', () => {
  it.each([
    [0, 60, 60, 0],
    [1, 1000, 40, 1],
    [999, 1000, 40, 39],
    [1000, 1000, 40, 40],
    [30, 60, 60, 30],
    [5, 0, 12, 0],
  ])('%i of %i on %i seats fills %i', (taken, capacity, n, wanted) => {
    expect(filledSeats(taken, capacity, n)).toBe(wanted)
  })
})
