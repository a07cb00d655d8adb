import { useLocation } from '@remix-run/react'
import type { ComponentProps, ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { roleMay } from '#app/shared/permissions/rights.ts'
import { OrganizePage } from '#app/ui/shell/organize-page.tsx'
import type { Viewer } from './organizer-frame.server.ts'

type Page = ComponentProps<typeof OrganizePage>
type OrganizerFrameProps = Omit<Page, 'nav' | 'account' | 'children'> & {
  viewer: Viewer
  children: ReactNode
}

/** The desk of somebody signed in: ways to the events, the own organizations, the language, and out. */
export function OrganizerFrame({ viewer, children, ...page }: OrganizerFrameProps) {
  const { pathname } = useLocation()
  const isInitiatives = pathname.startsWith('/organize/initiatives')
  const nav = [
    { href: '/organize', label: m['organize.events.title'](), current: pathname === '/organize' },
    { href: '/organize/initiatives', label: m['initiatives.desk.title'](), current: isInitiatives },
  ]
  const account = { name: viewer.name, email: viewer.email, menu: <Menu viewer={viewer} /> }
  return (
    <OrganizePage {...page} nav={nav} account={account}>
      {children}
    </OrganizePage>
  )
}

function Menu({ viewer }: { viewer: Viewer }) {
  const { pathname, search } = useLocation()
  const other = viewer.locale === 'vi' ? 'en' : 'vi'
  const visible = viewer.organizations.filter(({ role }) => roleMay(role, 'members.read'))
  return (
    <>
      <p className="small faint">{viewer.email}</p>
      {viewer.organizations.some(({ role }) => roleMay(role, 'notes.write')) && (
        <a href="/organize/notes">{m['notes.search.title']()}</a>
      )}
      {visible.map(({ slug, name }) => (
        <a key={slug} href={`/organize/organizations/${slug}/members`}>
          {textIn(name, getLocale())}
        </a>
      ))}
      {viewer.organizations.some(({ role }) => roleMay(role, 'members.edit')) && (
        <a href="/organize/sending-check">{m['organize.menu.sending-check']()}</a>
      )}
      <form method="post" action="/organize/language">
        <input type="hidden" name="locale" value={other} />
        <input type="hidden" name="to" value={`${pathname}${search}`} />
        <button type="submit" lang={other}>
          {other === 'vi' ? 'Tiếng Việt' : 'English'}
        </button>
      </form>
      <form method="post" action="/sign-out">
        <button type="submit">{m['organize.menu.sign-out']()}</button>
      </form>
      <form method="post" action="/sign-out/everywhere">
        <button type="submit">{m['organize.menu.sign-out-everywhere']()}</button>
      </form>
    </>
  )
}
