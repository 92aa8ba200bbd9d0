#!/usr/bin/env node
/**
 * The `dso` command. In an installed package it runs the compiled sources, because Node strips types
 * only outside of node_modules; in a clone it runs the sources themselves.
 */
import { existsSync } from 'node:fs'

const major = Number.parseInt(process.versions.node, 10)
if (major < 24) {
  console.error(
    `NODE_TOO_OLD: Node 24 or later is needed, this is ${process.versions.node}.\n` +
      'Install Node 24 (https://nodejs.org); in a clone, `npm run dso` brings its own.',
  )
  process.exit(3)
}

const compiled = new URL('../dist/cli/main.js', import.meta.url)
await import(
  existsSync(compiled) ? compiled.href : new URL('../src/cli/main.ts', import.meta.url).href
)
