type Size = { width: number; height: number }

/** The largest part of a picture in the shape of `target` around its focal point (in percent), inside the picture. */
export function cutAround(picture: Size, target: Size, focus: { focalX: number; focalY: number }) {
  const scale = Math.min(picture.width / target.width, picture.height / target.height)
  const [width, height] = [Math.round(target.width * scale), Math.round(target.height * scale)]
  const start = (whole: number, part: number, percent: number) =>
    Math.round(Math.min(Math.max((whole * percent) / 100 - part / 2, 0), whole - part))
  return {
    left: start(picture.width, width, focus.focalX),
    top: start(picture.height, height, focus.focalY),
    width,
    height,
  }
}
