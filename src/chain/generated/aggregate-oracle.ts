// Generated from contracts/src/AggregateOracle.sol by `npm run generate`. Do not edit.

/** ABI of AggregateOracle. */
export const aggregateOracleAbi = [
  {
    "inputs": [
      {
        "internalType": "contract IExperienceRegistry",
        "name": "registry_",
        "type": "address"
      },
      {
        "internalType": "contract IBondVault",
        "name": "bonds_",
        "type": "address"
      },
      {
        "internalType": "contract SchemaBook",
        "name": "schemas_",
        "type": "address"
      },
      {
        "internalType": "contract IJurorWeights",
        "name": "jurors_",
        "type": "address"
      },
      {
        "components": [
          {
            "internalType": "uint64",
            "name": "cap",
            "type": "uint64"
          },
          {
            "internalType": "uint16",
            "name": "qLow",
            "type": "uint16"
          },
          {
            "internalType": "uint32",
            "name": "window",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "shortWindow",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "responsePeriod",
            "type": "uint32"
          },
          {
            "internalType": "uint16",
            "name": "bondMultiple",
            "type": "uint16"
          },
          {
            "internalType": "uint96",
            "name": "requestBond",
            "type": "uint96"
          }
        ],
        "internalType": "struct OracleBooks.Settings",
        "name": "settings_",
        "type": "tuple"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      },
      {
        "internalType": "enum OracleBooks.Status",
        "name": "status",
        "type": "uint8"
      }
    ],
    "name": "AggregateDecided",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      }
    ],
    "name": "AggregateUnknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      },
      {
        "internalType": "uint32",
        "name": "index",
        "type": "uint32"
      }
    ],
    "name": "AlreadyRequested",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "length",
        "type": "uint256"
      }
    ],
    "name": "CidLengthInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "commitment",
        "type": "bytes32"
      }
    ],
    "name": "CommitmentTaken",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "CommitmentZero",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "frozenHash",
        "type": "bytes32"
      }
    ],
    "name": "FrozenSetMismatch",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "InvalidShortString",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "lane",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "lanes",
        "type": "uint256"
      }
    ],
    "name": "LaneInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint32",
        "name": "index",
        "type": "uint32"
      },
      {
        "internalType": "enum LeafRules.Defect",
        "name": "defect",
        "type": "uint8"
      }
    ],
    "name": "LeafDefective",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint32",
        "name": "index",
        "type": "uint32"
      }
    ],
    "name": "LeafInOrder",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint32",
        "name": "index",
        "type": "uint32"
      },
      {
        "internalType": "uint256",
        "name": "leafCount",
        "type": "uint256"
      }
    ],
    "name": "LeafIndexInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint32",
        "name": "count",
        "type": "uint32"
      },
      {
        "internalType": "uint32",
        "name": "index",
        "type": "uint32"
      }
    ],
    "name": "LeafNotProven",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "count",
        "type": "uint256"
      }
    ],
    "name": "MemberCountInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "enum LeafRules.Kind",
        "name": "kind",
        "type": "uint8"
      }
    ],
    "name": "NotAggregable",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "member",
        "type": "uint256"
      },
      {
        "internalType": "enum LeafRules.Defect",
        "name": "defect",
        "type": "uint8"
      }
    ],
    "name": "OpeningDefective",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "member",
        "type": "uint256"
      }
    ],
    "name": "OpeningInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "member",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      }
    ],
    "name": "OpeningOnWrongSide",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "place",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "member",
        "type": "uint256"
      }
    ],
    "name": "OpeningOutOfOrder",
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
        "internalType": "uint256",
        "name": "weight",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "total",
        "type": "uint256"
      }
    ],
    "name": "QuorumMissed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      },
      {
        "internalType": "uint32",
        "name": "index",
        "type": "uint32"
      }
    ],
    "name": "RequestNotOpen",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "count",
        "type": "uint256"
      }
    ],
    "name": "RequestsOpen",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "RootZero",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "given",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "required",
        "type": "bytes32"
      }
    ],
    "name": "SetMismatch",
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
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "page",
        "type": "uint256"
      }
    ],
    "name": "SetNotClosed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "setHash",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      }
    ],
    "name": "SetTaken",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "place",
        "type": "uint256"
      }
    ],
    "name": "SignatureInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "count",
        "type": "uint256"
      }
    ],
    "name": "SignerCountInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      }
    ],
    "name": "SignerIsParty",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "place",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      }
    ],
    "name": "SignerOutOfOrder",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      }
    ],
    "name": "SignerWithoutWeight",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "str",
        "type": "string"
      }
    ],
    "name": "StringTooLong",
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
    "name": "VerdictExpired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "opened",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "total",
        "type": "uint256"
      }
    ],
    "name": "WeightTooSmall",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "WeightZero",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "endsAt",
        "type": "uint256"
      }
    ],
    "name": "WindowOpen",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "endedAt",
        "type": "uint256"
      }
    ],
    "name": "WindowOver",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "weight",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "windowEndsAt",
        "type": "uint256"
      }
    ],
    "name": "AggregateCosigned",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "setHash",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      }
    ],
    "name": "AggregateFinal",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "schema",
        "type": "uint64"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "setHash",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "proposer",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "totalWeight",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "windowEndsAt",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "cid",
        "type": "string"
      }
    ],
    "name": "AggregateProposed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint32",
        "name": "leafIndex",
        "type": "uint32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "refuter",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "burned",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "bounty",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "pooled",
        "type": "uint256"
      }
    ],
    "name": "AggregateRejected",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [],
    "name": "EIP712DomainChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint32",
        "name": "index",
        "type": "uint32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "by",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "challengeEndsAt",
        "type": "uint256"
      }
    ],
    "name": "LeafAnswered",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint32",
        "name": "index",
        "type": "uint32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "requester",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "answerBy",
        "type": "uint256"
      }
    ],
    "name": "LeafRequested",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint32",
        "name": "index",
        "type": "uint32"
      }
    ],
    "name": "RequestClosed",
    "type": "event"
  },
  {
    "inputs": [],
    "name": "BOUNTY_SHARE",
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
    "name": "DEFECT_LANE",
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
    "name": "MAX_BOND_MULTIPLE",
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
    "name": "MAX_CID_BYTES",
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
    "name": "MIN_BOND_MULTIPLE",
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
    "name": "MIN_PERIOD",
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
    "name": "REFUTATION_TAG",
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
    "name": "aggregateCount",
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
        "name": "id",
        "type": "uint256"
      },
      {
        "components": [
          {
            "internalType": "uint32",
            "name": "count",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "index",
            "type": "uint32"
          },
          {
            "internalType": "bytes4",
            "name": "codec",
            "type": "bytes4"
          },
          {
            "internalType": "bytes",
            "name": "payload",
            "type": "bytes"
          },
          {
            "internalType": "bytes32[]",
            "name": "path",
            "type": "bytes32[]"
          }
        ],
        "internalType": "struct OracleBooks.Leaf",
        "name": "leaf",
        "type": "tuple"
      }
    ],
    "name": "answerRequest",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "bondMultiple",
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
    "name": "bonds",
    "outputs": [
      {
        "internalType": "contract IBondVault",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "cap",
    "outputs": [
      {
        "internalType": "uint64",
        "name": "",
        "type": "uint64"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      },
      {
        "components": [
          {
            "internalType": "uint32",
            "name": "count",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "index",
            "type": "uint32"
          },
          {
            "internalType": "bytes4",
            "name": "codec",
            "type": "bytes4"
          },
          {
            "internalType": "bytes",
            "name": "payload",
            "type": "bytes"
          },
          {
            "internalType": "bytes32[]",
            "name": "path",
            "type": "bytes32[]"
          }
        ],
        "internalType": "struct OracleBooks.Leaf",
        "name": "leaf",
        "type": "tuple"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      }
    ],
    "name": "challengeDefect",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      }
    ],
    "name": "challengeEndsAt",
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
        "name": "id",
        "type": "uint256"
      },
      {
        "components": [
          {
            "internalType": "uint32",
            "name": "leafIndex",
            "type": "uint32"
          },
          {
            "internalType": "bytes",
            "name": "payload",
            "type": "bytes"
          },
          {
            "internalType": "bytes32[]",
            "name": "path",
            "type": "bytes32[]"
          },
          {
            "internalType": "uint256",
            "name": "lane",
            "type": "uint256"
          },
          {
            "internalType": "bool",
            "name": "above",
            "type": "bool"
          },
          {
            "internalType": "bytes32[]",
            "name": "roots",
            "type": "bytes32[]"
          },
          {
            "internalType": "uint64[]",
            "name": "weights",
            "type": "uint64[]"
          },
          {
            "components": [
              {
                "internalType": "uint256",
                "name": "member",
                "type": "uint256"
              },
              {
                "internalType": "bytes",
                "name": "payload",
                "type": "bytes"
              },
              {
                "internalType": "bytes32[]",
                "name": "proof",
                "type": "bytes32[]"
              }
            ],
            "internalType": "struct AggregateRefutation.Opening[]",
            "name": "openings",
            "type": "tuple[]"
          },
          {
            "internalType": "bytes32",
            "name": "salt",
            "type": "bytes32"
          }
        ],
        "internalType": "struct OracleBooks.Refutation",
        "name": "r",
        "type": "tuple"
      }
    ],
    "name": "challengeLeaf",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      },
      {
        "internalType": "uint32",
        "name": "index",
        "type": "uint32"
      }
    ],
    "name": "closeRequest",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "commitment",
        "type": "bytes32"
      }
    ],
    "name": "commitRefutation",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "commitment",
        "type": "bytes32"
      }
    ],
    "name": "committedAt",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "blockNumber",
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
        "name": "id",
        "type": "uint256"
      },
      {
        "internalType": "uint48",
        "name": "expiry",
        "type": "uint48"
      },
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "r",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "vs",
            "type": "bytes32"
          }
        ],
        "internalType": "struct VerdictSignatures.Signature[]",
        "name": "signatures",
        "type": "tuple[]"
      }
    ],
    "name": "cosign",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      },
      {
        "internalType": "uint48",
        "name": "expiry",
        "type": "uint48"
      }
    ],
    "name": "cosignatureDigest",
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
    "name": "eip712Domain",
    "outputs": [
      {
        "internalType": "bytes1",
        "name": "fields",
        "type": "bytes1"
      },
      {
        "internalType": "string",
        "name": "name",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "version",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "chainId",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "verifyingContract",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "uint256[]",
        "name": "extensions",
        "type": "uint256[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "setHash",
        "type": "bytes32"
      }
    ],
    "name": "finalRootOf",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      }
    ],
    "name": "finalise",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      }
    ],
    "name": "getAggregate",
    "outputs": [
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "setHash",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "frozenHash",
            "type": "bytes32"
          },
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
            "name": "proposedAt",
            "type": "uint48"
          },
          {
            "internalType": "uint48",
            "name": "windowEndsAt",
            "type": "uint48"
          },
          {
            "internalType": "uint64",
            "name": "schema",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "total",
            "type": "uint64"
          },
          {
            "internalType": "uint48",
            "name": "extendedUntil",
            "type": "uint48"
          },
          {
            "internalType": "uint32",
            "name": "openRequests",
            "type": "uint32"
          },
          {
            "internalType": "enum OracleBooks.Status",
            "name": "status",
            "type": "uint8"
          },
          {
            "internalType": "uint128",
            "name": "bond",
            "type": "uint128"
          }
        ],
        "internalType": "struct OracleBooks.Aggregate",
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
        "name": "id",
        "type": "uint256"
      },
      {
        "internalType": "uint32",
        "name": "leafIndex",
        "type": "uint32"
      },
      {
        "internalType": "uint256",
        "name": "lane",
        "type": "uint256"
      },
      {
        "internalType": "bool",
        "name": "above",
        "type": "bool"
      },
      {
        "internalType": "address",
        "name": "challenger",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      }
    ],
    "name": "hashRefutation",
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
    "name": "jurors",
    "outputs": [
      {
        "internalType": "contract IJurorWeights",
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
        "internalType": "bytes32",
        "name": "setHash",
        "type": "bytes32"
      }
    ],
    "name": "latestOf",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "uint64",
            "name": "schema",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "epoch",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "page",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "root",
            "type": "bytes32"
          },
          {
            "internalType": "string",
            "name": "cid",
            "type": "string"
          }
        ],
        "internalType": "struct OracleBooks.Proposal",
        "name": "p",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "uint64",
            "name": "id",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "merkleRoot",
            "type": "bytes32"
          },
          {
            "internalType": "uint96",
            "name": "bond",
            "type": "uint96"
          },
          {
            "internalType": "uint16",
            "name": "quality",
            "type": "uint16"
          }
        ],
        "internalType": "struct IExperienceRegistry.Member[]",
        "name": "members",
        "type": "tuple[]"
      }
    ],
    "name": "propose",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "qLow",
    "outputs": [
      {
        "internalType": "uint16",
        "name": "",
        "type": "uint16"
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
    "inputs": [],
    "name": "requestBond",
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
        "name": "id",
        "type": "uint256"
      },
      {
        "internalType": "uint32",
        "name": "index",
        "type": "uint32"
      }
    ],
    "name": "requestLeaf",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      }
    ],
    "name": "requests",
    "outputs": [
      {
        "internalType": "address",
        "name": "requester",
        "type": "address"
      },
      {
        "internalType": "uint48",
        "name": "answerBy",
        "type": "uint48"
      },
      {
        "internalType": "bool",
        "name": "closed",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "responsePeriod",
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
    "name": "scale",
    "outputs": [
      {
        "components": [
          {
            "internalType": "uint64",
            "name": "cap",
            "type": "uint64"
          },
          {
            "internalType": "uint16",
            "name": "qLow",
            "type": "uint16"
          }
        ],
        "internalType": "struct AggregateWeights.Scale",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "schemas",
    "outputs": [
      {
        "internalType": "contract SchemaBook",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "shortWindow",
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
        "name": "setHash",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "internalType": "uint32",
            "name": "count",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "index",
            "type": "uint32"
          },
          {
            "internalType": "bytes4",
            "name": "codec",
            "type": "bytes4"
          },
          {
            "internalType": "bytes",
            "name": "payload",
            "type": "bytes"
          },
          {
            "internalType": "bytes32[]",
            "name": "path",
            "type": "bytes32[]"
          }
        ],
        "internalType": "struct OracleBooks.Leaf",
        "name": "leaf",
        "type": "tuple"
      }
    ],
    "name": "verifyFinalLeaf",
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
    "inputs": [],
    "name": "window",
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

/** Creation bytecode of AggregateOracle. */
export const aggregateOracleBytecode =
  '0x6102c0604052348015610010575f5ffd5b50604051614ce9380380614ce983398101604081905261002f916105b5565b604080518082018252600e81526d44534f204167677265676174657360901b602080830191909152825180840190935260018352603160f81b908301529086868686866001600160a01b0385166100c15760408051633ce7db2360e01b815260048101919091526008604482015267726567697374727960c01b60648201525f60248201526084015b60405180910390fd5b6001600160a01b0384166101085760408051633ce7db2360e01b815260048101919091526005604482015264626f6e647360d81b60648201525f60248201526084016100b8565b60408051808201909152600381526206361760ec1b6020820152815161014291906001600160401b031660016701000000000000006104d7565b61017b60405180604001604052806004815260200163714c6f7760e01b815250826020015161ffff1660646103e86104d760201b60201c565b604080518082018252600681526577696e646f7760d01b6020820152908201516101b2919063ffffffff16610e10621275006104d7565b6101fd6040518060400160405280600b81526020016a73686f727457696e646f7760a81b815250826060015163ffffffff16610e10846040015163ffffffff166104d760201b60201c565b6102446040518060400160405280600e81526020016d1c995cdc1bdb9cd954195c9a5bd960921b815250826080015163ffffffff16610e10621275006104d760201b60201c565b6102856040518060400160405280600c81526020016b626f6e644d756c7469706c6560a01b8152508260a0015161ffff16600a6103e86104d760201b60201c565b6102d16040518060400160405280600b81526020016a1c995c5d595cdd109bdb9960aa1b8152508260c001516001600160601b031660026001600160601b0380166104d760201b60201c565b5f816060015163ffffffff16826080015163ffffffff16836040015163ffffffff166102fd91906106d3565b61030791906106d3565b9050610395604051806040016040528060088152602001676c6f6f6b6261636b60c01b815250846001600160a01b031663ebcbd2816040518163ffffffff1660e01b8152600401602060405180830381865afa158015610369573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061038d91906106f8565b835f196104d7565b506001600160a01b03948516608090815293851660a090815292851660c09081529190941660e05283516001600160401b031661010052602084015161ffff90811661012052604085015163ffffffff9081166101405260608601518116610160529385015190931661018052908301519091166101a05201516001600160601b03166101c0526104258261050c565b610280526104328161050c565b6102a0528151602080840191909120610240528151908201206102605246610200526104c16102405161026051604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201529081019290925260608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b6101e052505030610220525061079d9350505050565b818310806104e457508083115b15610506578383604051633ce7db2360e01b81526004016100b892919061073d565b50505050565b5f5f829050601f81511115610536578260405163305a27a960e01b81526004016100b8919061075e565b805161054182610777565b179392505050565b6001600160a01b038116811461055d575f5ffd5b50565b80516001600160401b0381168114610576575f5ffd5b919050565b805161ffff81168114610576575f5ffd5b805163ffffffff81168114610576575f5ffd5b80516001600160601b0381168114610576575f5ffd5b5f5f5f5f5f8587036101608112156105cb575f5ffd5b86516105d681610549565b60208801519096506105e781610549565b60408801519095506105f881610549565b606088015190945061060981610549565b925060e0607f198201121561061c575f5ffd5b5060405160e081016001600160401b038111828210171561064b57634e487b7160e01b5f52604160045260245ffd5b60405261065a60808801610560565b815261066860a0880161057b565b602082015261067960c0880161058c565b604082015261068a60e0880161058c565b606082015261069c610100880161058c565b60808201526106ae610120880161057b565b60a08201526106c0610140880161059f565b60c0820152809150509295509295909350565b808201808211156106f257634e487b7160e01b5f52601160045260245ffd5b92915050565b5f60208284031215610708575f5ffd5b5051919050565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b604081525f61074f604083018561070f565b90508260208301529392505050565b602081525f610770602083018461070f565b9392505050565b80516020808301519190811015610797575f198160200360031b1b821691505b50919050565b60805160a05160c05160e05161010051610120516101405161016051610180516101a0516101c0516101e05161020051610220516102405161026051610280516102a0516143ec6108fd5f395f612d8001525f612d5001525f61308501525f61305d01525f612fb801525f612fe201525f61300c01525f818161038b01528181610b4d01528181610d2601526119d401525f818161066a015261257e01525f81816106150152610a5c01525f81816105ee0152818161191d0152611bb001525f81816103c501526124d801525f81816103ec0152611cb701525f81816103250152611c8b01525f81816104580152611b4301525f81816105260152818161093f01528181610e68015281816110560152818161157001526117df01525f818161029b01528181610b7301528181610d4c015281816112d201528181611a4001528181611f2e015261267501525f81816104c5015261228f01526143ec5ff3fe608060405234801561000f575f5ffd5b506004361061023e575f3560e01c8063799602f111610135578063b624699e116100b4578063c810b7fe11610079578063c810b7fe1461065b578063dc60f9e514610665578063e803f2b31461068c578063f4024f90146106af578063f51e181a146106c2575f5ffd5b8063b624699e146105e9578063ba2b24a014610610578063bbccf15414610637578063be4ebda314610640578063c574f40614610648575f5ffd5b80638e0485d9116100fa5780638e0485d9146105215780639089add81461054857806391aad96c146105c55780639a524cfc146105d8578063b3c714ed146105e1575f5ffd5b8063799602f11461048d5780637b09720b146104ad5780637b103999146104c057806384b0196e146104e757806388f4eb1b14610502575f5ffd5b8063355274ea116101c157806349bc12ec1161018657806349bc12ec146103e75780634b675ff1146104215780636533d53f146104345780636977175e146104535780636b75dbde1461047a575f5ffd5b8063355274ea146103205780633973b8031461035f5780633d21f29614610386578063452f2a03146103ad578063461645bf146103c0575f5ffd5b8063260750d911610207578063260750d9146102d55780632c3f6cc8146102ea57806332aa9e3f146102f257806333105cfb1461030557806334c73c4c14610318575f5ffd5b8062227655146102425780630115ee911461025d5780630129fa901461027057806313267ada14610283578063135c404e14610296575b5f5ffd5b61024a600a81565b6040519081526020015b60405180910390f35b61024a61026b3660046138aa565b6106f2565b61024a61027e366004613909565b6107ad565b61024a61029136600461396c565b610860565b6102bd7f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b039091168152602001610254565b6102e86102e3366004613983565b6108b4565b005b61024a5f5481565b6102e8610300366004613983565b610bd9565b61024a6103133660046139c7565b610dcb565b61024a606081565b6103477f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160401b039091168152602001610254565b61024a7f846279a49a9019543af65508dc93ae194af3ffb1dec305bd7ea1b5efffc099ee81565b61024a7f000000000000000000000000000000000000000000000000000000000000000081565b6102e86103bb36600461396c565b610f67565b61024a7f000000000000000000000000000000000000000000000000000000000000000081565b61040e7f000000000000000000000000000000000000000000000000000000000000000081565b60405161ffff9091168152602001610254565b6102e861042f366004613a5f565b610fc9565b61024a61044236600461396c565b60036020525f908152604090205481565b6102bd7f000000000000000000000000000000000000000000000000000000000000000081565b6102e861048836600461396c565b6111b6565b6104a061049b36600461396c565b61132f565b6040516102549190613ad3565b6102e86104bb366004613be6565b61148b565b6102bd7f000000000000000000000000000000000000000000000000000000000000000081565b6104ef6116cc565b6040516102549796959493929190613c53565b61024a61051036600461396c565b60016020525f908152604090205481565b6102bd7f000000000000000000000000000000000000000000000000000000000000000081565b610597610556366004613ce9565b600260209081525f92835260408084209091529082529020546001600160a01b03811690600160a01b810465ffffffffffff1690600160d01b900460ff1683565b604080516001600160a01b03909416845265ffffffffffff9092166020840152151590820152606001610254565b61024a6105d336600461396c565b61170e565b61024a6103e881565b61024a5f1981565b61024a7f000000000000000000000000000000000000000000000000000000000000000081565b61024a7f000000000000000000000000000000000000000000000000000000000000000081565b61024a610e1081565b61024a609681565b6102e8610656366004613d09565b611720565b61024a6212750081565b61024a7f000000000000000000000000000000000000000000000000000000000000000081565b61069f61069a366004613d09565b611aa1565b6040519015158152602001610254565b6102e86106bd366004613d4c565b611af3565b6106ca611c6e565b6040805182516001600160401b0316815260209283015161ffff169281019290925201610254565b5f5f6106fd84611ce1565b90506107a37fac471309a7ff66b724b14bd33b7770a4a3a856f0713b852a59c5893fb3c077cf85835f0154846002015460018660030160149054906101000a900465ffffffffffff166107509190613de4565b6040805160208101969096528501939093526060840191909152608083015265ffffffffffff90811660a0830152851660c082015260e00160405160208183030381529060405280519060200120611d35565b9150505b92915050565b604080517f846279a49a9019543af65508dc93ae194af3ffb1dec305bd7ea1b5efffc099ee60208083019190915246828401523060608301526080808301999099528251808303909901895260a08201835288519881019890982060c082015263ffffffff9690961660e08701526101008601949094529115156101208501526001600160a01b031661014084015261016080840191909152815180840390910181526101809092019052805191012090565b5f8181526001602090815260408083205483526004909152812060036004820154600160d01b900460ff16600381111561089c5761089c613aab565b146108a7575f6108ad565b80600201545b9392505050565b5f6108be83611d61565b6003810154909150600160d01b900465ffffffffffff164210610916576003810154604051635e71f8b560e01b815260048101859052600160d01b90910465ffffffffffff1660248201526044015b60405180910390fd5b60048181015460405163095c6eb160e11b81526001600160401b03909116918101919091525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906312b8dd6290602401608060405180830381865afa15801561098c573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906109b09190613e3b565b6020015163ffffffff169050808363ffffffff16106109f15760405163ea8856cd60e01b815263ffffffff841660048201526024810182905260440161090d565b5f84815260026020908152604080832063ffffffff87168452909152902080546001600160a01b031615610a475760405163714a691160e01b81526004810186905263ffffffff8516602482015260440161090d565b80546001600160a01b03191633178155610a817f000000000000000000000000000000000000000000000000000000000000000042613ec8565b815465ffffffffffff91909116600160a01b0265ffffffffffff60a01b1990911617815560048301805460019190601690610acb90849063ffffffff600160b01b90910416613edb565b82546101009290920a63ffffffff8181021990931691831602179091558254604080519288168352600160a01b90910465ffffffffffff16602083015233925087917f80f4ce55ce5fccdc91731cde3477a06075b9689db839ae41d0dc452deb96d726910160405180910390a360405163282d3fdf60e01b81523360048201527f000000000000000000000000000000000000000000000000000000000000000060248201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063282d3fdf906044015f604051808303815f87803b158015610bbc575f5ffd5b505af1158015610bce573d5f5f3e3d5ffd5b505050505050505050565b5f610be383611ce1565b90505f610bf08484611dbe565b90505f60026004840154600160d01b900460ff166003811115610c1557610c15613aab565b149050801581610c3457508154600160a01b900465ffffffffffff1642105b15610c6c57815460405163728b42b160e11b815260048101879052600160a01b90910465ffffffffffff16602482015260440161090d565b815460ff60d01b1916600160d01b17825560048301805460019190601690610ca390849063ffffffff600160b01b90910416613ef7565b92506101000a81548163ffffffff021916908363ffffffff160217905550847f295fcb293e6ded3a10eede12cc24504b525703474d35dc6500537bf09b71014a85604051610cfd919063ffffffff91909116815260200190565b60405180910390a28154604051630357371d60e01b81526001600160a01b0391821660048201527f000000000000000000000000000000000000000000000000000000000000000060248201527f000000000000000000000000000000000000000000000000000000000000000090911690630357371d906044015f604051808303815f87803b158015610d8f575f5ffd5b505af1158015610da1573d5f5f3e3d5ffd5b5050505080610dc4578154610dc4908690859087906001600160a01b0316611e28565b5050505050565b5f60608401358103610df057604051636fe692dd60e11b815260040160405180910390fd5b5f610dfe6080860186613f13565b915050801580610e0e5750606081115b15610e2f5760405163486d5f3760e01b81526004810182905260240161090d565b821580610e3c5750608083115b15610e5d5760405163127bdc4f60e21b81526004810184905260240161090d565b5f6001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000166312b8dd62610e9a6020890189613f5c565b6040516001600160e01b031960e084901b1681526001600160401b039091166004820152602401608060405180830381865afa158015610edc573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610f009190613e3b565b9050610f0b81611fae565b610f2b5780516040516311c639cd60e11b815261090d9190600401613f82565b5f610f3e610f37611c6e565b8787611fe7565b9050610f5287825f01518360400151612283565b610f5c878261244e565b979650505050505050565b5f819003610f88576040516326fd599b60e11b815260040160405180910390fd5b5f8181526003602052604090205415610fb7576040516323afce2360e21b81526004810182905260240161090d565b5f908152600360205260409020439055565b5f610fd3846126db565b9050610fe3816002015484612722565b61102d57610ff46020840184613f9c565b6110046040850160208601613f9c565b604051639a54a1e960e01b815263ffffffff92831660048201529116602482015260440161090d565b60048181015460405163095c6eb160e11b81526001600160401b03909116918101919091525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906312b8dd6290602401608060405180830381865afa1580156110a3573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906110c79190613e3b565b90505f611137826110de6060880160408901613fb7565b6110eb6020890189613f9c565b63ffffffff166110fe60608a018a613f13565b8080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525061282292505050565b600581111561114857611148613aab565b0361117f5761115d6040850160208601613f9c565b60405163b696bba560e01b815263ffffffff909116600482015260240161090d565b610dc485836111946040880160208901613f9c565b6111b1896111a860408b0160208c01613f9c565b5f195f8b612936565b611e28565b5f6111c082611d61565b90506111cb81612981565b4210156111fe57816111dc82612981565b60405163728b42b160e11b81526004810192909252602482015260440161090d565b6004810154600160b01b900463ffffffff1615611248576004818101546040516327525c0360e21b8152918201849052600160b01b900463ffffffff16602482015260440161090d565b60048101805460ff60d01b1916600360d01b17905580546002820154604080519182525184917f858e70a3d4ea331e9a7346532ce0ad0f9d2ee8f8cc103672403a0d6e5738c074919081900360200190a360038101546005820154604051630357371d60e01b81526001600160a01b0392831660048201526001600160801b0390911660248201527f000000000000000000000000000000000000000000000000000000000000000090911690630357371d906044015f604051808303815f87803b158015611315575f5ffd5b505af1158015611327573d5f5f3e3d5ffd5b505050505050565b60408051610180810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e0810182905261010081018290526101208101829052610140810182905261016081019190915261139882611ce1565b604080516101808101825282548152600183015460208201526002830154918101919091526003808301546001600160a01b0381166060840152600160a01b810465ffffffffffff9081166080850152600160d01b91829004811660a085015260048501546001600160401b0380821660c0870152600160401b82041660e0860152600160801b8104909116610100850152600160b01b810463ffffffff1661012085015292939261014085019291900460ff169081111561145c5761145c613aab565b600381111561146d5761146d613aab565b8152600591909101546001600160801b031660209091015292915050565b5f611495836126db565b60018101549091506115216114ad60a0850185613fde565b808060200260200160405190810160405280939291908181526020018383602002808284375f920191909152506114eb9250505060c0860186613fde565b808060200260200160405190810160405280939291908181526020018383602002808284375f920191909152506129e892505050565b1461154757806001015460405163fc39b81360e01b815260040161090d91815260200190565b60048181015460405163095c6eb160e11b81526001600160401b03909116918101919091525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906312b8dd6290602401608060405180830381865afa1580156115bd573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906115e19190613e3b565b90505f6115f383600201548386612a1a565b60408051608081019091529091505f90806116116020880188613f9c565b63ffffffff1681526060808801356020830152604082018590520161163c60a0880160808901614023565b151590529050611688838261165460a0890189613fde565b61166160c08b018b613fde565b60048b0154600160401b90046001600160401b031661168360e08e018e613fde565b612be5565b50611327868561169b6020890189613f9c565b6111b18a6116ac60208c018c613f9c565b60608c01356116c160a08e0160808f01614023565b8d6101000135612936565b5f6060805f5f5f60606116dd612d49565b6116e5612d79565b604080515f80825260208201909252600f60f81b9b939a50919850469750309650945092509050565b5f6107a761171b83611ce1565b612981565b5f61172a83611d61565b90505f611746846117416040860160208701613f9c565b611dbe565b8054909150600160a01b900465ffffffffffff164210611793578054604051635e71f8b560e01b815260048101869052600160a01b90910465ffffffffffff16602482015260440161090d565b6117a1826002015484612722565b6117b257610ff46020840184613f9c565b60048281015460405163095c6eb160e11b81526001600160401b03909116918101919091525f90611880907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906312b8dd6290602401608060405180830381865afa15801561182c573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906118509190613e3b565b6118606060870160408801613fb7565b61186d6020880188613f9c565b63ffffffff166110fe6060890189613f13565b90505f81600581111561189557611895613aab565b146118c6576118aa6040850160208601613f9c565b81604051633aa9312360e11b815260040161090d92919061404e565b815460ff60d01b1916600160d01b178255600483018054600191906016906118fd90849063ffffffff600160b01b90910416613ef7565b92506101000a81548163ffffffff021916908363ffffffff1602179055507f0000000000000000000000000000000000000000000000000000000000000000426119479190613ec8565b60048401805465ffffffffffff92909216600160801b0265ffffffffffff60801b1990921691909117905533857fdb7332ab81aef7b3cf3d26c13e49406d6964ddb969babb483f8f33a91d943d0b6119a56040880160208901613f9c565b6119ae87612981565b6040805163ffffffff909316835260208301919091520160405180910390a35f5f6119f87f0000000000000000000000000000000000000000000000000000000000000000612da4565b8554600388015460405163555d291160e01b81526001600160a01b039283166004820152602481018590529082166044820152606481018390525f60848201529294509092507f0000000000000000000000000000000000000000000000000000000000000000169063555d29119060a4015b5f604051808303815f87803b158015611a82575f5ffd5b505af1158015611a94573d5f5f3e3d5ffd5b5050505050505050505050565b5f8281526001602090815260408083205483526004909152812060036004820154600160d01b900460ff166003811115611add57611add613aab565b1480156107a357506107a3816002015484612722565b5f611afd856126db565b60038101549091505f90611b2290600190600160a01b900465ffffffffffff16613de4565b90505f611b2f87876106f2565b6040805160c0810182526001600160a01b037f00000000000000000000000000000000000000000000000000000000000000008116825265ffffffffffff80871660208401528a169282019290925260608101839052600386015490911660808201525f60a08201819052919250611ba8908787612dc4565b90505f611bd57f000000000000000000000000000000000000000000000000000000000000000042613ec8565b6003860154909150600160d01b900465ffffffffffff16811015611c15576003850180546001600160d01b0316600160d01b65ffffffffffff8416021790555b600385015460408051848152600160d01b90920465ffffffffffff1660208301528a917fd323322fe0943e1ca51efdc804f956b7f1d43a0b79d7149e98feb02354937b48910160405180910390a2505050505050505050565b6040805180820182525f80825260209182015281518083019092527f00000000000000000000000000000000000000000000000000000000000000006001600160401b031682527f000000000000000000000000000000000000000000000000000000000000000061ffff169082015290565b5f818152600460205260408120906004820154600160d01b900460ff166003811115611d0f57611d0f613aab565b03611d30576040516339c025d960e11b81526004810183905260240161090d565b919050565b5f6107a7611d41612fac565b8360405161190160f01b8152600281019290925260228201526042902090565b5f611d6b82611ce1565b905060016004820154600160d01b900460ff166003811115611d8f57611d8f613aab565b14611d3057600481810154604051630cfc9d4160e11b815261090d928592600160d01b900460ff169101614068565b5f82815260026020908152604080832063ffffffff85168452909152902080546001600160a01b03161580611dfb57508054600160d01b900460ff165b156107a757604051633023d1a960e01b81526004810184905263ffffffff8316602482015260440161090d565b60048301805460ff60d01b1916600160d11b17905560058301545f90611e59906002906001600160801b0316614090565b60058501546001600160801b0391821692505f91611e79918491166140bd565b90505f6001600160a01b03841615611eb85760058601546103e890611ea9906096906001600160801b03166140d0565b611eb391906140e7565b611eba565b5f5b90506001600160a01b038416877f25d6ac0c1b47f4f5800198d4c0c4a133f76a7482f1536afeaf6cbd9eb3937151878585611ef5818a6140bd565b6040805163ffffffff9095168552602085019390935291830152606082015260800160405180910390a360038601546001600160a01b037f000000000000000000000000000000000000000000000000000000000000000081169163555d29119116848785611f64818a6140bd565b6040516001600160e01b031960e088901b1681526001600160a01b03958616600482015260248101949094529390911660448301526064820152608481019190915260a401611a6b565b5f600282516004811115611fc457611fc4613aab565b14806107a75750600382516004811115611fe057611fe0613aab565b1492915050565b61201760405180608001604052805f81526020015f81526020015f6001600160401b031681526020015f81525090565b5f826001600160401b0381111561203057612030613e02565b604051908082528060200260200182016040528015612059578160200160208202803683370190505b5090505f836001600160401b0381111561207557612075613e02565b60405190808252806020026020018201604052801561209e578160200160208202803683370190505b5090505f5b8481101561226957368686838181106120be576120be6140fa565b875160809091029290920192506120da90506020830183613f5c565b60208301356120ef606085016040860161410e565b6120ff6080860160608701614134565b6040805160208101969096526001600160401b039094169385019390935260608401919091526001600160601b0316608083015261ffff1660a082015260c00160408051601f198184030181529190528051602091820120865284519082013590859084908110612172576121726140fa565b60209081029190910101526121b388612191606084016040850161410e565b6001600160601b03166121aa6080850160608601614134565b61ffff166130d5565b8383815181106121c5576121c56140fa565b60200260200101906001600160401b031690816001600160401b0316815250508282815181106121f7576121f76140fa565b602002602001015185604001818151612210919061414f565b6001600160401b0316905250606080860151906122329083016040840161410e565b6001600160601b0316111561226057612251606082016040830161410e565b6001600160601b031660608601525b506001016120a3565b5061227482826129e8565b60208401525090949350505050565b5f806001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016631e7ddb436122c16020880188613f5c565b604080516001600160e01b031960e085901b1681526001600160401b039092166004830152602089013560248301528801356044820152606401606060405180830381865afa158015612316573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061233a919061416e565b925050915080612389576123516020860186613f5c565b60408051632278d07f60e11b81526001600160401b03909216600483015260208701356024830152860135604482015260640161090d565b8184146123b357604051631fa3da2760e31b8152600481018590526024810183905260440161090d565b826001600160401b03165f036123dc576040516301b36f0360e21b815260040160405180910390fd5b5f848152600160205260409020548015801590612426575060025f8281526004602081905260409091200154600160d01b900460ff16600381111561242357612423613aab565b14155b1561132757604051634e9cc28160e11b8152600481018690526024810182905260440161090d565b5f5f5f815461245c906141a5565b918290555082515f90815260016020818152604080842085905584845260048252909220855181559185015190820155606085013560028201556003810180546001600160d01b0319163365ffffffffffff60a01b191617600160a01b4265ffffffffffff81169190910291909117909155919250906124fd907f000000000000000000000000000000000000000000000000000000000000000090613ec8565b60038201805465ffffffffffff92909216600160d01b026001600160d01b039092169190911790556125326020850185613f5c565b60048201805460408601516001600160401b03908116600160401b026001600160801b03199092169316929092179190911760ff60d01b1916600160d01b17905560608301516125a3907f0000000000000000000000000000000000000000000000000000000000000000906140d0565b6005820180546001600160801b0319166001600160801b039290921691909117905582516125d46020860186613f5c565b6001600160401b0316837fd026acf61657ee2307ce5035cd530463d67728bf4cf7396ddbcfeb555a8f1488338860600135886040015187600301601a9054906101000a900465ffffffffffff168b80608001906126319190613f13565b604051612643969594939291906141bd565b60405180910390a4600581015460405163282d3fdf60e01b81523360048201526001600160801b0390911660248201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063282d3fdf906044015f604051808303815f87803b1580156126be575f5ffd5b505af11580156126d0573d5f5f3e3d5ffd5b505050505092915050565b5f6126e582611d61565b90506126f081612981565b4210611d30578161270082612981565b604051635e71f8b560e01b81526004810192909252602482015260440161090d565b5f806127346060840160408501613fb7565b60026127436060860186613f13565b604051612751929190614223565b602060405180830381855afa15801561276c573d5f5f3e3d5ffd5b5050506040513d601f19601f8201168201806040525081019061278f9190614232565b6040516001600160e01b03199092166020830152602482015260440160408051601f1981840301815291905290506107a3846127ce6020860186613f9c565b6127de6040870160208801613f9c565b846127ec6080890189613fde565b808060200260200160405190810160405280939291908181526020018383602002808284375f9201919091525061314a92505050565b5f61282c85613179565b6001600160e01b03198581169116146128475750600161292e565b602085015163ffffffff161580159061286a5750846020015163ffffffff168314155b156128775750600261292e565b60018551600481111561288c5761288c613aab565b036128bb57815115806128a75750846060015161ffff168251115b6128b1575f6128b4565b60035b905061292e565b6128c4856131ad565b8251146128d35750600361292e565b6002855160048111156128e8576128e8613aab565b036128f7576128b48583613224565b61292b60048651600481111561290f5761290f613aab565b1461291e578560400151612921565b60015b61ffff1683613280565b90505b949350505050565b5f5f60035f61294989898989338a6107ad565b81526020019081526020015f20549050805f1415801561296857504381105b612972575f612974565b335b9150505b95945050505050565b600381015460048201545f9165ffffffffffff600160d01b9091048116600160801b90920416116129c5576003820154600160d01b900465ffffffffffff166129da565b6004820154600160801b900465ffffffffffff165b65ffffffffffff1692915050565b5f82826040516020016129fc929190614249565b60405160208183030381529060405280519060200120905092915050565b5f80612a296020840184613f13565b8080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920182905250939450612acb9250612a709150506020860186613f9c565b630155122060e01b600285604051612a8891906142e9565b602060405180830381855afa158015612aa3573d5f5f3e3d5ffd5b5050506040513d601f19601f82011682018060405250810190612ac69190614232565b6132b0565b9050612b3886866020015163ffffffff16865f016020810190612aee9190613f9c565b63ffffffff1684612b0260408a018a613fde565b808060200260200160405190810160405280939291908181526020018383602002808284375f9201919091525061331e92505050565b612b4f576020808601519061100490860186613f9c565b846040015161ffff16846060013510612b915760408086015190516393e6503d60e01b81526060860135600482015261ffff909116602482015260440161090d565b5f612baf86630155122060e01b886020015163ffffffff1686612822565b90505f816005811115612bc457612bc4613aab565b14612bd6576118aa6020860186613f9c565b610f5c86848760600135613457565b5f80805b83811015612ce8575f858583818110612c0457612c046140fa565b9050602002810190612c1691906142f4565b35905082811080612c275750898110155b15612c4f576040516307facb5360e21b8152600481018390526024810182905260440161090d565b612c5a816001613ec8565b9250612ca38d8d8d8d85818110612c7357612c736140fa565b90506020020135898987818110612c8c57612c8c6140fa565b9050602002810190612c9e91906142f4565b6134ab565b888882818110612cb557612cb56140fa565b9050602002016020810190612cca9190613f5c565b612cdd906001600160401b031685613ec8565b935050600101612be9565b508960600151612d045784612cfe8360026140d0565b10612d13565b84612d108360026140d0565b11155b15612d3b57604051633e5724c760e01b8152600481018390526024810186905260440161090d565b509998505050505050505050565b6060612d747f0000000000000000000000000000000000000000000000000000000000000000613616565b905090565b6060612d747f0000000000000000000000000000000000000000000000000000000000000000613616565b5f80612db16002846140e7565b9050612dbd81846140bd565b9150915091565b5f836040015165ffffffffffff16421115612e0257604080850151905163068d57a760e21b815265ffffffffffff909116600482015260240161090d565b811580612e0f5750604082115b15612e30576040516322db298160e21b81526004810183905260240161090d565b5f612e4085606001518585613653565b90505f5f5f875f01516001600160a01b031663fcca74ae858a608001518b60a001518c602001516040518563ffffffff1660e01b8152600401612e869493929190614312565b606060405180830381865afa158015612ea1573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612ec59190614387565b919450925090506001600160a01b03811615612f615787608001516001600160a01b0316816001600160a01b03161480612f1457508760a001516001600160a01b0316816001600160a01b0316145b15612f3d576040516335f92a6b60e01b81526001600160a01b038216600482015260240161090d565b60405163047c70e360e41b81526001600160a01b038216600482015260240161090d565b612f6c8260026140d0565b612f778460036140d0565b1015612fa05760405163fc2d859d60e01b8152600481018490526024810183905260440161090d565b50909695505050505050565b5f306001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001614801561300457507f000000000000000000000000000000000000000000000000000000000000000046145b1561302e57507f000000000000000000000000000000000000000000000000000000000000000090565b612d74604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b5f806130e5633b9aca00856140e7565b85519091506001600160401b0316811115613107575083516001600160401b03165b5f856020015161ffff16841061311d5783613127565b856020015161ffff165b90506103e861313682846140d0565b61314091906140e7565b9695505050505050565b5f602483511480156131405750613140868663ffffffff168663ffffffff16613173888861379c565b8661331e565b5f60018251600481111561318f5761318f613aab565b146131a057620aa89160e51b6107a7565b620b889160e51b92915050565b5f6004825160048111156131c3576131c3613aab565b036131d057506042919050565b6002825160048111156131e5576131e5613aab565b146132035760408201516131fe9061ffff1660026140d0565b6107a7565b6008826040015161ffff16600761321a9190613ec8565b6107a791906140e7565b60408201515f9060071680820361323e575f9150506107a7565b80836001855161324e91906140bd565b8151811061325e5761325e6140fa565b016020015160f81c901c60ff16156132775760056107a3565b505f9392505050565b5f805b83811015613277576103e861329884836137d5565b11156132a85760049150506107a7565b600101613283565b604080517fd0c3d195867ceed1a19927fb57ce00434a5ba0224614b6cd72fb30613bbda20b60208201526001600160e01b031960e086901b8116928201929092529083166044820152604881018290525f9061292e906068015b604051602081830303815290604052613836565b5f620100008511806133305750848410155b1561333c57505f612978565b825f8061334a6001896140bd565b90505b80156133db57600180881614808061336457508188105b156133ce578551830361337d575f945050505050612978565b5f8684613389816141a5565b95508151811061339b5761339b6140fa565b60200260200101519050816133bc575f8581526020829052604090206133ca565b5f8181526020869052604090205b9450505b50600196871c961c61334d565b5083518114801561344b5750604080517f212fa76e55009c888aeccb7a3077f8f7bd85e6787cf6c40e732f73b4c1909e2560208201526001600160e01b031960e08a901b169181019190915260448101839052889060640160405160208183030381529060405280519060200120145b98975050505050505050565b5f60028451600481111561346d5761346d613aab565b036134a1578160071683600384901c8151811061348c5761348c6140fa565b60209101015160f81c901c60011690506108ad565b61292e83836137d5565b5f6134b96020830183613f13565b8080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920182905250885160405195965090946135119450909250620aa89160e51b9150600290612a889087906142e9565b905061353d84876020015163ffffffff16875f015163ffffffff1684878060400190612b029190613fde565b61355d5760405163e3b3220960e01b81528335600482015260240161090d565b5f61357b87630155122060e01b896020015163ffffffff1686612822565b90505f81600581111561359057613590613aab565b146135b357604051632148c3df60e21b815261090d9085359083906004016143b3565b5f6135c388858960200151613457565b905086606001516135db5786604001518110156135e4565b86604001518111155b1561360c5760405163141da9b160e11b8152853560048201526024810182905260440161090d565b5050505050505050565b60605f6136228361386e565b6040805160208082528183019092529192505f91906020820181803683375050509182525060208101929092525090565b6060816001600160401b0381111561366d5761366d613e02565b604051908082528060200260200182016040528015613696578160200160208202803683370190505b5090505f5f60405186815285602085015f5b878610156137345760208301358060011b60011c8160ff1c601b016020870152843560408701528060608701525f5f527f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0811161370b5760205f60808860015afa505b50505f5194508085111561373457508381526001949094019360409190910190602001836136a8565b50505084830390506137475750506108ad565b6001600160a01b038116613771576040516306247d8360e01b81526004810183905260240161090d565b6040516304aa6fdf60e31b8152600481018390526001600160a01b038216602482015260440161090d565b5f6108ad7fd0c3d195867ceed1a19927fb57ce00434a5ba0224614b6cd72fb30613bbda20b848460405160200161330a939291906143c7565b5f826137e28360026140d0565b6137ed906001613ec8565b815181106137fd576137fd6140fa565b016020015160f81c6008846138138560026140d0565b81518110613823576138236140fa565b016020015160f81c901b17905092915050565b5f818051906020012060405160200161385191815260200190565b604051602081830303815290604052805190602001209050919050565b5f60ff8216601f8111156107a757604051632cd44ac360e21b815260040160405180910390fd5b803565ffffffffffff81168114611d30575f5ffd5b5f5f604083850312156138bb575f5ffd5b823591506138cb60208401613895565b90509250929050565b63ffffffff811681146138e5575f5ffd5b50565b80151581146138e5575f5ffd5b6001600160a01b03811681146138e5575f5ffd5b5f5f5f5f5f5f60c0878903121561391e575f5ffd5b863595506020870135613930816138d4565b9450604087013593506060870135613947816138e8565b92506080870135613957816138f5565b9598949750929591949360a090920135925050565b5f6020828403121561397c575f5ffd5b5035919050565b5f5f60408385031215613994575f5ffd5b8235915060208301356139a6816138d4565b809150509250929050565b5f60a082840312156139c1575f5ffd5b50919050565b5f5f5f604084860312156139d9575f5ffd5b83356001600160401b038111156139ee575f5ffd5b6139fa868287016139b1565b93505060208401356001600160401b03811115613a15575f5ffd5b8401601f81018613613a25575f5ffd5b80356001600160401b03811115613a3a575f5ffd5b8660208260071b8401011115613a4e575f5ffd5b939660209190910195509293505050565b5f5f5f60608486031215613a71575f5ffd5b8335925060208401356001600160401b03811115613a8d575f5ffd5b613a99868287016139b1565b93969395505050506040919091013590565b634e487b7160e01b5f52602160045260245ffd5b60048110613acf57613acf613aab565b9052565b5f610180820190508251825260208301516020830152604083015160408301526060830151613b0d60608401826001600160a01b03169052565b506080830151613b27608084018265ffffffffffff169052565b5060a0830151613b4160a084018265ffffffffffff169052565b5060c0830151613b5c60c08401826001600160401b03169052565b5060e0830151613b7760e08401826001600160401b03169052565b50610100830151613b9361010084018265ffffffffffff169052565b50610120830151613bad61012084018263ffffffff169052565b50610140830151613bc2610140840182613abf565b50610160830151613bdf6101608401826001600160801b03169052565b5092915050565b5f5f60408385031215613bf7575f5ffd5b8235915060208301356001600160401b03811115613c13575f5ffd5b830161012081860312156139a6575f5ffd5b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b60ff60f81b8816815260e060208201525f613c7160e0830189613c25565b8281036040840152613c838189613c25565b606084018890526001600160a01b038716608085015260a0840186905283810360c0850152845180825260208087019350909101905f5b81811015613cd8578351835260209384019390920191600101613cba565b50909b9a5050505050505050505050565b5f5f60408385031215613cfa575f5ffd5b50508035926020909101359150565b5f5f60408385031215613d1a575f5ffd5b8235915060208301356001600160401b03811115613d36575f5ffd5b613d42858286016139b1565b9150509250929050565b5f5f5f5f60608587031215613d5f575f5ffd5b84359350613d6f60208601613895565b925060408501356001600160401b03811115613d89575f5ffd5b8501601f81018713613d99575f5ffd5b80356001600160401b03811115613dae575f5ffd5b8760208260061b8401011115613dc2575f5ffd5b949793965060200194505050565b634e487b7160e01b5f52601160045260245ffd5b65ffffffffffff82811682821603908111156107a7576107a7613dd0565b634e487b7160e01b5f52604160045260245ffd5b8051611d30816138d4565b61ffff811681146138e5575f5ffd5b8051611d3081613e21565b5f6080828403128015613e4c575f5ffd5b50604051608081016001600160401b0381118282101715613e7b57634e487b7160e01b5f52604160045260245ffd5b604052825160058110613e8c575f5ffd5b8152613e9a60208401613e16565b6020820152613eab60408401613e30565b6040820152613ebc60608401613e30565b60608201529392505050565b808201808211156107a7576107a7613dd0565b63ffffffff81811683821601908111156107a7576107a7613dd0565b63ffffffff82811682821603908111156107a7576107a7613dd0565b5f5f8335601e19843603018112613f28575f5ffd5b8301803591506001600160401b03821115613f41575f5ffd5b602001915036819003821315613f55575f5ffd5b9250929050565b5f60208284031215613f6c575f5ffd5b81356001600160401b03811681146108ad575f5ffd5b6020810160058310613f9657613f96613aab565b91905290565b5f60208284031215613fac575f5ffd5b81356108ad816138d4565b5f60208284031215613fc7575f5ffd5b81356001600160e01b0319811681146108ad575f5ffd5b5f5f8335601e19843603018112613ff3575f5ffd5b8301803591506001600160401b0382111561400c575f5ffd5b6020019150600581901b3603821315613f55575f5ffd5b5f60208284031215614033575f5ffd5b81356108ad816138e8565b60068110613acf57613acf613aab565b63ffffffff83168152604081016108ad602083018461403e565b828152604081016108ad6020830184613abf565b634e487b7160e01b5f52601260045260245ffd5b5f6001600160801b038316806140a8576140a861407c565b806001600160801b0384160491505092915050565b818103818111156107a7576107a7613dd0565b80820281158282048414176107a7576107a7613dd0565b5f826140f5576140f561407c565b500490565b634e487b7160e01b5f52603260045260245ffd5b5f6020828403121561411e575f5ffd5b81356001600160601b03811681146108ad575f5ffd5b5f60208284031215614144575f5ffd5b81356108ad81613e21565b6001600160401b0381811683821601908111156107a7576107a7613dd0565b5f5f5f60608486031215614180575f5ffd5b835160208501516040860151919450925061419a816138e8565b809150509250925092565b5f600182016141b6576141b6613dd0565b5060010190565b6001600160a01b0387168152602081018690526001600160401b038516604082015265ffffffffffff8416606082015260a0608082018190528101829052818360c08301375f81830160c090810191909152601f909201601f1916010195945050505050565b818382375f9101908152919050565b5f60208284031215614242575f5ffd5b5051919050565b604080825283519082018190525f9060208501906060840190835b81811015614282578351835260209384019390920191600101614264565b5050838103602080860191909152855180835291810192508501905f5b818110156142c65782516001600160401b031684526020938401939092019160010161429f565b50919695505050505050565b5f81518060208401855e5f93019283525090919050565b5f6108ad82846142d2565b5f8235605e19833603018112614308575f5ffd5b9190910192915050565b608080825285519082018190525f90602087019060a0840190835b818110156143545783516001600160a01b031683526020938401939092019160010161432d565b50506001600160a01b0396871660208501529490951660408301525065ffffffffffff9190911660609091015292915050565b5f5f5f60608486031215614399575f5ffd5b835160208501516040860151919450925061419a816138f5565b828152604081016108ad602083018461403e565b83815260e083901b6001600160e01b03191660208201525f61292b60248301846142d256'
