// Generated from contracts/src/ZooFacade.sol by `npm run generate`. Do not edit.

/** ABI of ZooFacade. */
export const zooFacadeAbi = [
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
      },
      {
        "internalType": "contract ILockVault",
        "name": "locks_",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "votingPeriod_",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "lateExtension_",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "quorumBps_",
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
        "internalType": "bytes32",
        "name": "hash",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "voter",
        "type": "address"
      }
    ],
    "name": "AlreadyVoted",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "hash",
        "type": "bytes32"
      }
    ],
    "name": "ExperienceExists",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "hash",
        "type": "bytes32"
      }
    ],
    "name": "ExperienceUnknown",
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
    "name": "HashNotBound",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "hash",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "voter",
        "type": "address"
      }
    ],
    "name": "NoWeight",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "hash",
        "type": "bytes32"
      }
    ],
    "name": "OwnExperience",
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
        "internalType": "bytes32",
        "name": "merkleRoot",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "caller",
        "type": "address"
      }
    ],
    "name": "RootNotOwned",
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
        "internalType": "bytes32",
        "name": "hash",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "newer",
        "type": "bytes32"
      }
    ],
    "name": "SuccessorInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "hash",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "endedAt",
        "type": "uint256"
      }
    ],
    "name": "VotingClosed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "given",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "snapshotWeight",
        "type": "uint256"
      }
    ],
    "name": "WeightNotSnapshot",
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
        "internalType": "bytes32",
        "name": "hash",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "enum ZooFacade.Curation",
        "name": "curation",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "newer",
        "type": "bytes32"
      }
    ],
    "name": "ExperienceCurated",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "hash",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "contributor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "merkleRoot",
        "type": "bytes32"
      }
    ],
    "name": "ExperienceSubmitted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "hash",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "voter",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "enum ZooFacade.Support",
        "name": "support",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "weight",
        "type": "uint256"
      }
    ],
    "name": "ExperienceVoted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "hash",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "deadline",
        "type": "uint256"
      }
    ],
    "name": "VotingExtended",
    "type": "event"
  },
  {
    "inputs": [],
    "name": "APPROVAL_BPS",
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
    "name": "EXPERIENCE_TAG",
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
    "name": "MAX_VOTING_PERIOD",
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
    "name": "MIN_VOTING_PERIOD",
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
    "name": "WHOLE_BPS",
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
        "name": "hash",
        "type": "bytes32"
      }
    ],
    "name": "approve",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "hash",
        "type": "bytes32"
      }
    ],
    "name": "archive",
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
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "hash",
        "type": "bytes32"
      },
      {
        "internalType": "enum ZooFacade.Support",
        "name": "support",
        "type": "uint8"
      }
    ],
    "name": "castVote",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "experienceCount",
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
        "name": "",
        "type": "uint256"
      }
    ],
    "name": "experienceHashes",
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
        "name": "hash",
        "type": "bytes32"
      }
    ],
    "name": "experiences",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "merkleRoot",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "contributor",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "timestamp",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "votes",
        "type": "uint256"
      },
      {
        "internalType": "bool",
        "name": "approved",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "hash",
        "type": "bytes32"
      }
    ],
    "name": "getExperience",
    "outputs": [
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "merkleRoot",
            "type": "bytes32"
          },
          {
            "internalType": "address",
            "name": "contributor",
            "type": "address"
          },
          {
            "internalType": "uint48",
            "name": "timestamp",
            "type": "uint48"
          },
          {
            "internalType": "uint48",
            "name": "deadline",
            "type": "uint48"
          },
          {
            "internalType": "uint64",
            "name": "entryId",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "quorum",
            "type": "uint64"
          },
          {
            "internalType": "enum ZooFacade.Curation",
            "name": "curation",
            "type": "uint8"
          },
          {
            "internalType": "uint64",
            "name": "votesFor",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "votesAgainst",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "votesAbstain",
            "type": "uint64"
          }
        ],
        "internalType": "struct ZooFacade.Record",
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
        "internalType": "bytes32",
        "name": "hash",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "voter",
        "type": "address"
      }
    ],
    "name": "hasVoted",
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
        "internalType": "address",
        "name": "contributor",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "merkleRoot",
        "type": "bytes32"
      }
    ],
    "name": "hashOf",
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
        "name": "hash",
        "type": "bytes32"
      }
    ],
    "name": "isApproved",
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
    "inputs": [],
    "name": "lateExtension",
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
    "name": "locks",
    "outputs": [
      {
        "internalType": "contract ILockVault",
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
        "name": "hash",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "newer",
        "type": "bytes32"
      }
    ],
    "name": "modify",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "quorumBps",
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
        "internalType": "bytes32",
        "name": "hash",
        "type": "bytes32"
      }
    ],
    "name": "reject",
    "outputs": [],
    "stateMutability": "nonpayable",
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
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "hash",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "merkleRoot",
        "type": "bytes32"
      }
    ],
    "name": "submitExperience",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "hash",
        "type": "bytes32"
      }
    ],
    "name": "supersededBy",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "newer",
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
        "name": "hash",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "weight",
        "type": "uint256"
      }
    ],
    "name": "voteExperience",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "votingPeriod",
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
        "name": "hash",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "voter",
        "type": "address"
      }
    ],
    "name": "weightOf",
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

