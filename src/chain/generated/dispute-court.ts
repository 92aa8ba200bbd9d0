// Generated from contracts/src/DisputeCourt.sol by `npm run generate`. Do not edit.

/** ABI of DisputeCourt. */
export const disputeCourtAbi = [
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
        "internalType": "contract IBondVault",
        "name": "bonds_",
        "type": "address"
      },
      {
        "internalType": "contract FaultJudge",
        "name": "judge_",
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
            "internalType": "uint32",
            "name": "reveal",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "response",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "verdict",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "appeal",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "governance",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "veto",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "escrow",
            "type": "uint32"
          }
        ],
        "internalType": "struct CourtCases.Periods",
        "name": "periods",
        "type": "tuple"
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
        "name": "caseId",
        "type": "uint256"
      }
    ],
    "name": "AlreadyPaid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "caseId",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "leading",
        "type": "uint256"
      }
    ],
    "name": "CannotLead",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "caseId",
        "type": "uint256"
      }
    ],
    "name": "CaseUnknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "committed",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "opened",
        "type": "bytes32"
      }
    ],
    "name": "CommitmentMismatch",
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
        "internalType": "uint256",
        "name": "blockNumber",
        "type": "uint256"
      }
    ],
    "name": "DrawUnknown",
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
        "name": "since",
        "type": "uint256"
      }
    ],
    "name": "Invalidated",
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
        "internalType": "address",
        "name": "challenger",
        "type": "address"
      }
    ],
    "name": "NotChallenger",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "entryId",
        "type": "uint256"
      }
    ],
    "name": "OwnEntry",
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
        "name": "caseId",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "endedAt",
        "type": "uint256"
      }
    ],
    "name": "PhaseOver",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "caseId",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "endsAt",
        "type": "uint256"
      }
    ],
    "name": "PhaseRuns",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "opened",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "given",
        "type": "bytes32"
      }
    ],
    "name": "ProofMismatch",
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
        "name": "blockNumber",
        "type": "uint256"
      }
    ],
    "name": "SameBlock",
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
        "name": "caseId",
        "type": "uint256"
      },
      {
        "internalType": "enum CourtCases.Phase",
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
        "internalType": "uint256",
        "name": "caseId",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "round",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "appellant",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bool",
        "name": "forUphold",
        "type": "bool"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "bond",
        "type": "uint256"
      }
    ],
    "name": "CaseAppealed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "caseId",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "entryId",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "enum CourtCases.Outcome",
        "name": "outcome",
        "type": "uint8"
      }
    ],
    "name": "CaseClosed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "caseId",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "entryId",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "challenger",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "bond",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "openBy",
        "type": "uint256"
      }
    ],
    "name": "CaseCommitted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "caseId",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "entryId",
        "type": "uint256"
      }
    ],
    "name": "CaseLeads",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "caseId",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "entryId",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "enum IDisputeCourt.Fault",
        "name": "fault",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "bytes",
        "name": "payload",
        "type": "bytes"
      }
    ],
    "name": "CaseOpened",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [],
    "name": "CourtInvalidated",
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
        "name": "caseId",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "entryId",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "enum IDisputeCourt.Fault",
        "name": "fault",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "vetoUntil",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "executableAt",
        "type": "uint256"
      }
    ],
    "name": "FaultFound",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "caseId",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "entryId",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "requested",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "by",
        "type": "address"
      }
    ],
    "name": "LeafPublished",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "caseId",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "round",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bool",
        "name": "upheld",
        "type": "bool"
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
        "name": "appealBy",
        "type": "uint256"
      }
    ],
    "name": "VerdictGiven",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "caseId",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "round",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "snapshot",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "deadline",
        "type": "uint256"
      }
    ],
    "name": "VerdictWanted",
    "type": "event"
  },
  {
    "inputs": [],
    "name": "COMMITMENT_TAG",
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
    "name": "EXECUTION_SLACK",
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
    "name": "MAX_APPEALS",
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
        "name": "caseId",
        "type": "uint256"
      }
    ],
    "name": "advance",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "caseId",
        "type": "uint256"
      }
    ],
    "name": "appeal",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "appealPeriod",
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
    "name": "caseCount",
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
        "name": "entryId",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "commitment",
        "type": "bytes32"
      }
    ],
    "name": "commit",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "caseId",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "caseId",
        "type": "uint256"
      },
      {
        "internalType": "bool",
        "name": "upheld",
        "type": "bool"
      }
    ],
    "name": "decide",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "caseId",
        "type": "uint256"
      }
    ],
    "name": "drawSeed",
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
    "inputs": [],
    "name": "escrowPeriod",
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
        "name": "caseId",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "round",
        "type": "uint256"
      }
    ],
    "name": "getAppeal",
    "outputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "appellant",
            "type": "address"
          },
          {
            "internalType": "bool",
            "name": "forUphold",
            "type": "bool"
          }
        ],
        "internalType": "struct CourtCases.Appeal",
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
        "name": "caseId",
        "type": "uint256"
      }
    ],
    "name": "getCase",
    "outputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "challenger",
            "type": "address"
          },
          {
            "internalType": "uint48",
            "name": "deadline",
            "type": "uint48"
          },
          {
            "internalType": "enum CourtCases.Phase",
            "name": "phase",
            "type": "uint8"
          },
          {
            "internalType": "enum IDisputeCourt.Fault",
            "name": "fault",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "round",
            "type": "uint8"
          },
          {
            "internalType": "bool",
            "name": "verdict",
            "type": "bool"
          },
          {
            "internalType": "bool",
            "name": "paid",
            "type": "bool"
          },
          {
            "internalType": "address",
            "name": "accused",
            "type": "address"
          },
          {
            "internalType": "uint48",
            "name": "snapshot",
            "type": "uint48"
          },
          {
            "internalType": "uint48",
            "name": "decidedAt",
            "type": "uint48"
          },
          {
            "internalType": "uint128",
            "name": "bond",
            "type": "uint128"
          },
          {
            "internalType": "uint64",
            "name": "entryId",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "detail",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "proof",
            "type": "bytes32"
          }
        ],
        "internalType": "struct CourtCases.Case",
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
        "name": "caseId",
        "type": "uint256"
      },
      {
        "internalType": "bool",
        "name": "upheld",
        "type": "bool"
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
    "name": "giveVerdict",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "governancePeriod",
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
        "name": "entryId",
        "type": "uint256"
      },
      {
        "internalType": "enum IDisputeCourt.Fault",
        "name": "fault",
        "type": "uint8"
      },
      {
        "internalType": "bytes",
        "name": "payload",
        "type": "bytes"
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
    "name": "hashChallenge",
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
        "internalType": "enum IDisputeCourt.Fault",
        "name": "fault",
        "type": "uint8"
      },
      {
        "internalType": "bytes",
        "name": "payload",
        "type": "bytes"
      }
    ],
    "name": "hashProof",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "pure",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "invalidate",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "invalidatedAt",
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
    "inputs": [],
    "name": "judge",
    "outputs": [
      {
        "internalType": "contract FaultJudge",
        "name": "",
        "type": "address"
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
        "internalType": "uint256",
        "name": "caseId",
        "type": "uint256"
      }
    ],
    "name": "lead",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "entryId",
        "type": "uint256"
      }
    ],
    "name": "leadingCase",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "caseId",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "maxDuration",
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
        "name": "caseId",
        "type": "uint256"
      },
      {
        "internalType": "enum IDisputeCourt.Fault",
        "name": "fault",
        "type": "uint8"
      },
      {
        "internalType": "bytes",
        "name": "payload",
        "type": "bytes"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      }
    ],
    "name": "open",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "caseId",
        "type": "uint256"
      }
    ],
    "name": "payBack",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "caseId",
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
            "internalType": "bytes32[]",
            "name": "path",
            "type": "bytes32[]"
          },
          {
            "internalType": "bytes",
            "name": "payload",
            "type": "bytes"
          }
        ],
        "internalType": "struct FaultJudge.Answer",
        "name": "given",
        "type": "tuple"
      }
    ],
    "name": "publishLeaf",
    "outputs": [],
    "stateMutability": "nonpayable",
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
    "name": "revealPeriod",
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
        "name": "caseId",
        "type": "uint256"
      }
    ],
    "name": "reverse",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "entryId",
        "type": "uint256"
      }
    ],
    "name": "rulingOf",
    "outputs": [
      {
        "components": [
          {
            "internalType": "bool",
            "name": "upheld",
            "type": "bool"
          },
          {
            "internalType": "enum IDisputeCourt.Fault",
            "name": "fault",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "challenger",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "proofHash",
            "type": "bytes32"
          }
        ],
        "internalType": "struct IDisputeCourt.Ruling",
        "name": "ruling",
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
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "caseId",
        "type": "uint256"
      },
      {
        "internalType": "bytes",
        "name": "payload",
        "type": "bytes"
      },
      {
        "components": [
          {
            "internalType": "uint32",
            "name": "olderIndex",
            "type": "uint32"
          },
          {
            "internalType": "bytes",
            "name": "cid",
            "type": "bytes"
          },
          {
            "internalType": "bytes32[]",
            "name": "path",
            "type": "bytes32[]"
          },
          {
            "internalType": "bytes32[]",
            "name": "olderPath",
            "type": "bytes32[]"
          }
        ],
        "internalType": "struct FaultJudge.CopyOpening[]",
        "name": "openings",
        "type": "tuple[]"
      }
    ],
    "name": "showCopy",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "caseId",
        "type": "uint256"
      },
      {
        "internalType": "bool",
        "name": "upheld",
        "type": "bool"
      },
      {
        "internalType": "uint48",
        "name": "expiry",
        "type": "uint48"
      }
    ],
    "name": "verdictDigest",
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
    "name": "verdictPeriod",
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
        "name": "caseId",
        "type": "uint256"
      }
    ],
    "name": "veto",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "vetoPeriod",
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

