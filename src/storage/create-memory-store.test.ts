import { testStore } from '../../test/compliance/store.ts'
import { createMemoryStore } from './create-memory-store.ts'

testStore('createMemoryStore', createMemoryStore)
