import { testCassette } from '../../test/compliance/cassette.ts'
import { createMemoryCassette } from './create-memory-cassette.ts'

testCassette('createMemoryCassette', createMemoryCassette)
