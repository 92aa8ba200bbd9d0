// Generated from contracts/src/RewardDistributor.sol by `npm run generate`. Do not edit.

/** ABI of RewardDistributor. */
export const rewardDistributorAbi = [
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "authority_",
        "type": "address"
      },
      {
        "internalType": "contract ERC20Burnable",
        "name": "token_",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "disputePeriod_",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "rulingPeriod_",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "bond_",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "authority",
        "type": "address"
      }
    ],
    "name": "AccessManagedInvalidAuthority",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "caller",
        "type": "address"
      },
      {
        "internalType": "uint32",
        "name": "delay",
        "type": "uint32"
      }
    ],
    "name": "AccessManagedRequiredDelay",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "caller",
        "type": "address"
      }
    ],
    "name": "AccessManagedUnauthorized",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "funded",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "proposed",
        "type": "uint256"
      }
    ],
    "name": "NotFunded",
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
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "cumulative",
        "type": "uint256"
      }
    ],
    "name": "ProofInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      }
    ],
    "name": "ProposalInTheWay",
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
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "leafCount",
        "type": "uint256"
      }
    ],
    "name": "RootInvalid",
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
        "name": "until",
        "type": "uint256"
      }
    ],
    "name": "TooEarly",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "since",
        "type": "uint256"
      }
    ],
    "name": "TooLate",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "total",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "wanted",
        "type": "uint256"
      }
    ],
    "name": "TotalExceeded",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "active",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "proposed",
        "type": "uint256"
      }
    ],
    "name": "TotalShrinks",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "enum RewardDistributor.Phase",
        "name": "phase",
        "type": "uint8"
      }
    ],
    "name": "WrongPhase",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "address",
        "name": "authority",
        "type": "address"
      }
    ],
    "name": "AuthorityUpdated",
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
    "name": "BondWithdrawn",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bool",
        "name": "valid",
        "type": "bool"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "winner",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "toWinner",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "burned",
        "type": "uint256"
      }
    ],
    "name": "DisputeRuled",
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
        "name": "cumulative",
        "type": "uint256"
      }
    ],
    "name": "RewardClaimed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "total",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint32",
        "name": "leafCount",
        "type": "uint32"
      }
    ],
    "name": "RootActivated",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "disputer",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "ruleBy",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "evidence",
        "type": "string"
      }
    ],
    "name": "RootDisputed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "by",
        "type": "address"
      }
    ],
    "name": "RootDropped",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "proposer",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "total",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint32",
        "name": "leafCount",
        "type": "uint32"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "activatesAt",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "uri",
        "type": "string"
      }
    ],
    "name": "RootProposed",
    "type": "event"
  },
  {
    "inputs": [],
    "name": "MAX_PERIOD",
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
    "name": "MIN_DISPUTE_PERIOD",
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
    "name": "REWARD_TAG",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      }
    ],
    "name": "activateRoot",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "active",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      },
      {
        "internalType": "uint128",
        "name": "total",
        "type": "uint128"
      },
      {
        "internalType": "uint32",
        "name": "leafCount",
        "type": "uint32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "authority",
    "outputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "bond",
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
    "name": "bondCredits",
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
    "name": "bondsHeld",
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
        "name": "cumulative",
        "type": "uint256"
      },
      {
        "internalType": "uint32",
        "name": "index",
        "type": "uint32"
      },
      {
        "internalType": "bytes32[]",
        "name": "proof",
        "type": "bytes32[]"
      }
    ],
    "name": "claim",
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
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "claimed",
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
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      }
    ],
    "name": "disableRoot",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "disputePeriod",
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
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      },
      {
        "internalType": "string",
        "name": "evidence",
        "type": "string"
      }
    ],
    "name": "disputeRoot",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      }
    ],
    "name": "dropUnruled",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "funded",
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
    "name": "isConsumingScheduledOp",
    "outputs": [
      {
        "internalType": "bytes4",
        "name": "",
        "type": "bytes4"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint32",
        "name": "index",
        "type": "uint32"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "cumulative",
        "type": "uint256"
      }
    ],
    "name": "leafOf",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "proposal",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "proposer",
        "type": "address"
      },
      {
        "internalType": "uint48",
        "name": "activatesAt",
        "type": "uint48"
      },
      {
        "internalType": "uint32",
        "name": "leafCount",
        "type": "uint32"
      },
      {
        "internalType": "enum RewardDistributor.Phase",
        "name": "phase",
        "type": "uint8"
      },
      {
        "internalType": "address",
        "name": "disputer",
        "type": "address"
      },
      {
        "internalType": "uint48",
        "name": "ruleBy",
        "type": "uint48"
      },
      {
        "internalType": "uint128",
        "name": "total",
        "type": "uint128"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      },
      {
        "internalType": "uint32",
        "name": "leafCount",
        "type": "uint32"
      },
      {
        "internalType": "uint128",
        "name": "total",
        "type": "uint128"
      },
      {
        "internalType": "string",
        "name": "uri",
        "type": "string"
      }
    ],
    "name": "proposeRoot",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      },
      {
        "internalType": "bool",
        "name": "valid",
        "type": "bool"
      }
    ],
    "name": "ruleDispute",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "rulingPeriod",
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
        "name": "newAuthority",
        "type": "address"
      }
    ],
    "name": "setAuthority",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "token",
    "outputs": [
      {
        "internalType": "contract ERC20Burnable",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "totalClaimed",
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
    "name": "withdrawBond",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const

/** Creation bytecode of RewardDistributor. */
export const rewardDistributorBytecode =
  '0x610100604052348015610010575f5ffd5b506040516120da3803806120da83398101604081905261002f91610205565b8461003981610163565b50836001600160a01b03163b5f036100925760408051633ce7db2360e01b8152600481019190915260056044820152643a37b5b2b760d91b60648201526001600160a01b03851660248201526084015b60405180910390fd5b60408051808201909152600d81526c191a5cdc1d5d1954195c9a5bd9609a1b60208201526100c090846101b6565b60408051808201909152600c81526b1c9d5b1a5b99d4195c9a5bd960a21b60208201526100ed90836101b6565b600281108061010257506001600160601b0381115b156101435780604051633ce7db2360e01b81526004016100899190604080825260049082015263189bdb9960e21b6060820152602081019190915260800190565b6001600160a01b0390931660805260a09190915260c05260e05250610290565b5f80546001600160a01b0319166001600160a01b0383169081179091556040519081527f2f658b440c35314f52658ea8a740e05b284cdc84dc9ae01e891f21b8933e7cad9060200160405180910390a150565b610e108110806101c8575062278d0081115b156101ea578181604051633ce7db2360e01b8152600401610089929190610254565b5050565b6001600160a01b0381168114610202575f5ffd5b50565b5f5f5f5f5f60a08688031215610219575f5ffd5b8551610224816101ee565b6020870151909550610235816101ee565b6040870151606088015160809098015196999198509695945092505050565b604081525f83518060408401528060208601606085015e5f606082850101526060601f19601f8301168401019150508260208301529392505050565b60805160a05160c05160e051611dae61032c5f395f818161028e015281816109460152818161097301528181610a2e01528181610c300152818161146a015281816114de0152818161166501526116cb01525f81816104100152610db201525f818161025e015261104901525f81816104650152818161062d0152818161078a01528181610afb01528181610e9d01526116a70152611dae5ff3fe608060405234801561000f575f5ffd5b5060043610610187575f3560e01c80639405b75d116100d9578063c884ef8311610093578063ebe110531161006e578063ebe1105314610432578063f3a504f214610445578063faef346d1461044d578063fc0c546a14610460575f5ffd5b8063c884ef83146103e3578063d54ad2a114610402578063e3e1923a1461040b575f5ffd5b80639405b75d14610373578063b195b01c14610386578063bf7e214f1461038f578063c00f4ec0146103b3578063c3621f0a146103c6578063c810b7fe146103d9575f5ffd5b8063627de74511610144578063753ec1031161011f578063753ec103146102ba5780637a9e5e4b1461032c578063842063631461033f5780638fb3603714610352575f5ffd5b8063627de7451461028057806364c9ec6f1461028957806366eb9cec146102b0575f5ffd5b806302fb0c5e1461018b57806304918db2146101df5780630f18c28c146102145780631b2290e7146102275780633e583c0f1461023a5780635bf31d4d14610259575b5f5ffd5b6001546002546101b191906001600160801b03811690600160801b900463ffffffff1683565b604080519384526001600160801b03909216602084015263ffffffff16908201526060015b60405180910390f35b6102067f634ff8cd370f7b8d9c922c6aa71cb70188602c890107e272032f29c3bdee512a81565b6040519081526020016101d6565b610206610222366004611901565b610487565b610206610235366004611999565b610667565b6102066102483660046119d3565b60096020525f908152604090205481565b6102067f000000000000000000000000000000000000000000000000000000000000000081565b610206600a5481565b6102067f000000000000000000000000000000000000000000000000000000000000000081565b6102b86106e6565b005b60035460045460055460065461031893926001600160a01b0380821693600160a01b80840465ffffffffffff90811695600160d01b860463ffffffff1695600160f01b900460ff16948416939290920416906001600160801b031688565b6040516101d6989796959493929190611a27565b6102b861033a3660046119d3565b6107bc565b6102b861034d366004611a9e565b610834565b61035a610890565b6040516001600160e01b031990911681526020016101d6565b6102b8610381366004611ab5565b6108b4565b610206610e1081565b5f546001600160a01b03165b6040516001600160a01b0390911681526020016101d6565b6102b86103c1366004611a9e565b610b65565b6102b86103d4366004611a9e565b610cef565b61020662278d0081565b6102066103f13660046119d3565b60076020525f908152604090205481565b61020660085481565b6102067f000000000000000000000000000000000000000000000000000000000000000081565b6102b8610440366004611b2c565b610d51565b610206610e7a565b6102b861045b366004611b74565b610f1d565b61039b7f000000000000000000000000000000000000000000000000000000000000000081565b5f61049061118a565b6001546002546104f0919063ffffffff600160801b90910481169087166104b8888b8b610667565b8787808060200260200160405190810160405280939291908181526020018383602002808284375f920191909152506111bf92505050565b610524576040516335ee91c360e11b81526001600160a01b0387166004820152602481018690526044015b60405180910390fd5b6001600160a01b0386165f90815260076020526040902054808611610567576040516339b3200d60e01b81526001600160a01b038816600482015260240161051b565b6105718187611bff565b91505f826008546105829190611c18565b6002549091506001600160801b03168111156105c757600254604051634bd964ff60e11b81526001600160801b0390911660048201526024810182905260440161051b565b6001600160a01b0388165f818152600760209081526040918290208a9055600884905581518681529081018a90527ff01da32686223933d8a18a391060918c7f11a3648639edd87ae013e2e2731743910160405180910390a26106546001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001689856112f8565b505061065e61132d565b95945050505050565b604080517f634ff8cd370f7b8d9c922c6aa71cb70188602c890107e272032f29c3bdee512a6020820152469181019190915230606082015263ffffffff841660808201526001600160a01b03831660a082015260c081018290525f906106de9060e001604051602081830303815290604052611357565b949350505050565b6106ee61118a565b335f9081526009602052604081205490819003610720576040516339b3200d60e01b815233600482015260240161051b565b335f908152600960205260408120819055600a8054839290610743908490611bff565b909155505060405181815233907f0d41118e36df44efb77a471fc49fb9c0be0406d802ef95520e9fbf606e65b4559060200160405180910390a26107b16001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001633836112f8565b506107ba61132d565b565b5f5433906001600160a01b031681146107f25760405162d1953b60e31b81526001600160a01b038216600482015260240161051b565b816001600160a01b03163b5f03610827576040516361798f2f60e11b81526001600160a01b038316600482015260240161051b565b6108308261138f565b5050565b61083f6002826113e2565b600554600160a01b900465ffffffffffff1642101561088557600554604051630a8d68c960e21b8152600160a01b90910465ffffffffffff16600482015260240161051b565b61088d61144d565b50565b5f8054600160a01b900460ff166108a657505f90565b638fb3603760e01b5b905090565b6108c0335b5f36611574565b6108c861118a565b6108d36002836113e2565b600554600160a01b900465ffffffffffff1642106109185760055460405163348f2b4160e11b8152600160a01b90910465ffffffffffff16600482015260240161051b565b5f8161092f576005546001600160a01b031661093c565b6004546001600160a01b03165b90505f61096a60027f0000000000000000000000000000000000000000000000000000000000000000611c2b565b90505f610997827f0000000000000000000000000000000000000000000000000000000000000000611bff565b905083156109f4576004805460ff60f01b1916600160f01b179055600580546001600160a01b03191690556001600160a01b0383165f90815260096020526040812080548492906109e9908490611c18565b90915550610a7f9050565b5f600355600480546001600160f81b0319169055600580546001600160d01b0319169055600680546001600160801b0319169055610a52827f0000000000000000000000000000000000000000000000000000000000000000611c18565b6001600160a01b0384165f9081526009602052604081208054909190610a79908490611c18565b90915550505b80600a5f828254610a909190611bff565b9091555050604080518515158152602081018490529081018290526001600160a01b0384169086907f453c4e9689061be327be522dffac9b4007f188ba7696b56490dfabe6b73024799060600160405180910390a3604051630852cd8d60e31b8152600481018290527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906342966c68906024015f604051808303815f87803b158015610b44575f5ffd5b505af1158015610b56573d5f5f3e3d5ffd5b5050505050505061083061132d565b610b706001826113e2565b600454600160a01b900465ffffffffffff16421015610bb95760048054604051630a8d68c960e21b8152600160a01b90910465ffffffffffff169181019190915260240161051b565b604080516060810182528281526006546001600160801b03166020808301829052600454600160d01b810463ffffffff169385018490526001869055600280546001600160a01b031916909317600160801b909402939093179091556001600160a01b039091165f908152600990915290812080547f00000000000000000000000000000000000000000000000000000000000000009290610c5c908490611c18565b9091555050600654600454604080516001600160801b039093168352600160d01b90910463ffffffff16602083015282917fce5995d3c3bdbbc50e99efbf7210d6f8a82f6aa4b6b364373c73864bf1198675910160405180910390a2505f600355600480546001600160f81b0319169055600580546001600160d01b0319169055600680546001600160801b0319169055565b610cf8336108b9565b5f600454600160f01b900460ff166002811115610d1757610d176119f3565b1480610d2557506003548114155b1561088557600480546040516396fe8cdd60e01b815261051b92600160f01b90920460ff169101611c4a565b610d5961118a565b610d646001846113e2565b600454600160a01b900465ffffffffffff164210610dac576004805460405163348f2b4160e11b8152600160a01b90910465ffffffffffff169181019190915260240161051b565b5f610dd77f000000000000000000000000000000000000000000000000000000000000000042611c18565b6004805491925060029160ff60f01b1916600160f01b830217905550600580546001600160d01b0319163365ffffffffffff60a01b19811691909117600160a01b65ffffffffffff8516021790915560405185907f417c36525e3e88d371e15a766fffddeb0e0e49cfeb0bed08f9c1260c04ad56f290610e5c90859088908890611c80565b60405180910390a3610e6c611663565b50610e7561132d565b505050565b600a546040516370a0823160e01b81523060048201525f91906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906370a0823190602401602060405180830381865afa158015610ee2573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610f069190611ca1565b600854610f139190611c18565b6108af9190611bff565b610f26336108b9565b610f2e61118a565b5f600454600160f01b900460ff166002811115610f4d57610f4d6119f3565b14610f725760035460405163bb15f82d60e01b8152600481019190915260240161051b565b841580610f83575063ffffffff8416155b15610fb057604051632ae8cdcd60e21b81526004810186905263ffffffff8516602482015260440161051b565b6002546001600160801b039081169084161015610ff757600254604051631750df8160e01b81526001600160801b039182166004820152908416602482015260440161051b565b610fff610e7a565b836001600160801b0316111561104357611017610e7a565b6040516333fec95760e11b815260048101919091526001600160801b038416602482015260440161051b565b5f61106e7f000000000000000000000000000000000000000000000000000000000000000042611c18565b6040805161010081018252888152336020820181905265ffffffffffff841682840181905263ffffffff8a1660608401819052600160808501525f60a0850181905260c08501526001600160801b038a1660e090940184905260038c9055600480546001600160d01b03199081168517600160a01b9094029390931764ffffffffff60d01b1916600160d01b90920260ff60f01b191691909117600160f01b179055600580549091169055600680546001600160801b03191690921790915590519192509087907ffcc95c65ae4c1b98e4cd229fc49f1da5143cae8772ffe7e76489fdc136b389419061116a9088908a9087908a908a90611cb8565b60405180910390a361117a611663565b5061118361132d565b5050505050565b6111926116ef565b6107ba60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005b9061172f565b5f620100008511806111d15750848410155b156111dd57505f61065e565b825f806111eb600189611bff565b90505b801561127c57600180881614808061120557508188105b1561126f578551830361121e575f94505050505061065e565b5f868461122a81611cff565b95508151811061123c5761123c611d17565b602002602001015190508161125d575f85815260208290526040902061126b565b5f8181526020869052604090205b9450505b50600196871c961c6111ee565b508351811480156112ec5750604080517f212fa76e55009c888aeccb7a3077f8f7bd85e6787cf6c40e732f73b4c1909e2560208201526001600160e01b031960e08a901b169181019190915260448101839052889060640160405160208183030381529060405280519060200120145b98975050505050505050565b6113058383836001611736565b610e7557604051635274afe760e01b81526001600160a01b038416600482015260240161051b565b6107ba5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f006111b9565b5f818051906020012060405160200161137291815260200190565b604051602081830303815290604052805190602001209050919050565b5f80546001600160a01b0319166001600160a01b0383169081179091556040519081527f2f658b440c35314f52658ea8a740e05b284cdc84dc9ae01e891f21b8933e7cad9060200160405180910390a150565b8160028111156113f4576113f46119f3565b600454600160f01b900460ff166002811115611412576114126119f3565b14158061142157506003548114155b1561083057600480546040516396fe8cdd60e01b815261051b92600160f01b90920460ff169101611c4a565b6004546001600160a01b03165f90815260096020526040812080547f00000000000000000000000000000000000000000000000000000000000000009290611496908490611c18565b9091555060029050600454600160f01b900460ff1660028111156114bc576114bc6119f3565b03611510576005546001600160a01b03165f90815260096020526040812080547f0000000000000000000000000000000000000000000000000000000000000000929061150a908490611c18565b90915550505b6003546040513391907f189096c501bf6e6246e93d355e568c763097593ba193e5a74f4b5f096596f33f905f90a35f600355600480546001600160f81b0319169055600580546001600160d01b0319169055600680546001600160801b0319169055565b5f5f6115a761158a5f546001600160a01b031690565b863061159960045f898b611d2b565b6115a291611d52565b611798565b91509150816111835763ffffffff811615611640575f805460ff60a01b198116600160a01b17909155604051634a63ebf760e11b81526001600160a01b03909116906394c7d7ee9061160190889088908890600401611d8a565b5f604051808303815f87803b158015611618575f5ffd5b505af115801561162a573d5f5f3e3d5ffd5b50505f805460ff60a01b19169055506111839050565b60405162d1953b60e31b81526001600160a01b038616600482015260240161051b565b7f0000000000000000000000000000000000000000000000000000000000000000600a5f8282546116949190611c18565b909155506107ba90506001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001633307f000000000000000000000000000000000000000000000000000000000000000061182a565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c156107ba57604051633ee5aeb560e01b815260040160405180910390fd5b80825d5050565b60405163a9059cbb60e01b5f8181526001600160a01b038616600452602485905291602083604481808b5af1925060015f5114831661178c578383151615611780573d5f823e3d81fd5b5f873b113d1516831692505b60405250949350505050565b6040516001600160a01b038085166024830152831660448201526001600160e01b0319821660648201525f908190819060840160408051601f19818403018152918152602080830180516001600160e01b031663b700961360e01b1781525f808052918290528351939450919290918a5afa15611820575f516020805191945081901c150291505b5094509492505050565b611838848484846001611866565b61186057604051635274afe760e01b81526001600160a01b038516600482015260240161051b565b50505050565b6040516323b872dd60e01b5f8181526001600160a01b038781166004528616602452604485905291602083606481808c5af1925060015f511483166118c25783831516156118b6573d5f823e3d81fd5b5f883b113d1516831692505b604052505f60605295945050505050565b80356001600160a01b03811681146118e9575f5ffd5b919050565b803563ffffffff811681146118e9575f5ffd5b5f5f5f5f5f60808688031215611915575f5ffd5b61191e866118d3565b945060208601359350611933604087016118ee565b9250606086013567ffffffffffffffff81111561194e575f5ffd5b8601601f8101881361195e575f5ffd5b803567ffffffffffffffff811115611974575f5ffd5b8860208260051b8401011115611988575f5ffd5b959894975092955050506020019190565b5f5f5f606084860312156119ab575f5ffd5b6119b4846118ee565b92506119c2602085016118d3565b929592945050506040919091013590565b5f602082840312156119e3575f5ffd5b6119ec826118d3565b9392505050565b634e487b7160e01b5f52602160045260245ffd5b60038110611a2357634e487b7160e01b5f52602160045260245ffd5b9052565b8881526001600160a01b038816602082015265ffffffffffff8716604082015263ffffffff861660608201526101008101611a656080830187611a07565b6001600160a01b039490941660a082015265ffffffffffff9290921660c08301526001600160801b031660e09091015295945050505050565b5f60208284031215611aae575f5ffd5b5035919050565b5f5f60408385031215611ac6575f5ffd5b8235915060208301358015158114611adc575f5ffd5b809150509250929050565b5f5f83601f840112611af7575f5ffd5b50813567ffffffffffffffff811115611b0e575f5ffd5b602083019150836020828501011115611b25575f5ffd5b9250929050565b5f5f5f60408486031215611b3e575f5ffd5b83359250602084013567ffffffffffffffff811115611b5b575f5ffd5b611b6786828701611ae7565b9497909650939450505050565b5f5f5f5f5f60808688031215611b88575f5ffd5b85359450611b98602087016118ee565b935060408601356001600160801b0381168114611bb3575f5ffd5b9250606086013567ffffffffffffffff811115611bce575f5ffd5b611bda88828901611ae7565b969995985093965092949392505050565b634e487b7160e01b5f52601160045260245ffd5b81810381811115611c1257611c12611beb565b92915050565b80820180821115611c1257611c12611beb565b5f82611c4557634e487b7160e01b5f52601260045260245ffd5b500490565b60208101611c128284611a07565b81835281816020850137505f828201602090810191909152601f909101601f19169091010190565b65ffffffffffff84168152604060208201525f61065e604083018486611c58565b5f60208284031215611cb1575f5ffd5b5051919050565b6001600160801b038616815263ffffffff8516602082015265ffffffffffff84166040820152608060608201525f611cf4608083018486611c58565b979650505050505050565b5f60018201611d1057611d10611beb565b5060010190565b634e487b7160e01b5f52603260045260245ffd5b5f5f85851115611d39575f5ffd5b83861115611d45575f5ffd5b5050820193919092039150565b80356001600160e01b03198116906004841015611d83576001600160e01b0319600485900360031b81901b82161691505b5092915050565b6001600160a01b03841681526040602082018190525f9061065e9083018486611c5856'
