// Generated from contracts/src/LockVault.sol by `npm run generate`. Do not edit.

/** ABI of LockVault. */
export const lockVaultAbi = [
  {
    "inputs": [
      {
        "internalType": "contract IERC20",
        "name": "token_",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "withdrawalDelay_",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "unit",
        "type": "uint256"
      }
    ],
    "name": "AmountNotWhole",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "AmountZero",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "CheckpointUnorderedInsertion",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "delegatee",
        "type": "address"
      }
    ],
    "name": "DelegationNotSupported",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "duration",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "longest",
        "type": "uint256"
      }
    ],
    "name": "DurationTooLong",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "timepoint",
        "type": "uint256"
      },
      {
        "internalType": "uint48",
        "name": "clock",
        "type": "uint48"
      }
    ],
    "name": "FutureLookup",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "locks",
        "type": "uint256"
      }
    ],
    "name": "LockUnknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "timepoint",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "oldest",
        "type": "uint256"
      }
    ],
    "name": "LookupTooOld",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "NothingDue",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "name",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      }
    ],
    "name": "ParameterOutOfRange",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ReentrancyGuardReentrantCall",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint8",
        "name": "bits",
        "type": "uint8"
      },
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      }
    ],
    "name": "SafeCastOverflowedUintDowncast",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "SafeERC20FailedOperation",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "end",
        "type": "uint256"
      }
    ],
    "name": "StillLocked",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "releaseAt",
        "type": "uint256"
      }
    ],
    "name": "StillPending",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "expected",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "received",
        "type": "uint256"
      }
    ],
    "name": "TokenTookFee",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "locks",
        "type": "uint256"
      }
    ],
    "name": "TooManyLocks",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "largest",
        "type": "uint256"
      }
    ],
    "name": "TotalTooLarge",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "unlocked",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "required",
        "type": "uint256"
      }
    ],
    "name": "UnlockedTooSmall",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "expiry",
        "type": "uint256"
      }
    ],
    "name": "VotesExpiredSignature",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "delegator",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "fromDelegate",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "toDelegate",
        "type": "address"
      }
    ],
    "name": "DelegateChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "delegate",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "previousVotes",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "newVotes",
        "type": "uint256"
      }
    ],
    "name": "DelegateVotesChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "end",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      }
    ],
    "name": "Locked",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "end",
        "type": "uint256"
      }
    ],
    "name": "Unlocked",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "releaseAt",
        "type": "uint256"
      }
    ],
    "name": "WithdrawalRequested",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "Withdrawn",
    "type": "event"
  },
  {
    "inputs": [],
    "name": "CLOCK_MODE",
    "outputs": [
      {
        "internalType": "string",
        "name": "",
        "type": "string"
      }
    ],
    "stateMutability": "pure",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "HISTORY",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "MAX_DURATION",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "MAX_LOCKS",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "MAX_TOTAL",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "MAX_WITHDRAWAL_DELAY",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "UNIT",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "WEIGHT_PER_UNIT",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "checkpoint",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "clock",
    "outputs": [
      {
        "internalType": "uint48",
        "name": "",
        "type": "uint48"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "delegatee",
        "type": "address"
      }
    ],
    "name": "delegate",
    "outputs": [],
    "stateMutability": "pure",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "delegatee",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      },
      {
        "internalType": "uint8",
        "name": "",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "name": "delegateBySig",
    "outputs": [],
    "stateMutability": "pure",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "delegates",
    "outputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "pure",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "depositOf",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "timepoint",
        "type": "uint256"
      }
    ],
    "name": "getPastTotalSupply",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "timepoint",
        "type": "uint256"
      }
    ],
    "name": "getPastVotes",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "getVotes",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "duration",
        "type": "uint256"
      }
    ],
    "name": "lock",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "end",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "locksOf",
    "outputs": [
      {
        "components": [
          {
            "internalType": "uint128",
            "name": "amount",
            "type": "uint128"
          },
          {
            "internalType": "uint64",
            "name": "start",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "end",
            "type": "uint64"
          }
        ],
        "internalType": "struct ILockVault.Lock[]",
        "name": "",
        "type": "tuple[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "pendingOf",
    "outputs": [
      {
        "components": [
          {
            "internalType": "uint128",
            "name": "amount",
            "type": "uint128"
          },
          {
            "internalType": "uint48",
            "name": "releaseAt",
            "type": "uint48"
          }
        ],
        "internalType": "struct ILockVault.Pending",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "requestWithdrawal",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "releaseAt",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "token",
    "outputs": [
      {
        "internalType": "contract IERC20",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "totalWeight",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      }
    ],
    "name": "unlock",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "unlockedOf",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "remaining",
        "type": "uint256"
      }
    ],
    "name": "weightPerUnit",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "pure",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "withdraw",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "withdrawalDelay",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  }
] as const

