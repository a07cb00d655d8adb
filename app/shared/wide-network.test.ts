import { expect, it } from 'vitest'
import { wideNetwork } from './wide-network.ts'

it.each([
  ['192.0.2.17', '192.0.2'],
  ['::ffff:192.0.2.99', '192.0.2'],
  ['2001:db8:17:1::5', '2001:db8:17'],
  ['2001:0DB8:0017:ffff:1:2:3:4', '2001:db8:17'],
  ['2001:db8::1', '2001:db8:0'],
  ['::1', '0:0:0'],
])('%s is of %s', (address, network) => {
  expect(wideNetwork(address)).toBe(network)
})
