import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Hex } from '../protocol/ports.ts'
import type { GovernanceAddresses } from './address-book.ts'
import { addSchema } from './add-schema.ts'
import { createDevChain, type DevChain } from './create-dev-chain.ts'
import { deployGovernance } from './deploy-governance.ts'
import { accessWiringAbi } from './generated/access-wiring.ts'
import { dsoGovernorAbi } from './generated/dso-governor.ts'
import { revenueSplitterAbi } from './generated/revenue-splitter.ts'
import { timelockControllerAbi } from './generated/timelock-controller.ts'
import { zooFacadeAbi } from './generated/zoo-facade.ts'
import { type ChainSession, openSession } from './open-session.ts'

const DAY = 86_400
const holder = (digit: string): Hex => `0x${digit.repeat(40)}`

let chain: DevChain
let deployer: ChainSession
let governance: GovernanceAddresses
beforeAll(async () => {
  chain = await createDevChain({ seed: new Uint8Array([4]) })
  const { rpcUrl, chainId } = chain
  const account = chain.deployer.privateKey
  deployer = openSession({ rpcUrl, chainId, account, pollMs: 5 })
  const revenue = { contributors: holder('3'), operators: holder('4'), research: holder('5') }
  const holders = { guardian: holder('1'), rewards: holder('2'), revenue }
  governance = await deployGovernance(deployer, chain.addresses, holders)
})
afterAll(async () => {
  await chain.stop()
})

describe('deployGovernance', () => {
  test('the deployer may do nothing afterwards', async () => {
    const { wiring } = chain.addresses
    const at = { address: wiring, abi: accessWiringAbi, args: [] } as const
    expect(await deployer.read({ ...at, functionName: 'wired' })).toBe(true)
    const schema = { number: 4n, description: 'late', rule: { kind: 'task-score' } } as const
    await expect(addSchema(deployer, chain.addresses, schema)).rejects.toMatchObject({
      details: { reason: 'AlreadyWired' },
    })
  })

  test('only the governor proposes to the timelock, after two days', async () => {
    const at = { address: governance.timelock, abi: timelockControllerAbi } as const
    const proposer = await deployer.read({ ...at, functionName: 'PROPOSER_ROLE', args: [] })
    const isProposer = async (account: Hex) =>
      await deployer.read({ ...at, functionName: 'hasRole', args: [proposer, account] })
    expect(await isProposer(governance.governor)).toBe(true)
    expect(await isProposer(deployer.account)).toBe(false)
    const admin = await deployer.read({ ...at, functionName: 'DEFAULT_ADMIN_ROLE', args: [] })
    const args = [admin, deployer.account] as const
    expect(await deployer.read({ ...at, functionName: 'hasRole', args })).toBe(false)
    expect(await deployer.read({ ...at, functionName: 'getMinDelay', args: [] })).toBe(
      BigInt(2 * DAY),
    )
  })

  test('governor, facade and splitter are those of this network', async () => {
    const { governor, facade, splitter, timelock } = governance
    const { locks, registry } = chain.addresses
    const governs = { address: governor, abi: dsoGovernorAbi, args: [] } as const
    expect(await deployer.read({ ...governs, functionName: 'token' })).toBe(locks)
    expect(await deployer.read({ ...governs, functionName: 'timelock' })).toBe(timelock)
    const curates = { address: facade, abi: zooFacadeAbi, args: [] } as const
    expect(await deployer.read({ ...curates, functionName: 'registry' })).toBe(registry)
    const splits = { address: splitter, abi: revenueSplitterAbi, args: [] } as const
    expect(await deployer.read({ ...splits, functionName: 'treasury' })).toBe(timelock)
  })
})