/** Creation bytecode of ZooFacade. */
export const zooFacadeBytecode =
  '0x610120604052348015610010575f5ffd5b50604051611cce380380611cce83398101604081905261002f9161026f565b8561003981610205565b50846001600160a01b03163b5f036100955760408051633ce7db2360e01b815260048101919091526008604482015267726567697374727960c01b60648201526001600160a01b03861660248201526084015b60405180910390fd5b836001600160a01b03163b5f036100e85760408051633ce7db2360e01b8152600481019190915260056044820152646c6f636b7360d81b60648201526001600160a01b038516602482015260840161008c565b610e108310806100fa575062278d0083115b156101405760408051633ce7db2360e01b81526004810191909152600c60448201526b1d9bdd1a5b99d4195c9a5bd960a21b60648201526024810184905260840161008c565b8282111561018a5760408051633ce7db2360e01b81526004810191909152600d60448201526c3630ba32a2bc3a32b739b4b7b760991b60648201526024810183905260840161008c565b606481108061019a575061138881115b156101dd5760408051633ce7db2360e01b81526004810191909152600960448201526871756f72756d42707360b81b60648201526024810182905260840161008c565b6001600160a01b039485166080529290931660a05260c05260e09190915261010052506102d5565b5f80546001600160a01b0319166001600160a01b0383169081179091556040519081527f2f658b440c35314f52658ea8a740e05b284cdc84dc9ae01e891f21b8933e7cad9060200160405180910390a150565b6001600160a01b038116811461026c575f5ffd5b50565b5f5f5f5f5f5f60c08789031215610284575f5ffd5b865161028f81610258565b60208801519096506102a081610258565b60408801519095506102b181610258565b6060880151608089015160a090990151979a96995090979096909590945092505050565b60805160a05160c05160e0516101005161198b6103435f395f8181610438015261125901525f81816102d4015261149a01525f81816101cf015261093d01525f81816104c201528181610aff01526111e001525f81816103210152818161064c0152610853015261198b5ff3fe608060405234801561000f575f5ffd5b50600436106101c6575f3560e01c80639a61d311116100fe578063bf7e214f1161009e578063e1738cb01161006e578063e1738cb01461046d578063ebc4b08614610476578063ebee03bb1461049d578063f557ab03146104bd575f5ffd5b8063bf7e214f14610410578063cabd734f14610420578063cd2ddd0c14610433578063cdbc6cd51461045a575f5ffd5b8063a995db26116100d9578063a995db26146103b5578063aadc3b72146103c8578063ab452a3d146103f5578063b4b0713e146103fd575f5ffd5b80639a61d31114610385578063a53a1adf14610398578063a64e024a146103ab575f5ffd5b806349371d96116101695780637a9e5e4b116101445780637a9e5e4b146103095780637b1039991461031c5780637e5281241461035b5780638fb3603714610364575f5ffd5b806349371d96146102ba57806355c26d16146102cf57806377d67f9a146102f6575f5ffd5b8063215809ca116101a4578063215809ca1461023657806334f018111461023f578063372d871f1461028457806348aefc3214610297575f5ffd5b806302a251a3146101ca578063092f951d146102045780631ceb83e914610217575b5f5ffd5b6101f17f000000000000000000000000000000000000000000000000000000000000000081565b6040519081526020015b60405180910390f35b6101f16102123660046115c6565b6104e4565b6101f16102253660046115c6565b60036020525f908152604090205481565b6101f1610e1081565b61025261024d3660046115c6565b610503565b604080519586526001600160a01b0390941660208601529284019190915260608301521515608082015260a0016101fb565b6101f16102923660046115f3565b6105a7565b6102aa6102a53660046115c6565b610619565b60405190151581526020016101fb565b6102cd6102c836600461161b565b610769565b005b6101f17f000000000000000000000000000000000000000000000000000000000000000081565b6102cd61030436600461161b565b6107c3565b6102cd61031736600461163b565b610a62565b6103437f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b0390911681526020016101fb565b6101f16119c881565b61036c610ada565b6040516001600160e01b031990911681526020016101fb565b6101f1610393366004611654565b610afc565b6102cd6103a63660046115c6565b610bc8565b6101f162278d0081565b6102cd6103c33660046115c6565b610be3565b6102aa6103d6366004611654565b600260209081525f928352604080842090915290825290205460ff1681565b6001546101f1565b6102cd61040b36600461167e565b610bf8565b5f546001600160a01b0316610343565b6102cd61042e3660046115c6565b610c0c565b6101f17f000000000000000000000000000000000000000000000000000000000000000081565b6102cd61046836600461161b565b610c21565b6101f161271081565b6101f17fa64f5955dfd1285d55cf2c70df9328f2c96f263085d428e0d0c690c5b6de296f81565b6104b06104ab3660046115c6565b610ce9565b6040516101fb91906116d7565b6103437f000000000000000000000000000000000000000000000000000000000000000081565b600181815481106104f3575f80fd5b5f91825260209091200154905081565b5f818152600460205260408120600181015482918291829182916001600160a01b031661053f57505f945084935083925082915081905061059e565b8054600182015460028301546001600160a01b03821691600160a01b900465ffffffffffff1690600160881b90046001600160401b031661057f8b610619565b93995091975065ffffffffffff1695506001600160401b031693509150505b91939590929450565b604080517fa64f5955dfd1285d55cf2c70df9328f2c96f263085d428e0d0c690c5b6de296f602082015246918101919091523060608201526001600160a01b038316608082015260a081018290525f9060c0016040516020818303038152906040528051906020012090505b92915050565b5f5f61062483610e24565b9050600660028201546040516342d21ef760e01b81526001600160401b0390911660048201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906342d21ef790602401602060405180830381865afa158015610699573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906106bd91906117d4565b60078111156106ce576106ce6116af565b036106db57505f92915050565b5f6002820154600160801b900460ff1660048111156106fc576106fc6116af565b1461072b5760016002820154600160801b900460ff166004811115610723576107236116af565b149392505050565b6001810154600160d01b900465ffffffffffff164210801590610752575061075281610e64565b8015610762575061076281610eb1565b9392505050565b5f6107748333610afc565b905081158015906107855750808214155b156107b2576040516330afc9c760e21b815260048101839052602481018290526044015b60405180910390fd5b6107be83600183610f34565b505050565b5f6107ce33836105a7565b90508083146107fa576040516357c54f4f60e01b815260048101849052602481018290526044016107a9565b5f838152600460205260409020600101546001600160a01b03161561083557604051630792b57b60e01b8152600481018490526024016107a9565b60405163c5104d2560e01b8152336004820152602481018390525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063c5104d2590604401602060405180830381865afa1580156108a0573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906108c491906117f2565b9050805f036108ef576040516323fd25a360e01b8152600481018490523360248201526044016107a9565b5f8481526004602052604090208381556001810180546001600160d01b0319163365ffffffffffff60a01b191617600160a01b4265ffffffffffff81169190910291909117909155610962907f00000000000000000000000000000000000000000000000000000000000000009061181d565b600182810180546001600160d01b0316600160d01b65ffffffffffff94909416939093029290921790915560028201805467ffffffffffffffff19166001600160401b0385161790556109be906109b99042611830565b6111be565b6002820180546001600160401b0392909216600160401b026fffffffffffffffff0000000000000000199092169190911790556001805480820182555f919091527fb10e2d527612073b26eecdfd717e6a320cf44b4afac2b0732d9fcbe2b7fa0cf601859055604051848152339086907f68a71097d6028cc94efffa0e0deb3077221c8283c34194e3e9067e7740bd6d5c9060200160405180910390a35050505050565b5f5433906001600160a01b03168114610a985760405162d1953b60e31b81526001600160a01b03821660048201526024016107a9565b816001600160a01b03163b5f03610acd576040516361798f2f60e11b81526001600160a01b03831660048201526024016107a9565b610ad6826112a1565b5050565b5f8054600160a01b900460ff16610af057505f90565b50638fb3603760e01b90565b5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316633a46b1a8836001610b3887610e24565b60010154610b559190600160a01b900465ffffffffffff16611843565b6040516001600160e01b031960e085901b1681526001600160a01b03909216600483015265ffffffffffff166024820152604401602060405180830381865afa158015610ba4573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061076291906117f2565b610bd4335b5f366112f4565b610be08160015f6113ea565b50565b610bec33610bcd565b610be08160035f6113ea565b610ad68282610c078533610afc565b610f34565b610c1533610bcd565b610be08160025f6113ea565b610c2a33610bcd565b5f610c3483610e24565b600101546001600160a01b031690505f828414801590610c6f57505f838152600460205260409020600101546001600160a01b038381169116145b8015610c8657505f84815260036020526040902054155b8015610c9d57505f83815260036020526040902054155b905080610cc7576040516324265ea960e21b815260048101859052602481018490526044016107a9565b5f848152600360205260409020839055610ce3846004856113ea565b50505050565b60408051610140810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e081018290526101008101829052610120810191909152610d4282610e24565b60408051610140810182528254815260018301546001600160a01b038116602083015265ffffffffffff600160a01b8204811693830193909352600160d01b9004909116606082015260028201546001600160401b038082166080840152600160401b82041660a083015290919060c083019060ff600160801b909104166004811115610dd157610dd16116af565b6004811115610de257610de26116af565b815260028201546001600160401b03600160881b909104811660208301526003909201548083166040830152600160401b900490911660609091015292915050565b5f81815260046020526040902060018101546001600160a01b0316610e5f576040516322fd088d60e21b8152600481018390526024016107a9565b919050565b600281015460038201545f916001600160401b03600160401b808304821693908104821692610e9f9291821691600160881b9091041661181d565b610ea9919061181d565b101592915050565b600381015460028201545f918291610edc916001600160401b0390811691600160881b90041661181d565b6002840154909150600160881b90046001600160401b0316158015906107625750610f09816119c8611861565b6002840154610f2b9061271090600160881b90046001600160401b0316611861565b10159392505050565b5f610f3e84610e24565b6001810154909150600160d01b900465ffffffffffff164210610f91576001810154604051632352701b60e11b815260048101869052600160d01b90910465ffffffffffff1660248201526044016107a9565b60018101546001600160a01b03163303610fc157604051632c15628160e21b8152600481018590526024016107a9565b5f84815260026020908152604080832033845290915290205460ff161561100457604051630bcf2ea360e01b8152600481018590523360248201526044016107a9565b815f0361102d5760405163400580ff60e01b8152600481018590523360248201526044016107a9565b5f8481526002602090815260408083203384529091528120805460ff1916600117905561105982610e64565b90505f6110658461145b565b9050600185600281111561107b5761107b6116af565b036110cf57808360020160118282829054906101000a90046001600160401b03166110a69190611878565b92506101000a8154816001600160401b0302191690836001600160401b03160217905550611151565b5f8560028111156110e2576110e26116af565b03611106576003830180548291905f906110a69084906001600160401b0316611878565b808360030160088282829054906101000a90046001600160401b031661112c9190611878565b92506101000a8154816001600160401b0302191690836001600160401b031602179055505b336001600160a01b0316867f0d1507e48701d6b934df69d7d4fd032fddddd0b16619dd20518d5d81c13af10b878760405161118d929190611897565b60405180910390a3811580156111a757506111a783610e64565b156111b6576111b68684611494565b505050505050565b604051632394e7a360e21b8152600481018290525f9081906001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690638e539e8c90602401602060405180830381865afa158015611225573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061124991906117f2565b905061076261271060018161127e7f000000000000000000000000000000000000000000000000000000000000000086611861565b611288919061181d565b6112929190611830565b61129c91906118b5565b61145b565b5f80546001600160a01b0319166001600160a01b0383169081179091556040519081527f2f658b440c35314f52658ea8a740e05b284cdc84dc9ae01e891f21b8933e7cad9060200160405180910390a150565b5f5f61132761130a5f546001600160a01b031690565b863061131960045f898b6118d4565b611322916118fb565b611534565b91509150816113e35763ffffffff8116156113c0575f805460ff60a01b198116600160a01b17909155604051634a63ebf760e11b81526001600160a01b03909116906394c7d7ee9061138190889088908890600401611931565b5f604051808303815f87803b158015611398575f5ffd5b505af11580156113aa573d5f5f3e3d5ffd5b50505f805460ff60a01b19169055506113e39050565b60405162d1953b60e31b81526001600160a01b03861660048201526024016107a9565b5050505050565b816113f484610e24565b600201805460ff60801b1916600160801b836004811115611417576114176116af565b0217905550827ffaf999dda29c71d1e7d77ade9aa6284a45e859a902112eb612f87b96860abe3c838360405161144e929190611970565b60405180910390a2505050565b5f6001600160401b0382111561149057604080516306dfcc6560e41b81526004810191909152602481018390526044016107a9565b5090565b5f6114bf7f00000000000000000000000000000000000000000000000000000000000000004261181d565b6001830154909150600160d01b900465ffffffffffff1681116114e157505050565b6001820180546001600160d01b0316600160d01b65ffffffffffff84160217905560405181815283907f583c2f8738d68704137de2a4f41854d9c87cfab1f32da83a13e80423989407fb9060200161144e565b6040516001600160a01b038085166024830152831660448201526001600160e01b0319821660648201525f908190819060840160408051601f19818403018152918152602080830180516001600160e01b031663b700961360e01b1781525f808052918290528351939450919290918a5afa156115bc575f516020805191945081901c150291505b5094509492505050565b5f602082840312156115d6575f5ffd5b5035919050565b80356001600160a01b0381168114610e5f575f5ffd5b5f5f60408385031215611604575f5ffd5b61160d836115dd565b946020939093013593505050565b5f5f6040838503121561162c575f5ffd5b50508035926020909101359150565b5f6020828403121561164b575f5ffd5b610762826115dd565b5f5f60408385031215611665575f5ffd5b82359150611675602084016115dd565b90509250929050565b5f5f6040838503121561168f575f5ffd5b823591506020830135600381106116a4575f5ffd5b809150509250929050565b634e487b7160e01b5f52602160045260245ffd5b600581106116d3576116d36116af565b9052565b815181526020808301516101408301916116fb908401826001600160a01b03169052565b506040830151611715604084018265ffffffffffff169052565b50606083015161172f606084018265ffffffffffff169052565b50608083015161174a60808401826001600160401b03169052565b5060a083015161176560a08401826001600160401b03169052565b5060c083015161177860c08401826116c3565b5060e083015161179360e08401826001600160401b03169052565b506101008301516117b06101008401826001600160401b03169052565b506101208301516117cd6101208401826001600160401b03169052565b5092915050565b5f602082840312156117e4575f5ffd5b815160088110610762575f5ffd5b5f60208284031215611802575f5ffd5b5051919050565b634e487b7160e01b5f52601160045260245ffd5b8082018082111561061357610613611809565b8181038181111561061357610613611809565b65ffffffffffff828116828216039081111561061357610613611809565b808202811582820484141761061357610613611809565b6001600160401b03818116838216019081111561061357610613611809565b60408101600384106118ab576118ab6116af565b9281526020015290565b5f826118cf57634e487b7160e01b5f52601260045260245ffd5b500490565b5f5f858511156118e2575f5ffd5b838611156118ee575f5ffd5b5050820193919092039150565b80356001600160e01b031981169060048410156117cd576001600160e01b031960049490940360031b84901b1690921692915050565b6001600160a01b03841681526040602082018190528101829052818360608301375f818301606090810191909152601f909201601f1916010192915050565b6040810161197e82856116c3565b826020830152939250505056'
