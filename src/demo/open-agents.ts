import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { createDevChain, type DevChain } from '../chain/create-dev-chain.ts'
import { createLedger } from '../chain/create-ledger.ts'
import { WEI_PER_AI } from '../chain/registry-parameters.ts'
import { sumGas } from '../chain/sum-gas.ts'
import { createNode, type DsoNode } from '../node/create-node.ts'
import { DsoError } from '../protocol/errors.ts'
import type { Encoder, Hex, LanguageModel, StakingLedger, TaskSuite } from '../protocol/ports.ts'
import type { DemoSettings } from './settings.ts'

/** Seconds that an entry takes votes; the demo lets them pass on the chain's own clock. */
export const VOTING_WINDOW_SECONDS = 3600

/** Every account begins with this stake, so that every vote weighs the same. */
const STAKE_WEI = 100n * WEI_PER_AI

/** One agent: a node, its account, and the tools it practises on. */
export interface DemoAgent {
  name: string
  role: 'honest' | 'poisoner'
  tools: readonly string[]
  node: DsoNode
  ledger: StakingLedger
  address: Hex
}

/** A chain and the agents on it. */
export interface DemoNetwork extends AsyncDisposable {
  chain: DevChain
  agents: readonly DemoAgent[]
  /** Gas of every transaction since the network was opened. */
  gasUsed(): Promise<number>
}

/** What {@link openAgents} needs. */
export interface OpenAgentsOptions {
  seed: number
  /** Parent of the agents' folders; emptied first, since the chain is new each time. */
  folder: string
  honest: number
  suite: TaskSuite
  model: LanguageModel
  encoder: Encoder
  settings: DemoSettings
  signal: AbortSignal | undefined
}

/** Starts the chain and every agent's node, each with its own folder, key, wallet, store and port; connects them all. */
export async function openAgents(options: OpenAgentsOptions): Promise<DemoNetwork> {
  const { seed, folder, honest, suite, model, encoder, settings, signal } = options
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const names = [...Array.from({ length: honest }, (_, index) => `agent-${index + 1}`), 'poisoner']
  const secret = (what: string): Uint8Array => sha256(utf8ToBytes(`dso/demo/${seed}/${what}`))
  const chain = await createDevChain({
    seed: secret('chain'),
    accounts: names.map((name) => ({ name, stakeWei: STAKE_WEI })),
    votingWindowSeconds: VOTING_WINDOW_SECONDS,
    ...(signal === undefined ? {} : { signal }),
  })
  const agents: DemoAgent[] = []
  const close = async (): Promise<void> => {
    await Promise.allSettled(agents.map(async ({ node }) => await node.stop()))
    await chain.stop()
  }
  try {
    for (const [index, name] of names.entries()) {
      const account = chain.accounts.get(name)
      if (account === undefined)
        throw new DsoError('OPTION_INVALID', { details: { account: name } })
      const ledger = createLedger({
        rpcUrl: chain.rpcUrl,
        chainId: chain.chainId,
        registry: chain.addresses.registry,
        token: chain.addresses.token,
        account: account.privateKey,
        pollMs: 20,
      })
      const node = await createNode({
        dataFolder: join(folder, name),
        seed: secret(name),
        chainId: chain.chainId,
        model,
        encoder,
        ledger,
        suite,
        useFrom: settings.useFrom,
        challengeBelow: settings.slashBelow,
        trialTasks: settings.trialTasks,
      })
      const role = name === 'poisoner' ? 'poisoner' : 'honest'
      const tools =
        role === 'poisoner' ? [] : suite.domains.filter((_, place) => place % honest === index)
      agents.push({ name, role, tools, node, ledger, address: account.address })
      await node.start()
      for (const { node: other } of agents.slice(0, -1)) {
        const [address] = other.addresses
        if (address !== undefined) await node.dial(address, { signal })
      }
    }
  } catch (error) {
    await close()
    throw error
  }
  const { head } = await sumGas({ rpcUrl: chain.rpcUrl, fromBlock: 2n ** 63n })
  const gasUsed = async (): Promise<number> =>
    Number((await sumGas({ rpcUrl: chain.rpcUrl, fromBlock: head + 1n })).gas)
  return { chain, agents, gasUsed, [Symbol.asyncDispose]: close }
}
