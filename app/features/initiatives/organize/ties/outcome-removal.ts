import type { ActionFunctionArgs } from '@remix-run/node'
import { untie } from './untie.server.ts'

export function action({ request, params }: ActionFunctionArgs) {
  return untie(request, params, { what: 'outcome' })
}
