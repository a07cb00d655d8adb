import { redirect } from '@remix-run/node'

/** Tells the server, not the browser, that a form was sent as it was. */
export const nothingChangedHeader = 'Nothing-Changed'

/** Leads on after a form that changed nothing: the page that comes says so, instead of what such a form does. */
export function nothingChanged(to: string): Response {
  return redirect(to, { status: 303, headers: { [nothingChangedHeader]: 'yes' } })
}
