import type { LoaderFunctionArgs } from '@remix-run/node'
import { Refusal } from '#app/shared/errors.ts'
import { accentOf } from './domain/link-at.server.ts'
import { linkCodeIn } from './domain/link-code.ts'
import { linkPng, linkSvg } from './link-picture.server.ts'

/** The QR code of a link, as SVG for print or PNG for everything else; whoever has the code may draw it. */
export async function loader({ params }: LoaderFunctionArgs) {
  const [, text = '', kind] = /^(\w{7})\.(svg|png)$/.exec(params.file ?? '') ?? []
  const code = linkCodeIn(text)
  const accent = code && (await accentOf(code))
  if (!code || accent === null) throw new Refusal('link-missing', 'missing')
  const body = kind === 'svg' ? linkSvg(code, accent) : new Uint8Array(await linkPng(code, accent))
  return new Response(body, {
    headers: {
      'Content-Type': kind === 'svg' ? 'image/svg+xml; charset=utf-8' : 'image/png',
      'Content-Disposition': `inline; filename="${code}.${kind}"`,
      'Cache-Control': 'public, max-age=3600',
    },
  })
}