/** Creation bytecode of LockVault. */
export const lockVaultBytecode =
  '0x60c060405234801561000f575f5ffd5b5060405161205838038061205883398101604081905261002e916100eb565b816001600160a01b03163b5f0361007d5760408051633ce7db2360e01b8152600481019190915260056044820152643a37b5b2b760d91b60648201525f60248201526084015b60405180910390fd5b80158061008c5750624f1a0081115b156100d55760408051633ce7db2360e01b81526004810191909152600f60448201526e7769746864726177616c44656c617960881b606482015260248101829052608401610074565b6001600160a01b0390911660805260a052610122565b5f5f604083850312156100fc575f5ffd5b82516001600160a01b0381168114610112575f5ffd5b6020939093015192949293505050565b60805160a051611ef26101665f395f81816103170152610c5801525f818161045701528181610647015281816106c70152818161071001526109220152611ef25ff3fe608060405234801561000f575f5ffd5b50600436106101bb575f3560e01c80639ee679e8116100f3578063c3f9ab5811610093578063d32293431161006e578063d3229343146103a4578063e09d3b36146103ac578063f44136a1146103bf578063fc0c546a14610452575f5ffd5b8063c3f9ab5814610369578063caad546e14610389578063cd60fe351461039c575f5ffd5b8063adf54cce116100ce578063adf54cce14610339578063b1724b4614610343578063c2c4c5c11461034e578063c3cda52014610356575f5ffd5b80639ee679e8146102f5578063a238f9df14610308578063a7ab696114610312575f5ffd5b80636198e3391161015e57806391ddadf41161013957806391ddadf4146102af57806396c82e57146102ce5780639ab24eb0146102d65780639d8e2177146102e9575f5ffd5b80636198e339146102815780638e539e8c146102945780638f334b48146102a7575f5ffd5b80633ccfd60b116101995780633ccfd60b1461020b5780634bf5d7e914610213578063587cde1e146102435780635c19a95c1461026c575f5ffd5b80631338736f146101bf57806323e3fbd5146101e55780633a46b1a8146101f8575b5f5ffd5b6101d26101cd366004611c74565b610479565b6040519081526020015b60405180910390f35b6101d26101f3366004611caf565b6107c1565b6101d2610206366004611cc8565b6107fb565b6101d2610816565b604080518082018252600e81526d06d6f64653d74696d657374616d760941b602082015290516101dc9190611cf0565b610254610251366004611caf565b90565b6040516001600160a01b0390911681526020016101dc565b61027f61027a366004611caf565b610952565b005b61027f61028f366004611d25565b610976565b6101d26102a2366004611d25565b610b75565b6101d2600a81565b6102b7610b88565b60405165ffffffffffff90911681526020016101dc565b6101d2610b97565b6101d26102e4366004611caf565b610ba1565b6101d264e8d4a5100081565b6101d2610303366004611d25565b610bac565b6101d2624f1a0081565b6101d27f000000000000000000000000000000000000000000000000000000000000000081565b6101d262eff10081565b6101d263077f880081565b61027f610d39565b61027f610364366004611d3c565b610d5d565b61037c610377366004611caf565b610d81565b6040516101dc9190611d97565b6101d2610397366004611caf565b610e1f565b6101d2610e8e565b6101d2601081565b6101d26103ba366004611d25565b610eb3565b6104266103cd366004611caf565b604080518082019091525f8082526020820152506001600160a01b03165f908152600560209081526040918290208251808401909352546001600160801b0381168352600160801b900465ffffffffffff169082015290565b6040805182516001600160801b0316815260209283015165ffffffffffff1692810192909252016101dc565b6102547f000000000000000000000000000000000000000000000000000000000000000081565b5f610482610ec8565b5f61048c84610eff565b905063077f88008311156104c5576040516308f08db360e11b81526004810184905263077f880060248201526044015b60405180910390fd5b5f816104d05f610f6a565b6001600160d01b03166104e39190611e24565b905064e8d4a510006104fd601e6001600160401b03611e4b565b6105079190611e5e565b61051664e8d4a5100083611e5e565b111561056f5761052b64e8d4a5100082611e5e565b64e8d4a51000610543601e6001600160401b03611e4b565b61054d9190611e5e565b6040516310205b4360e31b8152600481019290925260248201526044016104bc565b61058b61057a610b88565b61058383610fae565b5f9190610fe5565b5050335f8181526003602052604090206105c3919084906105ab90610f6a565b6001600160d01b03166105be9190611e24565b610fff565b835f0361061157604080518681525f6020820181905281830152905133917f44cebfefa4561bee5b61d675ccfd8dc9969fff9cc15e7a4eccccd62af94f9c11919081900360600190a2610630565b61062361061e8542611e24565b611037565b9250610630858385611069565b6040516370a0823160e01b81523060048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906370a0823190602401602060405180830381865afa158015610694573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906106b89190611e75565b90506106ef6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016333089611219565b6040516370a0823160e01b81523060048201525f9082906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906370a0823190602401602060405180830381865afa158015610755573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906107799190611e75565b6107839190611e8c565b90508681146107af576040516374bf1a0360e01b815260048101889052602481018290526044016104bc565b505050506107bb61124f565b92915050565b6001600160a01b0381165f90815260036020526040812064e8d4a51000906107e890610f6a565b6001600160d01b03166107bb9190611e5e565b5f61080582611279565b61080f8383611304565b9392505050565b5f61081f610ec8565b50335f9081526005602090815260408083208151808301909252546001600160801b038116808352600160801b90910465ffffffffffff16928201929092529091829003610882576040516339b3200d60e01b81523360048201526024016104bc565b806020015165ffffffffffff164210156108bf576020810151604051633c1bbe2760e11b815265ffffffffffff90911660048201526024016104bc565b335f818152600560205260409081902080546001600160b01b0319169055517f7084f5476618d8e60b11ef0d7d3f06914655adb8793e28ff7f018d4c76d505d59061090d9085815260200190565b60405180910390a26109496001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163384611443565b5061025161124f565b6040516311333e0b60e21b81526001600160a01b03821660048201526024016104bc565b335f90815260046020526040902080548083106109b057604051634ab3b6e960e11b815260048101849052602481018290526044016104bc565b5f8284815481106109c3576109c3611e9f565b5f9182526020918290206040805160608101825291909201546001600160801b03811682526001600160401b03600160801b8204811694830194909452600160c01b9004909216908201819052909150421015610a44576040808201519051630b5c15df60e11b81526001600160401b0390911660048201526024016104bc565b82610a50600184611e8c565b81548110610a6057610a60611e9f565b905f5260205f2001838581548110610a7a57610a7a611e9f565b5f91825260209091208254910180546001600160801b039092166001600160801b031983168117825583546001600160c01b031990931617600160801b928390046001600160401b039081169093021780825592546001600160c01b03909316600160c01b938490049092169092021790558254839080610afd57610afd611eb3565b5f8281526020812082015f19908101919091550190558051604080830151905133927f3f2f29fa02cc34566ac167b446be0be9e0254cac18eda93b2dfe6a7a7c8affb992610b67926001600160801b039290921682526001600160401b0316602082015260400190565b60405180910390a250505050565b5f610b7f82611279565b6107bb8261147d565b5f610b92426114af565b905090565b5f610b924261147d565b5f6107bb8242611304565b5f5f610bb783610eff565b90505f610bc333610e1f565b905080841115610bf0576040516371c2815560e11b815260048101829052602481018590526044016104bc565b610c20610bfb610b88565b61058384610c085f610f6a565b6001600160d01b0316610c1b9190611e8c565b610fae565b5050335f818152600360205260409020610c5391908490610c4090610f6a565b6001600160d01b03166105be9190611e8c565b610c7d7f000000000000000000000000000000000000000000000000000000000000000042611e24565b335f908152600560205260409020805491945090610cae90610ca99087906001600160801b0316611e24565b6114e1565b81546001600160801b0319166001600160801b0391909116178155610cd2846114af565b815465ffffffffffff91909116600160801b0265ffffffffffff60801b19909116178155604080518681526020810186905233917f24b91f4f47caf44230a57777a9be744924e82bf666f2d5702faf97df35e60f9f910160405180910390a2505050919050565b610d59610d44610b88565b610d50610c1b42611514565b60019190610fe5565b5050565b6040516311333e0b60e21b81526001600160a01b03871660048201526024016104bc565b6001600160a01b0381165f908152600460209081526040808320805482518185028101850190935280835260609492939192909184015b82821015610e14575f84815260209081902060408051606081018252918501546001600160801b03811683526001600160401b03600160801b8204811684860152600160c01b9091041690820152825260019092019101610db8565b505050509050919050565b5f610e29826107c1565b6001600160a01b0383165f9081526004602052604081209192505b8154811015610e8757818181548110610e5f57610e5f611e9f565b5f91825260209091200154610e7d906001600160801b031684611e8c565b9250600101610e44565b5050919050565b64e8d4a51000610ea6601e6001600160401b03611e4b565b610eb09190611e5e565b81565b5f610ebd826115c1565b6107bb90600a611e24565b610ed061160c565b610efd60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005b9061164c565b565b5f815f03610f20576040516365e52d5160e11b815260040160405180910390fd5b610f2f64e8d4a5100083611ec7565b15610f5b5760405163a404ea2960e01b81526004810183905264e8d4a5100060248201526044016104bc565b6107bb64e8d4a5100083611e4b565b80545f908015610fa657610f9083610f83600184611e8c565b5f91825260209091200190565b54600160301b90046001600160d01b031661080f565b5f9392505050565b5f6001600160d01b03821115610fe1576040516306dfcc6560e41b815260d06004820152602481018390526044016104bc565b5090565b5f80610ff2858585611653565b915091505b935093915050565b61103161100a610b88565b61101383610fae565b6001600160a01b0385165f9081526003602052604090209190610fe5565b50505050565b5f62093a8060016110488483611e24565b6110529190611e8c565b61105c9190611e4b565b6107bb9062093a80611e5e565b335f9081526004602052604090208054600f190161109d5760405163042b371560e01b8152601060048201526024016104bc565b8060405180606001604052806110b2876114e1565b6001600160801b0390811682526001600160401b034281811660208086019190915288831660409586015286546001810188555f9788528188208751910180549288015197909601518416600160c01b026001600160c01b0397909416600160801b026001600160c01b03199092169416939093179290921793909316929092179055611148906111439085611e8c565b6115c1565b6111529085611e5e565b61115b42611514565b6111659190611e24565b905061117b611172610b88565b610d5083610fae565b506111979050836303bfc400611192600a88611e5e565b6117a3565b6111ab836301dfe200611192600588611e5e565b6111be8362eff100611192600588611e5e565b815433907f44cebfefa4561bee5b61d675ccfd8dc9969fff9cc15e7a4eccccd62af94f9c1190879086906111f490600190611e8c565b6040805193845260208401929092529082015260600160405180910390a25050505050565b6112278484848460016117f4565b61103157604051635274afe760e01b81526001600160a01b03851660048201526024016104bc565b610efd5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f00610ef7565b4281106112b35780611289610b88565b60405163895c4c5160e01b8152600481019290925265ffffffffffff1660248201526044016104bc565b426112c162eff10083611e24565b1161130157806112d462eff10042611e8c565b6112df906001611e24565b604051636811c08160e11b8152600481019290925260248201526044016104bc565b50565b6001600160a01b0382165f9081526003602052604081206113259083611861565b611339906001600160d01b0316600a611e5e565b6001600160a01b0384165f908152600460205260408120805492935091905b8181101561143a575f83828154811061137357611373611e9f565b5f9182526020918290206040805160608101825292909101546001600160801b03811683526001600160401b03600160801b82048116948401859052600160c01b909104169082015291508610806113d857508581604001516001600160401b031611155b156113e35750611432565b6113ff8682604001516001600160401b03166111439190611e8c565b815161141a9064e8d4a51000906001600160801b0316611e4b565b6114249190611e5e565b61142e9086611e24565b9450505b600101611358565b50505092915050565b6114508383836001611904565b61147857604051635274afe760e01b81526001600160a01b03841660048201526024016104bc565b505050565b5f61148782611514565b6114915f84611861565b6114a5906001600160d01b0316600a611e5e565b6107bb9190611e24565b5f65ffffffffffff821115610fe1576040516306dfcc6560e41b815260306004820152602481018390526044016104bc565b5f6001600160801b03821115610fe1576040516306dfcc6560e41b815260806004820152602481018390526044016104bc565b5f5f5f61152084611966565b91509150809250825f0361153757505f9392505050565b5f62093a8060016115488583611e24565b6115529190611e8c565b61155c9190611e4b565b90505f61156a60d183611e24565b90505b80821080156115875750856115858362093a80611e5e565b105b156115b8575f828152600260205260409020546115a49086611e8c565b9450816115b081611eda565b92505061156d565b50505050919050565b5f62eff1008210156115d457505f919050565b6301dfe2008210156115e857506005919050565b6303bfc4008210156115ff576107bb600580611e24565b600a6114a5600580611e24565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c15610efd57604051633ee5aeb560e01b815260040160405180910390fd5b80825d5050565b82545f9081908015611749575f61166f87610f83600185611e8c565b805490915065ffffffffffff80821691600160301b90046001600160d01b03169088168211156116b257604051632520601d60e01b815260040160405180910390fd5b8765ffffffffffff168265ffffffffffff16036116eb57825465ffffffffffff16600160301b6001600160d01b0389160217835561173b565b6040805180820190915265ffffffffffff808a1682526001600160d01b03808a1660208085019182528d54600181018f555f8f81529190912094519151909216600160301b029216919091179101555b9450859350610ff792505050565b50506040805180820190915265ffffffffffff80851682526001600160d01b0380851660208085019182528854600181018a555f8a815291822095519251909316600160301b029190931617920191909155905081610ff7565b6117ad8242611e24565b8310611478578060025f62093a806117c58688611e8c565b6117cf9190611e4b565b81526020019081526020015f205f8282546117ea9190611e24565b9091555050505050565b6040516323b872dd60e01b5f8181526001600160a01b038781166004528616602452604485905291602083606481808c5af1925060015f51148316611850578383151615611844573d5f823e3d81fd5b5f883b113d1516831692505b604052505f60605295945050505050565b81545f90818160058111156118bd575f61187a84611a29565b6118849085611e8c565b5f8881526020902090915081015465ffffffffffff90811690871610156118ad578091506118bb565b6118b8816001611e24565b92505b505b5f6118ca87878585611b81565b905080156118f7576118e187610f83600184611e8c565b54600160301b90046001600160d01b03166118f9565b5f5b979650505050505050565b60405163a9059cbb60e01b5f8181526001600160a01b038616600452602485905291602083604481808b5af1925060015f5114831661195a57838315161561194e573d5f823e3d81fd5b5f873b113d1516831692505b60405250949350505050565b5f80808061197360015490565b90505b808210156119d7575f600261198b8385611e24565b6119959190611e4b565b9050856119ac6119a483611bd7565b600190611c07565b5165ffffffffffff1611156119c3578091506119d1565b6119ce816001611e24565b92505b50611976565b815f036119ea57505f9485945092505050565b5f611a016119a46119fc600186611e8c565b611bd7565b805160209091015165ffffffffffff909116976001600160d01b039091169650945050505050565b5f60018211611a36575090565b816001600160801b8210611a4f5760809190911c9060401b5b680100000000000000008210611a6a5760409190911c9060201b5b6401000000008210611a815760209190911c9060101b5b620100008210611a965760109190911c9060081b5b6101008210611aaa5760089190911c9060041b5b60108210611abd5760049190911c9060021b5b60048210611ac95760011b5b600302600190811c90818581611ae157611ae1611e37565b048201901c90506001818581611af957611af9611e37565b048201901c90506001818581611b1157611b11611e37565b048201901c90506001818581611b2957611b29611e37565b048201901c90506001818581611b4157611b41611e37565b048201901c90506001818581611b5957611b59611e37565b048201901c9050611b78818581611b7257611b72611e37565b04821190565b90039392505050565b5f5b81831015611bcf575f85815260209020838316600285851804019081015465ffffffffffff86811691161115611bbb57809250611bc9565b611bc6816001611e24565b93505b50611b83565b509392505050565b5f63ffffffff821115610fe1576040516306dfcc6560e41b815260206004820152602481018390526044016104bc565b604080518082019091525f8082526020820152825f018263ffffffff1681548110611c3457611c34611e9f565b5f9182526020918290206040805180820190915291015465ffffffffffff81168252600160301b90046001600160d01b0316918101919091529392505050565b5f5f60408385031215611c85575f5ffd5b50508035926020909101359150565b80356001600160a01b0381168114611caa575f5ffd5b919050565b5f60208284031215611cbf575f5ffd5b61080f82611c94565b5f5f60408385031215611cd9575f5ffd5b611ce283611c94565b946020939093013593505050565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b5f60208284031215611d35575f5ffd5b5035919050565b5f5f5f5f5f5f60c08789031215611d51575f5ffd5b611d5a87611c94565b95506020870135945060408701359350606087013560ff81168114611d7d575f5ffd5b9598949750929560808101359460a0909101359350915050565b602080825282518282018190525f918401906040840190835b81811015611e055783516001600160801b0381511684526001600160401b0360208201511660208501526001600160401b03604082015116604085015250606083019250602084019350600181019050611db0565b509095945050505050565b634e487b7160e01b5f52601160045260245ffd5b808201808211156107bb576107bb611e10565b634e487b7160e01b5f52601260045260245ffd5b5f82611e5957611e59611e37565b500490565b80820281158282048414176107bb576107bb611e10565b5f60208284031215611e85575f5ffd5b5051919050565b818103818111156107bb576107bb611e10565b634e487b7160e01b5f52603260045260245ffd5b634e487b7160e01b5f52603160045260245ffd5b5f82611ed557611ed5611e37565b500690565b5f60018201611eeb57611eeb611e10565b506001019056'