/** Creation bytecode of DisputeCourt. */
export const disputeCourtBytecode =
  '0x6102c0604052348015610010575f5ffd5b50604051614c20380380614c2083398101604081905261002f9161074d565b60408051808201825260098152681114d3c810dbdd5c9d60ba1b602080830191909152825180840190935260018352603160f81b9083015290878787856001600160a01b0383166100bb5760408051633ce7db2360e01b815260048101919091526008604482015267726567697374727960c01b60648201525f60248201526084015b60405180910390fd5b6001600160a01b0382166101025760408051633ce7db2360e01b815260048101919091526005604482015264626f6e647360d81b60648201525f60248201526084016100b2565b6001600160a01b03808416608052821660a0526040805180820190915260068152651c995d99585b60d21b60208201528151610144919063ffffffff16610593565b60c052604080518082019091526008815267726573706f6e736560c01b60208083019190915282015161017d919063ffffffff16610593565b60e05260408051808201825260078152661d995c991a58dd60ca1b6020820152908201516101b1919063ffffffff16610593565b61010052604080518082019091526006815265185c1c19585b60d21b602082015260608201516101e7919063ffffffff16610593565b6101205260408051808201909152600a815269676f7665726e616e636560b01b60208201526080820151610221919063ffffffff16610593565b610140526040805180820190915260048152637665746f60e01b602082015260a0820151610255919063ffffffff16610593565b61016052604080518082019091526006815265657363726f7760d01b602082015260c082015161028b919063ffffffff16610593565b610180525f610299826105ce565b9050624f1a008111156102e65760408051633ce7db2360e01b81526004810191909152600b60448201526a36b0bc223ab930ba34b7b760a91b6064820152602481018290526084016100b2565b505050506102f98161068d60201b60201c565b50610303826106e1565b61024052610310816106e1565b6102605281516020808401919091206102005281519082012061022052466101c05261039f6102005161022051604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201529081019290925260608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b6101a0525050306101e05260408051637b10399960e01b815290516001600160a01b038781169290861691637b103999916004808201926020929091908290030181865afa1580156103f3573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610417919061087e565b6001600160a01b0316146104675760408051633ce7db2360e01b8152600481019190915260056044820152646a7564676560d81b60648201526001600160a01b03841660248201526084016100b2565b806040015163ffffffff16826001600160a01b031663ebcbd2816040518163ffffffff1660e01b8152600401602060405180830381865afa1580156104ae573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906104d291906108a0565b1161057557816001600160a01b031663ebcbd2816040518163ffffffff1660e01b8152600401602060405180830381865afa158015610513573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061053791906108a0565b60408051633ce7db2360e01b8152600481019190915260086044820152676c6f6f6b6261636b60c01b606482015260248101919091526084016100b2565b506001600160a01b0391821661028052166102a0525061097c915050565b5f8115806105a357506212750082115b156105c5578282604051633ce7db2360e01b81526004016100b29291906108e5565b50805b92915050565b5f5f826080015163ffffffff16836060015163ffffffff16846040015163ffffffff166105fb919061091a565b61060690600361092d565b610610919061091a565b90505f836020015163ffffffff16821161063457836020015163ffffffff16610636565b815b9050620151808460c0015163ffffffff168560a0015163ffffffff16865f015163ffffffff1684610667919061091a565b610671919061091a565b61067b919061091a565b610685919061091a565b949350505050565b600580546001600160a01b0319166001600160a01b0383169081179091556040519081527f2f658b440c35314f52658ea8a740e05b284cdc84dc9ae01e891f21b8933e7cad9060200160405180910390a150565b5f5f829050601f8151111561070b578260405163305a27a960e01b81526004016100b29190610944565b805161071682610956565b179392505050565b6001600160a01b0381168114610732575f5ffd5b50565b805163ffffffff81168114610748575f5ffd5b919050565b5f5f5f5f5f5f868803610180811215610764575f5ffd5b875161076f8161071e565b60208901519097506107808161071e565b60408901519096506107918161071e565b60608901519095506107a28161071e565b60808901519094506107b38161071e565b925060e0609f19820112156107c6575f5ffd5b5060405160e081016001600160401b03811182821017156107f557634e487b7160e01b5f52604160045260245ffd5b60405261080460a08901610735565b815261081260c08901610735565b602082015261082360e08901610735565b60408201526108356101008901610735565b60608201526108476101208901610735565b60808201526108596101408901610735565b60a082015261086b6101608901610735565b60c0820152809150509295509295509295565b5f6020828403121561088e575f5ffd5b81516108998161071e565b9392505050565b5f602082840312156108b0575f5ffd5b5051919050565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b604081525f6108f760408301856108b7565b90508260208301529392505050565b634e487b7160e01b5f52601160045260245ffd5b808201808211156105c8576105c8610906565b80820281158282048414176105c8576105c8610906565b602081525f61089960208301846108b7565b80516020808301519190811015610976575f198160200360031b1b821691505b50919050565b60805160a05160c05160e05161010051610120516101405161016051610180516101a0516101c0516101e05161020051610220516102405161026051610280516102a0516140fe610b225f395f81816103c101526106e301525f818161037f01528181610b6801528181611078015281816123330152818161245a015261254e01525f612da001525f612d7501525f61326601525f61323e01525f61319901525f6131c301525f6131ed01525f818161061f01528181610d260152612c1501525f818161066c0152818161090001528181610d47015281816129630152612c3b01525f81816105f8015281816114b4015261280901525f81816104fe0152818161077901528181610f75015261282d01525f81816102730152818161284e0152612cc501525f818161057f015281816123f1015281816125270152818161288b01526128b201525f818161069301528181610d740152611b0101525f81816102d40152818161152801528181611c7a0152818161304701526130ef01525f818161046201528181611a1d01528181611ced0152818161262c015261275f01526140fe5ff3fe608060405234801561000f575f5ffd5b5060043610610255575f3560e01c806384b0196e11610140578063c4253db0116100bf578063e8f0358011610084578063e8f03580146105f3578063f16b51c11461061a578063f2f0387714610641578063f5b0216114610654578063f753552514610667578063f96046811461068e575f5ffd5b8063c4253db0146105b2578063cc856332146105bc578063cd1b3381146105c5578063d7e088e7146105d8578063da2d7e95146105eb575f5ffd5b8063a86313dc11610105578063a86313dc14610528578063a91a108014610547578063b456656414610567578063ba2b24a01461057a578063bf7e214f146105a1575f5ffd5b806384b0196e146104aa5780638fb36037146104c557806397d15425146104e65780639e4f272d146104f95780639fb2fff414610520575f5ffd5b80635c95c441116101d75780637263bf2a1161019c5780637263bf2a146103fe57806372f642df146104375780637a9e5e4b1461044a5780637b1039991461045d5780637ccc5d35146104845780637e69b7b014610497575f5ffd5b80635c95c441146103a15780635daab5eb146103a95780636977175e146103bc5780636db5c8fd146103e357806371d6ddd6146103eb575f5ffd5b80631d28dec71161021d5780631d28dec71461032e578063224f3d1a146103415780632b1ba96f1461035457806347d34cc614610367578063573255f41461037a575f5ffd5b80630513fa33146102595780630d8310c31461026e57806310bbff57146102a8578063135c404e146102cf57806315410a9a1461030e575b5f5ffd5b61026c61026736600461331f565b6106b5565b005b6102957f000000000000000000000000000000000000000000000000000000000000000081565b6040519081526020015b60405180910390f35b6102957fe4487d028b91b4ab10ad3b7dfad531b1a1e08f9d261a29bd70ae8a2937c97c7681565b6102f67f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b03909116815260200161029f565b61032161031c3660046133b7565b610826565b60405161029f91906133f6565b61026c61033c3660046133b7565b6108da565b61026c61034f366004613438565b61099e565b61026c6103623660046134b6565b6109c1565b61026c610375366004613514565b610b58565b6102f67f000000000000000000000000000000000000000000000000000000000000000081565b610295600381565b61026c6103b73660046133b7565b610c68565b6102f67f000000000000000000000000000000000000000000000000000000000000000081565b610295610d1f565b61026c6103f93660046133b7565b610dbb565b61041161040c366004613552565b610fd2565b6040805182516001600160a01b031681526020928301511515928101929092520161029f565b61026c610445366004613572565b611025565b61026c610458366004613619565b611113565b6102f67f000000000000000000000000000000000000000000000000000000000000000081565b61026c6104923660046133b7565b61118c565b61026c6104a53660046133b7565b611385565b6104b261158e565b60405161029f9796959493929190613662565b6104cd6115d0565b6040516001600160e01b0319909116815260200161029f565b61026c6104f43660046133b7565b6115f4565b6102957f000000000000000000000000000000000000000000000000000000000000000081565b61026c611612565b6102956105363660046133b7565b60026020525f908152604090205481565b61055a6105553660046133b7565b611670565b60405161029f9190613708565b610295610575366004613850565b611838565b6102957f000000000000000000000000000000000000000000000000000000000000000081565b6005546001600160a01b03166102f6565b6102956201518081565b61029560015481565b6102956105d33660046138c6565b6118cb565b6102956105e6366004613916565b611901565b6102955f5481565b6102957f000000000000000000000000000000000000000000000000000000000000000081565b6102957f000000000000000000000000000000000000000000000000000000000000000081565b61029561064f366004613552565b6119bb565b6102956106623660046133b7565b611d56565b6102957f000000000000000000000000000000000000000000000000000000000000000081565b6102957f000000000000000000000000000000000000000000000000000000000000000081565b5f6106c1866004611dcf565b90505f6106cf878787611901565b6040805160c0810182526001600160a01b037f000000000000000000000000000000000000000000000000000000000000000081168252600186015465ffffffffffff600160a01b8204811660208501528a1693830193909352606082018490529182166080820152845490911660a08201529091505f90610752908686611eaa565b8354881515600160e81b0263ff0000ff60d01b1990911617600560d01b178455905061079e7f000000000000000000000000000000000000000000000000000000000000000042613965565b835465ffffffffffff60a01b1916600160a01b65ffffffffffff92831681029190911780865560408051600160e01b830460ff1681528b15156020820152908101859052919004909116606082015288907fd61f8c129a7f6c67f947cc3bc9578bc957513bdcd7fee22d1207d990eaea93579060800160405180910390a25050505050505050565b604080516080810182525f80825260208083018290528284018290526060830182905284825260028152838220548083526003909152929020909190811580610875575061087381612092565b155b15610881575050919050565b60408051608081019091526001815281546020820190600160d81b900460ff1660078111156108b2576108b26133ce565b815282546001600160a01b031660208201526003909201546040909201919091529392505050565b6108e6335b5f366120e1565b5f6108f0826121da565b60018101549091505f90610934907f000000000000000000000000000000000000000000000000000000000000000090600160d01b900465ffffffffffff16613965565b905060078254600160d01b900460ff166008811115610955576109556133ce565b1480156109625750804210155b1561098f57604051639d01ad4760e01b815260048101849052602481018290526044015b60405180910390fd5b610999838361222b565b505050565b6109a7336108df565b5f6109b3836006611dcf565b9050610999838284426122bd565b5f6109cd866001611dcf565b80549091506001600160a01b03163314610a0e578054604051631500748760e31b81523360048201526001600160a01b039091166024820152604401610986565b6002810154600160c01b90046001600160401b03164311610a595760028101546040516378696d1560e01b8152600160c01b9091046001600160401b03166004820152602401610986565b60028101545f90610a7e90600160801b90046001600160401b03168787873388611838565b905081600301548114610ab457600382015460405163c9e0e75760e01b8152600481019190915260248101829052604401610986565b81548690839060ff60d81b1916600160d81b836007811115610ad857610ad86133ce565b0217905550610ae88686866118cb565b60038301556002820154604051600160801b9091046001600160401b03169088907f4f2dc9c9f9b8090e4d821ea0b78c9eafc397fc4028164db038199a5f9221388390610b3a908a908a908a906139a0565b60405180910390a3610b4f87838888886122df565b50505050505050565b5f610b64836003611dcf565b90507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316634e64f269610b9e836125dd565b60200151600284015460405160e084901b6001600160e01b0319168152610bdb9291600160c01b90046001600160401b0316908790600401613a8f565b5f6040518083038186803b158015610bf1575f5ffd5b505afa158015610c03573d5f5f3e3d5ffd5b5050505060028101546040516001600160401b03600160c01b8304811682523392600160801b9004169085907ffb5cf6a0378e46889d80ad1acb69df73204284ccec65e53073a17e43fb9e95359060200160405180910390a4610999838260026126f1565b5f610c72826121da565b600281810154600160801b90046001600160401b03165f908152602091909152604090205490915060078254600160d01b900460ff166008811115610cb957610cb96133ce565b141580610cc557508281145b80610cd75750610cd58382612796565b155b15610cff57604051637e99abe560e01b81526004810184905260248101829052604401610986565b6002820154610999908490600160801b90046001600160401b03166127c7565b5f620151807f00000000000000000000000000000000000000000000000000000000000000007f0000000000000000000000000000000000000000000000000000000000000000610d6e612805565b610d98907f0000000000000000000000000000000000000000000000000000000000000000613965565b610da29190613965565b610dac9190613965565b610db69190613965565b905090565b5f610dc5826121da565b8054909150600160d01b900460ff166007816008811115610de857610de86133ce565b1480610e0557506008816008811115610e0357610e036133ce565b145b15610e2757828160405163041d44f960e11b8152600401610986929190613b57565b60015415610e3a5761099983835f6126f1565b8154600160a01b900465ffffffffffff16421015610e855781546040516367a5883d60e11b815260048101859052600160a01b90910465ffffffffffff166024820152604401610986565b6001816008811115610e9957610e996133ce565b1480610eb657506002816008811115610eb457610eb46133ce565b145b15610ec757610999838360026126f1565b6003816008811115610edb57610edb6133ce565b03610efe5781546109999084908490600160a01b900465ffffffffffff166128de565b6004816008811115610f1257610f126133ce565b14610f405781546109999084908490600160e81b810460ff1690600160a01b900465ffffffffffff166122bd565b8154600160e01b900460ff165f03610f5d5761099983835f6126f1565b815460ff60d01b1916600560d01b17808355610fa9907f000000000000000000000000000000000000000000000000000000000000000090600160a01b900465ffffffffffff16613965565b825465ffffffffffff91909116600160a01b0265ffffffffffff60a01b19909116179091555050565b6040805180820182525f80825260209182018190528481526004825282812084825282528290208251808401909352546001600160a01b0381168352600160a01b900460ff161515908201525b92915050565b5f611031866002611dcf565b90505f611040600287876118cb565b90508160030154811461107657600382015460405163fd206c2d60e01b8152600481019190915260248101829052604401610986565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316637c78da086110ae846125dd565b88886110b98c611d56565b89896040518763ffffffff1660e01b81526004016110dc96959493929190613ba0565b5f6040518083038186803b1580156110f2575f5ffd5b505afa158015611104573d5f5f3e3d5ffd5b50505050610b4f8783426128de565b60055433906001600160a01b0316811461114a5760405162d1953b60e31b81526001600160a01b0382166004820152602401610986565b816001600160a01b03163b5f0361117f576040516361798f2f60e11b81526001600160a01b0383166004820152602401610986565b611188826129fc565b5050565b5f611196826121da565b905060088154600160d01b900460ff1660088111156111b7576111b76133ce565b036111e557805460405163041d44f960e11b8152610986918491600160d01b90910460ff1690600401613b57565b60078154600160d01b900460ff166008811115611204576112046133ce565b036112625761121281612092565b156112235761118882826001612a50565b600154156112365761118882825f6126f1565b8161124082612c0c565b6040516367a5883d60e11b815260048101929092526024820152604401610986565b5f60018254600160d01b900460ff166008811115611282576112826133ce565b14806112aa575060028254600160d01b900460ff1660088111156112a8576112a86133ce565b145b90508080156112c957508154600160a01b900465ffffffffffff164210155b15611301578154604051639d01ad4760e01b815260048101859052600160a01b90910465ffffffffffff166024820152604401610986565b600282810154600160801b90046001600160401b03165f908152602091909152604090205480158061134657505f81815260036020526040902061134490612092565b155b1561137457825460405163041d44f960e11b8152610986918691600160d01b90910460ff1690600401613b57565b61137f84845f6126f1565b50505050565b5f611391826005611dcf565b80549091505f906113ad90600160e01b900460ff166001613cb7565b60028301548354600160e01b60ff93841690810260ff60e01b199092169190911780865560408051808201825233808252600160e81b9384900487161560208084019182525f8c8152600482528581208882529091528490209251835491511515600160a01b026001600160a81b03199092166001600160a01b03919091161717909155875491519396506001600160801b03909416861b9488937ff9a90a1fa33e287adaee64aceb970045cef9ff89cc529fb0ee3daf9da038a3d09361148e93899391900416159087909283529015156020830152604082015260600190565b60405180910390a36003820361150257825460ff60d01b1916600360d11b1783556114d97f000000000000000000000000000000000000000000000000000000000000000042613965565b835465ffffffffffff91909116600160a01b0265ffffffffffff60a01b1990911617835561150c565b61150c8484612c79565b60405163282d3fdf60e01b8152336004820152602481018290527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063282d3fdf906044015b5f604051808303815f87803b158015611572575f5ffd5b505af1158015611584573d5f5f3e3d5ffd5b5050505050505050565b5f6060805f5f5f606061159f612d6e565b6115a7612d99565b604080515f80825260208201909252600f60f81b9b939a50919850469750309650945092509050565b6005545f90600160a01b900460ff166115e857505f90565b50638fb3603760e01b90565b6115fd336108df565b61160f8161160a836121da565b61222b565b50565b61161b336108df565b60015415611642576001546040516393c2cb9560e01b815260040161098691815260200190565b426001556040517f68291ab95363149cc57d1ccaa06e706060f9bbe2f061cfc40698aa0cb5ca716d905f90a1565b6116e2604080516101c0810182525f80825260208201819052909182019081526020015f81525f6020820181905260408201819052606082018190526080820181905260a0820181905260c0820181905260e08201819052610100820181905261012082018190526101409091015290565b6116eb826121da565b604080516101c08101825282546001600160a01b0381168252600160a01b810465ffffffffffff166020830152909291830190600160d01b900460ff166008811115611739576117396133ce565b600881111561174a5761174a6133ce565b81528154602090910190600160d81b900460ff16600781111561176f5761176f6133ce565b6007811115611780576117806133ce565b8152815460ff600160e01b820481166020840152600160e81b8204811615156040840152600160f01b909104161515606082015260018201546001600160a01b038116608083015265ffffffffffff600160a01b8204811660a0840152600160d01b9091041660c082015260028201546001600160801b03811660e08301526001600160401b03600160801b82048116610100840152600160c01b909104166101208201526003909101546101409091015292915050565b5f7fe4487d028b91b4ab10ad3b7dfad531b1a1e08f9d261a29bd70ae8a2937c97c764630896118688a8a8a6118cb565b6040805160208101969096528501939093526001600160a01b039182166060850152608084015260a0830191909152841660c082015260e08101839052610100016040516020818303038152906040528051906020012090509695505050505050565b5f8383836040516020016118e1939291906139a0565b6040516020818303038152906040528051906020012090505b9392505050565b5f5f61190c856121da565b90505f604051806101000160405280878152602001835f01601b9054906101000a900460ff166007811115611943576119436133ce565b60ff90811682528454600160e01b810490911660208301526003850154604083015287151560608301526001600160a01b03166080820152600184015465ffffffffffff600160a01b909104811660a0830152861660c09091015290506119b16119ac82612dc4565b612e15565b9695505050505050565b5f6001545f146119e4576001546040516393c2cb9560e01b815260040161098691815260200190565b5f829003611a05576040516326fd599b60e11b815260040160405180910390fd5b60405163bae78d7b60e01b8152600481018490525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063bae78d7b9060240161020060405180830381865afa158015611a6b573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611a8f9190613d50565b9050336001600160a01b031681608001516001600160a01b031603611aca576040516305b5696f60e31b815260048101859052602401610986565b5f5f8154611ad790613e40565b91829055505f81815260036020526040902080546001600160a01b03191633178155909250611b267f000000000000000000000000000000000000000000000000000000000000000042613965565b815460808401516001840180546001600160a01b039092166001600160a01b031990921691909117905565ffffffffffff91909116600160a01b0260ff60d01b191666ffffffffffffff60a01b1990911617600160d01b17815560a0820151611b9190600290613e58565b8260a00151611ba09190613e77565b600282018054436001600160401b03908116600160c01b026001600160c01b03918a16600160801b026001600160c01b03199093166001600160801b0395861617929092179081168217909255600384018790558354604080519285169390941692909217815265ffffffffffff600160a01b9092049190911660208201523391879186917f86c1cdd8d7f94f2194c0767b5a8224c70a49dfd791c81eaa7fbf0888fee0d085910160405180910390a4600281015460405163282d3fdf60e01b81523360048201526001600160801b0390911660248201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063282d3fdf906044015f604051808303815f87803b158015611cc3575f5ffd5b505af1158015611cd5573d5f5f3e3d5ffd5b505060405163027d00fb60e41b8152600481018890527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031692506327d00fb091506024015f604051808303815f87803b158015611d38575f5ffd5b505af1158015611d4a573d5f5f3e3d5ffd5b50505050505092915050565b5f81815260036020526040812060020154600160c01b90046001600160401b03168040808303611d9c57604051636781f1c760e01b815260048101839052602401610986565b60408051602081018390529081018590526060016040516020818303038152906040528051906020012092505050919050565b5f611dd9836121da565b90506001545f14611e03576001546040516393c2cb9560e01b815260040161098691815260200190565b816008811115611e1557611e156133ce565b8154600160d01b900460ff166008811115611e3257611e326133ce565b14611e6057805460405163041d44f960e11b8152610986918591600160d01b90910460ff1690600401613b57565b8054600160a01b900465ffffffffffff16421061101f578054604051639d01ad4760e01b815260048101859052600160a01b90910465ffffffffffff166024820152604401610986565b5f836040015165ffffffffffff16421115611ee857604080850151905163068d57a760e21b815265ffffffffffff9091166004820152602401610986565b811580611ef55750604082115b15611f16576040516322db298160e21b815260048101839052602401610986565b5f611f2685606001518585612e41565b90505f5f5f875f01516001600160a01b031663fcca74ae858a608001518b60a001518c602001516040518563ffffffff1660e01b8152600401611f6c9493929190613e8a565b606060405180830381865afa158015611f87573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611fab9190613eff565b919450925090506001600160a01b038116156120475787608001516001600160a01b0316816001600160a01b03161480611ffa57508760a001516001600160a01b0316816001600160a01b0316145b15612023576040516335f92a6b60e01b81526001600160a01b0382166004820152602401610986565b60405163047c70e360e41b81526001600160a01b0382166004820152602401610986565b612052826002613f36565b61205d846003613f36565b10156120865760405163fc2d859d60e01b81526004810184905260248101839052604401610986565b50909695505050505050565b5f5f6001545f146120a5576001546120a7565b425b905060078354600160d01b900460ff1660088111156120c8576120c86133ce565b1480156118fa57506120d983612c0c565b111592915050565b5f5f6121156120f86005546001600160a01b031690565b863061210760045f898b613f4d565b61211091613f74565b612f8a565b91509150816121d35763ffffffff8116156121b0576005805460ff60a01b198116600160a01b17909155604051634a63ebf760e11b81526001600160a01b03909116906394c7d7ee9061217090889088908890600401613fac565b5f604051808303815f87803b158015612187575f5ffd5b505af1158015612199573d5f5f3e3d5ffd5b50506005805460ff60a01b19169055506121d39050565b60405162d1953b60e31b81526001600160a01b0386166004820152602401610986565b5050505050565b5f818152600360205260408120908154600160d01b900460ff166008811115612205576122056133ce565b03612226576040516310428a0760e11b815260048101839052602401610986565b919050565b60088154600160d01b900460ff16600881111561224a5761224a6133ce565b0361227857805460405163041d44f960e11b8152610986918491600160d01b90910460ff1690600401613b57565b61228181612092565b156122b2578161229082612c0c565b604051639d01ad4760e01b815260048101929092526024820152604401610986565b61118882825f6126f1565b81156122d3576122ce8484836128de565b61137f565b61137f848460026126f1565b60078360078111156122f3576122f36133ce565b03612307576123028585612c79565b6121d3565b600483600781111561231b5761231b6133ce565b0361243f57835460ff60d01b1916600360d01b1784557f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635a834a1e612369866125dd565b84846040518463ffffffff1660e01b815260040161238993929190613fd0565b602060405180830381865afa1580156123a4573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906123c89190613ff0565b6002850180546001600160c01b031663ffffffff92909216600160c01b029190911790556124167f000000000000000000000000000000000000000000000000000000000000000042613965565b845465ffffffffffff91909116600160a01b0265ffffffffffff60a01b199091161784556121d3565b6002836007811115612453576124536133ce565b0361254c577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166390c27cae612490866125dd565b84846040518463ffffffff1660e01b81526004016124b093929190613fd0565b5f6040518083038186803b1580156124c6575f5ffd5b505afa1580156124d8573d5f5f3e3d5ffd5b5050855460ff60d01b1916600160d11b178655506124f99050436001613965565b6002850180546001600160401b0392909216600160c01b026001600160c01b039092169190911790556124167f000000000000000000000000000000000000000000000000000000000000000042613965565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663c7d6bc1b84612585876125dd565b85856040518563ffffffff1660e01b81526004016125a6949392919061400b565b5f6040518083038186803b1580156125bc575f5ffd5b505afa1580156125ce573d5f5f3e3d5ffd5b505050506121d38585426128de565b604080516080810182525f808252602082018190529181018290526060810191909152600282015460405163bae78d7b60e01b8152600160801b9091046001600160401b031660048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063bae78d7b9060240161020060405180830381865afa15801561267a573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061269e9190613d50565b60408051608080820183526002909601546001600160401b03600160801b90910481168252835160208084019190915284015116918101919091529301516001600160a01b031660608401525090919050565b815460ff60d01b1916600160d31b178255600280830154600160801b90046001600160401b03165f81815260209290925260409091205484900361273e575f818152600260205260408120555b612749848484612a50565b60405163f257aa5760e01b8152600481018290527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063f257aa579060240161155b565b5f8115806118fa575081831080156118fa57505f8281526003602052604090206127bf90612092565b159392505050565b5f8181526002602052604080822084905551829184917fa403e06d1b67afbd16b8208fa8e6b7f1d2563fdf7651ef3e3c2cab8e68643da39190a35050565b5f807f00000000000000000000000000000000000000000000000000000000000000006128727f00000000000000000000000000000000000000000000000000000000000000007f0000000000000000000000000000000000000000000000000000000000000000613965565b61287d906003613f36565b6128879190613965565b90507f000000000000000000000000000000000000000000000000000000000000000081116128d6577f00000000000000000000000000000000000000000000000000000000000000006128d8565b805b91505090565b8154630100000760d01b63ff0000ff60d01b19909116178083556001830180546001600160d01b031665ffffffffffff8416600160d01b021790556002830154600160801b90046001600160401b03169084907f3189cd6070f026802174de9f874aeed36c139105f98e68c09a0dc90d4c29720d9060ff600160d81b909104166129887f000000000000000000000000000000000000000000000000000000000000000086613965565b61299187612c0c565b6040516129a093929190614038565b60405180910390a3600282810154600160801b90046001600160401b03165f90815260209190915260409020546129d78482612796565b1561137f57600283015461137f908590600160801b90046001600160401b03166127c7565b600580546001600160a01b0319166001600160a01b0383169081179091556040519081527f2f658b440c35314f52658ea8a740e05b284cdc84dc9ae01e891f21b8933e7cad9060200160405180910390a150565b8154600160f01b900460ff1615612a7d57604051630c25d88760e31b815260048101849052602401610986565b8154600160f01b60ff60f01b199091161782556002820154604051600160801b9091046001600160401b03169084907f016a758a91896e4fefbd654294b89347d8122b9149180b0d1f6e69a0119e88c090612ad9908590614057565b60405180910390a38154600280840154612b2b926001600160a01b0316916001600160801b0390911690846002811115612b1557612b156133ce565b60018701549114906001600160a01b031661301c565b60015b8254600160e01b900460ff16811161137f575f84815260046020908152604080832084845290915281209080846002811115612b6c57612b6c6133ce565b14158015612b9d57506001846002811115612b8957612b896133ce565b835460ff600160a01b909104161515911414155b82546002870154919250612bf7916001600160a01b038216916001600160801b03909116861b908490600160a01b900460ff16612be45788546001600160a01b031661301c565b60018901546001600160a01b031661301c565b50508080612c0490613e40565b915050612b2e565b60018101545f907f000000000000000000000000000000000000000000000000000000000000000090612c6f907f000000000000000000000000000000000000000000000000000000000000000090600160d01b900465ffffffffffff16613965565b61101f9190613965565b805460ff60d01b1916600160d21b178155612c95600142613e77565b60018201805465ffffffffffff92909216600160a01b0265ffffffffffff60a01b19909216919091179055612cea7f000000000000000000000000000000000000000000000000000000000000000042613965565b815465ffffffffffff60a01b1916600160a01b65ffffffffffff928316810291909117808455600184015460408051600160e01b840460ff1681529184900485166020830152929091049092169082015282907faf3550278f5dcd41ca1e71c8e714f93d067d55f4c22436e94cbc32809b7b41969060600160405180910390a25050565b6060610db67f0000000000000000000000000000000000000000000000000000000000000000613150565b6060610db67f0000000000000000000000000000000000000000000000000000000000000000613150565b5f7f297a7153fcd31cb5247348ef5de8423cfd0f1990481ff6d9c9fce01d075cd17f82604051602001612df8929190614071565b604051602081830303815290604052805190602001209050919050565b5f61101f612e2161318d565b8360405161190160f01b8152600281019290925260228201526042902090565b6060816001600160401b03811115612e5b57612e5b613cd0565b604051908082528060200260200182016040528015612e84578160200160208202803683370190505b5090505f5f60405186815285602085015f5b87861015612f225760208301358060011b60011c8160ff1c601b016020870152843560408701528060608701525f5f527f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08111612ef95760205f60808860015afa505b50505f51945080851115612f225750838152600194909401936040919091019060200183612e96565b5050508483039050612f355750506118fa565b6001600160a01b038116612f5f576040516306247d8360e01b815260048101839052602401610986565b6040516304aa6fdf60e31b8152600481018390526001600160a01b0382166024820152604401610986565b6040516001600160a01b038085166024830152831660448201526001600160e01b0319821660648201525f908190819060840160408051601f19818403018152918152602080830180516001600160e01b031663b700961360e01b1781525f808052918290528351939450919290918a5afa15613012575f516020805191945081901c150291505b5094509492505050565b816130a357604051630357371d60e01b81526001600160a01b038581166004830152602482018590527f00000000000000000000000000000000000000000000000000000000000000001690630357371d906044015f604051808303815f87803b158015613088575f5ffd5b505af115801561309a573d5f5f3e3d5ffd5b5050505061137f565b5f5f6130ae856132b6565b60405163555d291160e01b81526001600160a01b038981166004830152602482018490528681166044830152606482018390525f60848301529294509092507f00000000000000000000000000000000000000000000000000000000000000009091169063555d29119060a4015f604051808303815f87803b158015613132575f5ffd5b505af1158015613144573d5f5f3e3d5ffd5b50505050505050505050565b60605f61315c836132d6565b6040805160208082528183019092529192505f91906020820181803683375050509182525060208101929092525090565b5f306001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000161480156131e557507f000000000000000000000000000000000000000000000000000000000000000046145b1561320f57507f000000000000000000000000000000000000000000000000000000000000000090565b610db6604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b5f806132c3600284613e58565b90506132cf8184613e77565b9150915091565b5f60ff8216601f81111561101f57604051632cd44ac360e21b815260040160405180910390fd5b801515811461160f575f5ffd5b803565ffffffffffff81168114612226575f5ffd5b5f5f5f5f5f60808688031215613333575f5ffd5b853594506020860135613345816132fd565b93506133536040870161330a565b925060608601356001600160401b0381111561336d575f5ffd5b8601601f8101881361337d575f5ffd5b80356001600160401b03811115613392575f5ffd5b8860208260061b84010111156133a6575f5ffd5b959894975092955050506020019190565b5f602082840312156133c7575f5ffd5b5035919050565b634e487b7160e01b5f52602160045260245ffd5b600881106133f2576133f26133ce565b9052565b8151151581526020808301516080830191613413908401826133e2565b506040838101516001600160a01b031690830152606092830151929091019190915290565b5f5f60408385031215613449575f5ffd5b82359150602083013561345b816132fd565b809150509250929050565b6008811061160f575f5ffd5b5f5f83601f840112613482575f5ffd5b5081356001600160401b03811115613498575f5ffd5b6020830191508360208285010111156134af575f5ffd5b9250929050565b5f5f5f5f5f608086880312156134ca575f5ffd5b8535945060208601356134dc81613466565b935060408601356001600160401b038111156134f6575f5ffd5b61350288828901613472565b96999598509660600135949350505050565b5f5f60408385031215613525575f5ffd5b8235915060208301356001600160401b03811115613541575f5ffd5b830160a0818603121561345b575f5ffd5b5f5f60408385031215613563575f5ffd5b50508035926020909101359150565b5f5f5f5f5f60608688031215613586575f5ffd5b8535945060208601356001600160401b038111156135a2575f5ffd5b6135ae88828901613472565b90955093505060408601356001600160401b038111156135cc575f5ffd5b8601601f810188136135dc575f5ffd5b80356001600160401b038111156135f1575f5ffd5b8860208260051b84010111156133a6575f5ffd5b6001600160a01b038116811461160f575f5ffd5b5f60208284031215613629575f5ffd5b81356118fa81613605565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b60ff60f81b8816815260e060208201525f61368060e0830189613634565b82810360408401526136928189613634565b606084018890526001600160a01b038716608085015260a0840186905283810360c0850152845180825260208087019350909101905f5b818110156136e75783518352602093840193909201916001016136c9565b50909b9a5050505050505050505050565b600981106133f2576133f26133ce565b81516001600160a01b031681526101c081016020830151613733602084018265ffffffffffff169052565b50604083015161374660408401826136f8565b50606083015161375960608401826133e2565b50608083015161376e608084018260ff169052565b5060a083015161378260a084018215159052565b5060c083015161379660c084018215159052565b5060e08301516137b160e08401826001600160a01b03169052565b506101008301516137cd61010084018265ffffffffffff169052565b506101208301516137e961012084018265ffffffffffff169052565b506101408301516138066101408401826001600160801b03169052565b506101608301516138236101608401826001600160401b03169052565b506101808301516138406101808401826001600160401b03169052565b506101a092830151919092015290565b5f5f5f5f5f5f60a08789031215613865575f5ffd5b86359550602087013561387781613466565b945060408701356001600160401b03811115613891575f5ffd5b61389d89828a01613472565b90955093505060608701356138b181613605565b95989497509295919493608090920135925050565b5f5f5f604084860312156138d8575f5ffd5b83356138e381613466565b925060208401356001600160401b038111156138fd575f5ffd5b61390986828701613472565b9497909650939450505050565b5f5f5f60608486031215613928575f5ffd5b83359250602084013561393a816132fd565b91506139486040850161330a565b90509250925092565b634e487b7160e01b5f52601160045260245ffd5b8082018082111561101f5761101f613951565b81835281816020850137505f828201602090810191909152601f909101601f19169091010190565b6139aa81856133e2565b604060208201525f6139c0604083018486613978565b95945050505050565b63ffffffff8116811461160f575f5ffd5b5f5f8335601e198436030181126139ef575f5ffd5b83016020810192503590506001600160401b03811115613a0d575f5ffd5b8060051b36038213156134af575f5ffd5b8183525f6001600160fb1b03831115613a35575f5ffd5b8260051b80836020870137939093016020019392505050565b5f5f8335601e19843603018112613a63575f5ffd5b83016020810192503590506001600160401b03811115613a81575f5ffd5b8036038213156134af575f5ffd5b8381526001600160401b0383166020820152606060408201525f8235613ab4816139c9565b63ffffffff1660608301526020830135613acd816139c9565b63ffffffff16608083015260408301356001600160e01b031981168114613af2575f5ffd5b6001600160e01b03191660a0830152613b0e60608401846139da565b60a060c0850152613b2461010085018284613a1e565b915050613b346080850185613a4e565b848303605f190160e0860152613b4b838284613978565b98975050505050505050565b828152604081016118fa60208301846136f8565b80518252602080820151908301526040808201516001600160401b0316908301526060908101516001600160a01b0316910152565b613baa8188613b6b565b60e060808201525f613bc060e083018789613978565b8560a084015282810360c08401528084825260208201905060208560051b830101865f607e19893603015b88821015613ca557858403601f190185528235818112613c09575f5ffd5b8a018035613c16816139c9565b63ffffffff168552613c2b6020820182613a4e565b60806020880152613c40608088018284613978565b915050613c5060408301836139da565b8783036040890152613c63838284613a1e565b92505050613c7460608301836139da565b92508682036060880152613c89828483613a1e565b9650505050602083019250602085019450600182019150613beb565b50919c9b505050505050505050505050565b60ff818116838216019081111561101f5761101f613951565b634e487b7160e01b5f52604160045260245ffd5b60405161020081016001600160401b0381118282101715613d1357634e487b7160e01b5f52604160045260245ffd5b60405290565b80516001600160401b0381168114612226575f5ffd5b8051612226816132fd565b805161222681613605565b805161222681613466565b5f610200828403128015613d62575f5ffd5b50613d6b613ce4565b82518152613d7b60208401613d19565b6020820152613d8c60408401613d19565b6040820152613d9d60608401613d2f565b6060820152613dae60808401613d3a565b608082015260a08381015190820152613dc960c08401613d3a565b60c0820152613dda60e08401613d45565b60e0820152610100838101519082015261012080840151908201526101408084015190820152610160808401519082015261018080840151908201526101a080840151908201526101c080840151908201526101e0928301519281019290925250919050565b5f60018201613e5157613e51613951565b5060010190565b5f82613e7257634e487b7160e01b5f52601260045260245ffd5b500490565b8181038181111561101f5761101f613951565b608080825285519082018190525f90602087019060a0840190835b81811015613ecc5783516001600160a01b0316835260209384019390920191600101613ea5565b50506001600160a01b0396871660208501529490951660408301525065ffffffffffff9190911660609091015292915050565b5f5f5f60608486031215613f11575f5ffd5b8351602085015160408601519194509250613f2b81613605565b809150509250925092565b808202811582820484141761101f5761101f613951565b5f5f85851115613f5b575f5ffd5b83861115613f67575f5ffd5b5050820193919092039150565b80356001600160e01b03198116906004841015613fa5576001600160e01b0319600485900360031b81901b82161691505b5092915050565b6001600160a01b03841681526040602082018190525f906139c09083018486613978565b613fda8185613b6b565b60a060808201525f6139c060a083018486613978565b5f60208284031215614000575f5ffd5b81516118fa816139c9565b61401581866133e2565b6140226020820185613b6b565b60c060a08201525f6119b160c083018486613978565b6060810161404682866133e2565b602082019390935260400152919050565b602081016003831061406b5761406b6133ce565b91905290565b5f610120820190508382528251602083015260ff602084015116604083015260ff6040840151166060830152606083015160808301526080830151151560a083015260a08301516140cd60c08401826001600160a01b03169052565b5060c083015165ffffffffffff811660e08401525060e083015165ffffffffffff811661010084015250939250505056'
