// Generated from contracts/src/SchemaBook.sol by `npm run generate`. Do not edit.

/** ABI of SchemaBook. */
export const schemaBookAbi = [
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "authority_",
        "type": "address"
      },
      {
        "internalType": "contract IExperienceRegistry",
        "name": "registry_",
        "type": "address"
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
        "internalType": "uint64",
        "name": "schema",
        "type": "uint64"
      },
      {
        "internalType": "contract IScoreKernel",
        "name": "kernel",
        "type": "address"
      }
    ],
    "name": "KernelInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "schema",
        "type": "uint64"
      }
    ],
    "name": "KernelTaken",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "field",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      }
    ],
    "name": "RuleInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "schema",
        "type": "uint64"
      }
    ],
    "name": "SchemaInUse",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "schema",
        "type": "uint64"
      }
    ],
    "name": "SchemaTaken",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "schema",
        "type": "uint64"
      }
    ],
    "name": "SchemaUnknown",
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
        "internalType": "uint64",
        "name": "schema",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "contract IScoreKernel",
        "name": "kernel",
        "type": "address"
      }
    ],
    "name": "KernelAdded",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "schema",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "enum LeafRules.Kind",
        "name": "kind",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint32",
        "name": "leafCount",
        "type": "uint32"
      },
      {
        "indexed": false,
        "internalType": "uint16",
        "name": "lanes",
        "type": "uint16"
      },
      {
        "indexed": false,
        "internalType": "uint16",
        "name": "maxBytes",
        "type": "uint16"
      }
    ],
    "name": "SchemaAdded",
    "type": "event"
  },
  {
    "inputs": [],
    "name": "MAX_AGGREGATE_LEAVES",
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
    "name": "MAX_LANES",
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
    "name": "MAX_OPAQUE_BYTES",
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
        "internalType": "uint64",
        "name": "schema",
        "type": "uint64"
      },
      {
        "internalType": "contract IScoreKernel",
        "name": "kernel",
        "type": "address"
      }
    ],
    "name": "addKernel",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "schema",
        "type": "uint64"
      },
      {
        "components": [
          {
            "internalType": "enum LeafRules.Kind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "uint32",
            "name": "leafCount",
            "type": "uint32"
          },
          {
            "internalType": "uint16",
            "name": "lanes",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "maxBytes",
            "type": "uint16"
          }
        ],
        "internalType": "struct LeafRules.Rule",
        "name": "rule",
        "type": "tuple"
      }
    ],
    "name": "addSchema",
    "outputs": [],
    "stateMutability": "nonpayable",
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
        "internalType": "uint64",
        "name": "schema",
        "type": "uint64"
      }
    ],
    "name": "isKnown",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "schema",
        "type": "uint64"
      }
    ],
    "name": "kernelOf",
    "outputs": [
      {
        "internalType": "contract IScoreKernel",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "registry",
    "outputs": [
      {
        "internalType": "contract IExperienceRegistry",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "schema",
        "type": "uint64"
      }
    ],
    "name": "ruleOf",
    "outputs": [
      {
        "components": [
          {
            "internalType": "enum LeafRules.Kind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "uint32",
            "name": "leafCount",
            "type": "uint32"
          },
          {
            "internalType": "uint16",
            "name": "lanes",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "maxBytes",
            "type": "uint16"
          }
        ],
        "internalType": "struct LeafRules.Rule",
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
        "internalType": "address",
        "name": "newAuthority",
        "type": "address"
      }
    ],
    "name": "setAuthority",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const

/** Creation bytecode of SchemaBook. */
export const schemaBookBytecode =
  '0x60a060405234801561000f575f5ffd5b50604051610f62380380610f6283398101604081905261002e916100b5565b816100388161004b565b506001600160a01b0316608052506100ed565b5f80546001600160a01b0319166001600160a01b0383169081179091556040519081527f2f658b440c35314f52658ea8a740e05b284cdc84dc9ae01e891f21b8933e7cad9060200160405180910390a150565b6001600160a01b03811681146100b2575f5ffd5b50565b5f5f604083850312156100c6575f5ffd5b82516100d18161009e565b60208401519092506100e28161009e565b809150509250929050565b608051610e5661010c5f395f81816101aa01526107290152610e565ff3fe608060405234801561000f575f5ffd5b50600436106100b1575f3560e01c80635ddbfa001161006e5780635ddbfa00146101495780637a9e5e4b146101925780637b103999146101a55780638fb36037146101cc578063bf7e214f146101ed578063e7bc95c8146101fd575f5ffd5b8063091807d6146100b5578063106420a0146100ca57806312b8dd62146100dd57806313cf2d4f146101065780631cb8bf281461012957806328bbe5cd14610140575b5f5ffd5b6100c86100c3366004610ac7565b610206565b005b6100c86100d8366004610afc565b610351565b6100f06100eb366004610b38565b61045e565b6040516100fd9190610b8c565b60405180910390f35b610119610114366004610b38565b610561565b60405190151581526020016100fd565b61013261100081565b6040519081526020016100fd565b61013261040081565b61017a610157366004610b38565b6001600160401b03165f908152600260205260409020546001600160a01b031690565b6040516001600160a01b0390911681526020016100fd565b6100c86101a0366004610bd0565b610597565b61017a7f000000000000000000000000000000000000000000000000000000000000000081565b6101d461060f565b6040516001600160e01b031990911681526020016100fd565b5f546001600160a01b031661017a565b61013261200081565b610212335b5f36610631565b6001600160401b0382165f908152600260205260409020546001600160a01b031615610261576040516308523fd360e01b81526001600160401b03831660048201526024015b60405180910390fd5b61026a82610727565b60046001600160401b0383165f9081526001602052604090205460ff16600481111561029857610298610b58565b1415806102ad57506001600160a01b0381163b155b156102e55760405163c5b34edd60e01b81526001600160401b03831660048201526001600160a01b0382166024820152604401610258565b6001600160401b0382165f8181526002602090815260409182902080546001600160a01b0319166001600160a01b03861690811790915591519182527fca5e5ecbe7f3fd1509c7b9fe8efb39b568b7657a4112b1b0df7cccf14ba9791d91015b60405180910390a25050565b61035a3361020b565b6001600160401b0382165f9081526001602052604081205460ff16600481111561038657610386610b58565b146103af5760405163072cc10b60e01b81526001600160401b0383166004820152602401610258565b6103b882610727565b6103c1816107dc565b6001600160401b0382165f90815260016020526040902081906103e48282610c29565b50506001600160401b0382167f74b2324a989f0d319fd679108003fec2dbfdb58d0ad25a5b7ce927c50e521ebe61041e6020840184610ce0565b61042e6040850160208601610cfb565b61043e6060860160408701610d16565b61044e6080870160608801610d16565b6040516103459493929190610d31565b604080516080810182525f8082526020820181905291810182905260608101919091526001600160401b0382165f9081526001602052604081205460ff1660048111156104ad576104ad610b58565b036104d657604051633c2746f560e01b81526001600160401b0383166004820152602401610258565b6001600160401b0382165f90815260016020526040908190208151608081019092528054829060ff16600481111561051057610510610b58565b600481111561052157610521610b58565b8152905463ffffffff610100820416602083015261ffff650100000000008204811660408401526701000000000000009091041660609091015292915050565b5f806001600160401b0383165f9081526001602052604090205460ff16600481111561058f5761058f610b58565b141592915050565b5f5433906001600160a01b031681146105cd5760405162d1953b60e31b81526001600160a01b0382166004820152602401610258565b816001600160a01b03163b5f03610602576040516361798f2f60e11b81526001600160a01b0383166004820152602401610258565b61060b82610972565b5050565b5f8054600160a01b900460ff1661062557505f90565b50638fb3603760e01b90565b5f5f6106646106475f546001600160a01b031690565b863061065660045f898b610d65565b61065f91610d8c565b6109c5565b91509150816107205763ffffffff8116156106fd575f805460ff60a01b198116600160a01b17909155604051634a63ebf760e11b81526001600160a01b03909116906394c7d7ee906106be90889088908890600401610dc4565b5f604051808303815f87803b1580156106d5575f5ffd5b505af11580156106e7573d5f5f3e3d5ffd5b50505f805460ff60a01b19169055506107209050565b60405162d1953b60e31b81526001600160a01b0386166004820152602401610258565b5050505050565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031662839e676040518163ffffffff1660e01b8152600401602060405180830381865afa158015610782573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906107a69190610e03565b816001600160401b0316116107d9576040516313ce0ddf60e21b81526001600160401b0382166004820152602401610258565b50565b5f60026107ec6020840184610ce0565b60048111156107fd576107fd610b58565b1480610826575060036108136020840184610ce0565b600481111561082457610824610b58565b145b90505f60016108386020850185610ce0565b600481111561084957610849610b58565b1490505f61085a6020850185610ce0565b600481111561086b5761086b610b58565b036108aa576040805163733610f760e11b81526004808201929092526044810191909152631ada5b9960e21b60648201525f6024820152608401610258565b60408051808201825260058152646c616e657360d81b60208201526108e6916108d99060608701908701610d16565b61ffff1684610400610a57565b61092d604051806040016040528060098152602001681b19585990dbdd5b9d60ba1b81525084602001602081019061091e9190610cfb565b63ffffffff1684611000610a57565b6040805180820190915260088152676d6178427974657360c01b602082015261096d906109606080860160608701610d16565b61ffff1683612000610a57565b505050565b5f80546001600160a01b0319166001600160a01b0383169081179091556040519081527f2f658b440c35314f52658ea8a740e05b284cdc84dc9ae01e891f21b8933e7cad9060200160405180910390a150565b6040516001600160a01b038085166024830152831660448201526001600160e01b0319821660648201525f908190819060840160408051601f19818403018152918152602080830180516001600160e01b031663b700961360e01b1781525f808052918290528351939450919290918a5afa15610a4d575f516020805191945081901c150291505b5094509492505050565b81610a6457821515610a70565b821580610a7057508083115b15610a9257838360405163733610f760e11b8152600401610258929190610e1a565b50505050565b80356001600160401b0381168114610aae575f5ffd5b919050565b6001600160a01b03811681146107d9575f5ffd5b5f5f60408385031215610ad8575f5ffd5b610ae183610a98565b91506020830135610af181610ab3565b809150509250929050565b5f5f82840360a0811215610b0e575f5ffd5b610b1784610a98565b92506080601f1982011215610b2a575f5ffd5b506020830190509250929050565b5f60208284031215610b48575f5ffd5b610b5182610a98565b9392505050565b634e487b7160e01b5f52602160045260245ffd5b60058110610b8857634e487b7160e01b5f52602160045260245ffd5b9052565b5f608082019050610b9e828451610b6c565b63ffffffff602084015116602083015261ffff604084015116604083015261ffff606084015116606083015292915050565b5f60208284031215610be0575f5ffd5b8135610b5181610ab3565b600581106107d9575f5ffd5b63ffffffff811681146107d9575f5ffd5b61ffff811681146107d9575f5ffd5b5f8135610c2381610c08565b92915050565b8135610c3481610beb565b60058110610c5057634e487b7160e01b5f52602160045260245ffd5b81546020840135610c6081610bf7565b64ffffffff008160081b1660ff841664ffffffffff198416171784555050505f6040830135610c8e81610c08565b825466ffff0000000000191660289190911b66ffff0000000000161782555061060b610cbc60608401610c17565b825468ffff00000000000000191660389190911b68ffff0000000000000016178255565b5f60208284031215610cf0575f5ffd5b8135610b5181610beb565b5f60208284031215610d0b575f5ffd5b8135610b5181610bf7565b5f60208284031215610d26575f5ffd5b8135610b5181610c08565b60808101610d3f8287610b6c565b63ffffffff94909416602082015261ffff92831660408201529116606090910152919050565b5f5f85851115610d73575f5ffd5b83861115610d7f575f5ffd5b5050820193919092039150565b80356001600160e01b03198116906004841015610dbd576001600160e01b0319600485900360031b81901b82161691505b5092915050565b6001600160a01b03841681526040602082018190528101829052818360608301375f818301606090810191909152601f909201601f1916010192915050565b5f60208284031215610e13575f5ffd5b5051919050565b604081525f83518060408401528060208601606085015e5f606082850101526060601f19601f830116840101915050826020830152939250505056'
