/** The widths that a portrait is kept in, in pixels. */
export const portraitWidths = [96, 192, 384, 800] as const
