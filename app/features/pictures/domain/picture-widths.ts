/** The widths that pages ask for. */
const widths = [480, 960, 1600, 2400]

/** Those that a picture can be had in, ascending: never wider than itself. */
export function pictureWidths(width: number): number[] {
  return [...new Set(widths.map((one) => Math.min(one, width)))]
}

/** As wide as a logo is kept: twice what the widest list of hosts gives it. */
export const logoWidth = 480
