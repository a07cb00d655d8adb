import type { GeoContext } from 'd3-geo'

/** Takes a drawing down as the path of an SVG in whole steps from corner to corner, which is short; steps of nothing are left out. */
export class LandPath implements GeoContext {
  text = ''
  private x = 0
  private y = 0
  private start: [number, number] = [0, 0]
  private ring = ''
  private corners = 0

  beginPath(): void {}

  moveTo(x: number, y: number): void {
    this.start = [Math.round(x), Math.round(y)]
    this.ring = ''
    this.corners = 0
    ;[this.x, this.y] = this.start
  }

  lineTo(toX: number, toY: number): void {
    const [stepX, stepY] = [Math.round(toX) - this.x, Math.round(toY) - this.y]
    if (stepX === 0 && stepY === 0) return
    this.ring += `${this.ring !== '' && stepX >= 0 ? ' ' : ''}${stepX}${stepY >= 0 ? ' ' : ''}${stepY}`
    this.corners += 1
    this.x += stepX
    this.y += stepY
  }

  /** Fewer than three corners are no ground: too small to be seen at this size. */
  closePath(): void {
    if (this.corners > 1) this.text += `M${this.start[0]} ${this.start[1]}l${this.ring}z`
  }

  arc(): void {}
}
