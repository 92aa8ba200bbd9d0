// Generated from contracts/src/DsoGovernor.sol by `npm run generate`. Do not edit.

/** ABI of DsoGovernor. */
export const dsoGovernorAbi = [
  {
    "inputs": [
      {
        "internalType": "contract IERC5805",
        "name": "votes",
        "type": "address"
      },
      {
        "internalType": "contract TimelockController",
        "name": "timelock_",
        "type": "address"
      },
      {
        "components": [
          {
            "internalType": "uint48",
            "name": "votingDelay",
            "type": "uint48"
          },
          {
            "internalType": "uint32",
            "name": "votingPeriod",
            "type": "uint32"
          },
          {
            "internalType": "uint256",
            "name": "proposalThreshold",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "quorumPercent",
            "type": "uint256"
          },
          {
            "internalType": "uint48",
            "name": "lateQuorumExtension",
            "type": "uint48"
          }
        ],
        "internalType": "struct DsoGovernor.Settings",
        "name": "settings",
        "type": "tuple"
      },
      {
        "internalType": "uint256",
        "name": "maxProposalThreshold_",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [],
    "name": "CheckpointUnorderedInsertion",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ERC6372InconsistentClock",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "FailedCall",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "voter",
        "type": "address"
      }
    ],
    "name": "GovernorAlreadyCastVote",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      }
    ],
    "name": "GovernorAlreadyQueuedProposal",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "GovernorDisabledDeposit",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "proposer",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "votes",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "threshold",
        "type": "uint256"
      }
    ],
    "name": "GovernorInsufficientProposerVotes",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "targets",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "calldatas",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "values",
        "type": "uint256"
      }
    ],
    "name": "GovernorInvalidProposalLength",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "quorumNumerator",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "quorumDenominator",
        "type": "uint256"
      }
    ],
    "name": "GovernorInvalidQuorumFraction",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "voter",
        "type": "address"
      }
    ],
    "name": "GovernorInvalidSignature",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "GovernorInvalidVoteParams",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "GovernorInvalidVoteType",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "votingPeriod",
        "type": "uint256"
      }
    ],
    "name": "GovernorInvalidVotingPeriod",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      }
    ],
    "name": "GovernorNonexistentProposal",
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
    "name": "GovernorOnlyExecutor",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "newVoteExtension",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "maxVoteExtension",
        "type": "uint256"
      }
    ],
    "name": "GovernorPreventLateQuorumVoteExtensionTooLarge",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      }
    ],
    "name": "GovernorProposalQueueingFailed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      }
    ],
    "name": "GovernorProposalQueueingNotRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "proposer",
        "type": "address"
      }
    ],
    "name": "GovernorRestrictedProposer",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "GovernorUnableToCancel",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      },
      {
        "internalType": "enum IGovernor.ProposalState",
        "name": "current",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "expectedStates",
        "type": "bytes32"
      }
    ],
    "name": "GovernorUnexpectedProposalState",
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
        "name": "currentNonce",
        "type": "uint256"
      }
    ],
    "name": "InvalidAccountNonce",
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
        "internalType": "string",
        "name": "name",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "low",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "high",
        "type": "uint256"
      }
    ],
    "name": "SettingOutOfRange",
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
    "anonymous": false,
    "inputs": [],
    "name": "EIP712DomainChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "oldVoteExtension",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "newVoteExtension",
        "type": "uint64"
      }
    ],
    "name": "LateQuorumVoteExtensionSet",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      }
    ],
    "name": "ProposalCanceled",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "proposer",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address[]",
        "name": "targets",
        "type": "address[]"
      },
      {
        "indexed": false,
        "internalType": "uint256[]",
        "name": "values",
        "type": "uint256[]"
      },
      {
        "indexed": false,
        "internalType": "string[]",
        "name": "signatures",
        "type": "string[]"
      },
      {
        "indexed": false,
        "internalType": "bytes[]",
        "name": "calldatas",
        "type": "bytes[]"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "voteStart",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "voteEnd",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "description",
        "type": "string"
      }
    ],
    "name": "ProposalCreated",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      }
    ],
    "name": "ProposalExecuted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "extendedDeadline",
        "type": "uint64"
      }
    ],
    "name": "ProposalExtended",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "etaSeconds",
        "type": "uint256"
      }
    ],
    "name": "ProposalQueued",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "oldProposalThreshold",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "newProposalThreshold",
        "type": "uint256"
      }
    ],
    "name": "ProposalThresholdSet",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "oldQuorumNumerator",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "newQuorumNumerator",
        "type": "uint256"
      }
    ],
    "name": "QuorumNumeratorUpdated",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "address",
        "name": "oldTimelock",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "newTimelock",
        "type": "address"
      }
    ],
    "name": "TimelockChange",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "voter",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "support",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "weight",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "VoteCast",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "voter",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "support",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "weight",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "reason",
        "type": "string"
      },
      {
        "indexed": false,
        "internalType": "bytes",
        "name": "params",
        "type": "bytes"
      }
    ],
    "name": "VoteCastWithParams",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "oldVotingDelay",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "newVotingDelay",
        "type": "uint256"
      }
    ],
    "name": "VotingDelaySet",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "oldVotingPeriod",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "newVotingPeriod",
        "type": "uint256"
      }
    ],
    "name": "VotingPeriodSet",
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
    "name": "BALLOT_TYPEHASH",
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
    "name": "CLOCK_MODE",
    "outputs": [
      {
        "internalType": "string",
        "name": "",
        "type": "string"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "COUNTING_MODE",
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
    "name": "EXTENDED_BALLOT_TYPEHASH",
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
    "name": "MAX_QUORUM",
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
    "name": "MAX_VOTING_DELAY",
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
    "name": "MIN_QUORUM",
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
    "inputs": [
      {
        "internalType": "address[]",
        "name": "targets",
        "type": "address[]"
      },
      {
        "internalType": "uint256[]",
        "name": "values",
        "type": "uint256[]"
      },
      {
        "internalType": "bytes[]",
        "name": "calldatas",
        "type": "bytes[]"
      },
      {
        "internalType": "bytes32",
        "name": "descriptionHash",
        "type": "bytes32"
      }
    ],
    "name": "cancel",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
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
        "name": "proposalId",
        "type": "uint256"
      },
      {
        "internalType": "uint8",
        "name": "support",
        "type": "uint8"
      }
    ],
    "name": "castVote",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
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
        "name": "proposalId",
        "type": "uint256"
      },
      {
        "internalType": "uint8",
        "name": "support",
        "type": "uint8"
      },
      {
        "internalType": "address",
        "name": "voter",
        "type": "address"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "castVoteBySig",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
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
        "name": "proposalId",
        "type": "uint256"
      },
      {
        "internalType": "uint8",
        "name": "support",
        "type": "uint8"
      },
      {
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "castVoteWithReason",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
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
        "name": "proposalId",
        "type": "uint256"
      },
      {
        "internalType": "uint8",
        "name": "support",
        "type": "uint8"
      },
      {
        "internalType": "string",
        "name": "reason",
        "type": "string"
      },
      {
        "internalType": "bytes",
        "name": "params",
        "type": "bytes"
      }
    ],
    "name": "castVoteWithReasonAndParams",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
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
        "name": "proposalId",
        "type": "uint256"
      },
      {
        "internalType": "uint8",
        "name": "support",
        "type": "uint8"
      },
      {
        "internalType": "address",
        "name": "voter",
        "type": "address"
      },
      {
        "internalType": "string",
        "name": "reason",
        "type": "string"
      },
      {
        "internalType": "bytes",
        "name": "params",
        "type": "bytes"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "castVoteWithReasonAndParamsBySig",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
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
        "internalType": "address[]",
        "name": "targets",
        "type": "address[]"
      },
      {
        "internalType": "uint256[]",
        "name": "values",
        "type": "uint256[]"
      },
      {
        "internalType": "bytes[]",
        "name": "calldatas",
        "type": "bytes[]"
      },
      {
        "internalType": "bytes32",
        "name": "descriptionHash",
        "type": "bytes32"
      }
    ],
    "name": "execute",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address[]",
        "name": "targets",
        "type": "address[]"
      },
      {
        "internalType": "uint256[]",
        "name": "values",
        "type": "uint256[]"
      },
      {
        "internalType": "bytes[]",
        "name": "calldatas",
        "type": "bytes[]"
      },
      {
        "internalType": "bytes32",
        "name": "descriptionHash",
        "type": "bytes32"
      }
    ],
    "name": "getProposalId",
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
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "timepoint",
        "type": "uint256"
      },
      {
        "internalType": "bytes",
        "name": "params",
        "type": "bytes"
      }
    ],
    "name": "getVotesWithParams",
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
        "name": "proposalId",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "account",
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
        "internalType": "address[]",
        "name": "targets",
        "type": "address[]"
      },
      {
        "internalType": "uint256[]",
        "name": "values",
        "type": "uint256[]"
      },
      {
        "internalType": "bytes[]",
        "name": "calldatas",
        "type": "bytes[]"
      },
      {
        "internalType": "bytes32",
        "name": "descriptionHash",
        "type": "bytes32"
      }
    ],
    "name": "hashProposal",
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
    "name": "lateQuorumVoteExtension",
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
    "inputs": [],
    "name": "maxProposalThreshold",
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
    "name": "name",
    "outputs": [
      {
        "internalType": "string",
        "name": "",
        "type": "string"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "nonces",
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
        "name": "",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      },
      {
        "internalType": "uint256[]",
        "name": "",
        "type": "uint256[]"
      },
      {
        "internalType": "uint256[]",
        "name": "",
        "type": "uint256[]"
      },
      {
        "internalType": "bytes",
        "name": "",
        "type": "bytes"
      }
    ],
    "name": "onERC1155BatchReceived",
    "outputs": [
      {
        "internalType": "bytes4",
        "name": "",
        "type": "bytes4"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "",
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
        "internalType": "bytes",
        "name": "",
        "type": "bytes"
      }
    ],
    "name": "onERC1155Received",
    "outputs": [
      {
        "internalType": "bytes4",
        "name": "",
        "type": "bytes4"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      },
      {
        "internalType": "bytes",
        "name": "",
        "type": "bytes"
      }
    ],
    "name": "onERC721Received",
    "outputs": [
      {
        "internalType": "bytes4",
        "name": "",
        "type": "bytes4"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      }
    ],
    "name": "proposalDeadline",
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
        "name": "proposalId",
        "type": "uint256"
      }
    ],
    "name": "proposalEta",
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
        "name": "proposalId",
        "type": "uint256"
      }
    ],
    "name": "proposalNeedsQueuing",
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
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      }
    ],
    "name": "proposalProposer",
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
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      }
    ],
    "name": "proposalSnapshot",
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
    "name": "proposalThreshold",
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
        "name": "proposalId",
        "type": "uint256"
      }
    ],
    "name": "proposalVotes",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "againstVotes",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "forVotes",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "abstainVotes",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address[]",
        "name": "targets",
        "type": "address[]"
      },
      {
        "internalType": "uint256[]",
        "name": "values",
        "type": "uint256[]"
      },
      {
        "internalType": "bytes[]",
        "name": "calldatas",
        "type": "bytes[]"
      },
      {
        "internalType": "string",
        "name": "description",
        "type": "string"
      }
    ],
    "name": "propose",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address[]",
        "name": "targets",
        "type": "address[]"
      },
      {
        "internalType": "uint256[]",
        "name": "values",
        "type": "uint256[]"
      },
      {
        "internalType": "bytes[]",
        "name": "calldatas",
        "type": "bytes[]"
      },
      {
        "internalType": "bytes32",
        "name": "descriptionHash",
        "type": "bytes32"
      }
    ],
    "name": "queue",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
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
        "name": "timepoint",
        "type": "uint256"
      }
    ],
    "name": "quorum",
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
    "name": "quorumDenominator",
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
    "name": "quorumNumerator",
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
    "name": "quorumNumerator",
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
        "name": "target",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      },
      {
        "internalType": "bytes",
        "name": "data",
        "type": "bytes"
      }
    ],
    "name": "relay",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint48",
        "name": "newVoteExtension",
        "type": "uint48"
      }
    ],
    "name": "setLateQuorumVoteExtension",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "newProposalThreshold",
        "type": "uint256"
      }
    ],
    "name": "setProposalThreshold",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint48",
        "name": "newVotingDelay",
        "type": "uint48"
      }
    ],
    "name": "setVotingDelay",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint32",
        "name": "newVotingPeriod",
        "type": "uint32"
      }
    ],
    "name": "setVotingPeriod",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      }
    ],
    "name": "state",
    "outputs": [
      {
        "internalType": "enum IGovernor.ProposalState",
        "name": "",
        "type": "uint8"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes4",
        "name": "interfaceId",
        "type": "bytes4"
      }
    ],
    "name": "supportsInterface",
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
    "name": "timelock",
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
    "name": "token",
    "outputs": [
      {
        "internalType": "contract IERC5805",
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
        "name": "newQuorumNumerator",
        "type": "uint256"
      }
    ],
    "name": "updateQuorumNumerator",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "contract TimelockController",
        "name": "newTimelock",
        "type": "address"
      }
    ],
    "name": "updateTimelock",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "version",
    "outputs": [
      {
        "internalType": "string",
        "name": "",
        "type": "string"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "votingDelay",
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
    "stateMutability": "payable",
    "type": "receive"
  }
] as const

/** Creation bytecode of DsoGovernor. */
export const dsoGovernorBytecode =
  '0x6101a0604052348015610010575f5ffd5b506040516154d63803806154d683398101604081905261002f91610942565b828260800151836060015186855f015186602001515f6040518060400160405280600c81526020016b2229a79023b7bb32b93737b960a11b8152508061007961019960201b60201c565b610082826101b4565b6101205261008f816101b4565b61014052815160208084019190912060e052815190820120610100524660a05261011b60e05161010051604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201529081019290925260608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b60805250503060c05260036101308282610a9b565b5061013c9050836101fa565b61014582610240565b61014e81610283565b5050506001600160a01b031661016052610167816102ca565b50610171816102fe565b5061017b816103aa565b50610180819052604082015161019090610283565b50505050610c28565b6040805180820190915260018152603160f81b602082015290565b5f5f829050601f815111156101e7578260405163305a27a960e01b81526004016101de9190610b87565b60405180910390fd5b80516101f282610b99565b179392505050565b60408051808201909152600b81526a766f74696e6744656c617960a81b60208201526102349065ffffffffffff8316600162127500610413565b61023d8161044c565b50565b60408051808201909152600c81526b1d9bdd1a5b99d4195c9a5bd960a21b602082015261027a9063ffffffff8316610e1062278d00610413565b61023d816104b2565b6102c1604051806040016040528060118152602001701c1c9bdc1bdcd85b151a1c995cda1bdb19607a1b815250825f6101805161041360201b60201c565b61023d81610551565b60408051808201909152600681526571756f72756d60d01b60208201526102f5908260046028610413565b61023d81610592565b5f610307610627565b9050808265ffffffffffff16111561034357604051633211876d60e11b815265ffffffffffff83166004820152602481018290526044016101de565b600b546040805165ffffffffffff928316815291841660208301527f7ca4ac117ed3cdce75c1161d8207c440389b1a15d69d096831664657c07dafc2910160405180910390a150600b805465ffffffffffff191665ffffffffffff92909216919091179055565b600d54604080516001600160a01b03928316815291831660208301527f08f74ea46ef7894f65eabfb5e6e695de773a000b47c529ab559178069b226401910160405180910390a1600d80546001600160a01b0319166001600160a01b0392909216919091179055565b8183108061042057508083115b1561044657838383836040516308a0d4e360e01b81526004016101de9493929190610bbc565b50505050565b6008546040805165ffffffffffff928316815291831660208301527fc565b045403dc03c2eea82b81a0465edad9e2e7fc4d97e11421c209da93d7a93910160405180910390a16008805465ffffffffffff191665ffffffffffff92909216919091179055565b8063ffffffff165f036104da5760405163f1cfbf0560e01b81525f60048201526024016101de565b6008546040805163ffffffff66010000000000009093048316815291831660208301527f7e3f7f0708a84de9203036abaa450dccc85ad5ff52f78c170f3edb55cf5e8828910160405180910390a16008805463ffffffff90921666010000000000000263ffffffff60301b19909216919091179055565b60075460408051918252602082018390527fccb45da8d5717e6c4544694297c4ba5cf151d455c9bb0ed4fc7a38411bc05461910160405180910390a1600755565b6064808211156105bf5760405163243e544560e01b815260048101839052602481018290526044016101de565b5f6105c8610646565b90506105e76105d561065f565b6105de856106d4565b600a919061070b565b505060408051828152602081018590527f0553476bf02ef2726e8ce5ced78d63e26e602e4a2257b1f559418e24b4633997910160405180910390a1505050565b5f6106416008546601000000000000900463ffffffff1690565b905090565b5f610651600a610725565b6001600160d01b0316905090565b5f61066a6101605190565b6001600160a01b03166391ddadf46040518163ffffffff1660e01b8152600401602060405180830381865afa9250505080156106c3575060408051601f3d908101601f191682019092526106c091810190610bea565b60015b6106cf5761064161076d565b919050565b5f6001600160d01b03821115610707576040516306dfcc6560e41b815260d06004820152602481018390526044016101de565b5090565b5f80610718858585610777565b915091505b935093915050565b80545f9080156107645761074b8361073e600184610c03565b5f91825260209091200190565b54660100000000000090046001600160d01b0316610766565b5f5b9392505050565b5f610641436108d3565b82545f9081908015610876575f6107938761073e600185610c03565b805490915065ffffffffffff80821691660100000000000090046001600160d01b03169088168211156107d957604051632520601d60e01b815260040160405180910390fd5b8765ffffffffffff168265ffffffffffff160361081557825465ffffffffffff1666010000000000006001600160d01b03891602178355610868565b6040805180820190915265ffffffffffff808a1682526001600160d01b03808a1660208085019182528d54600181018f555f8f815291909120945191519092166601000000000000029216919091179101555b945085935061071d92505050565b50506040805180820190915265ffffffffffff80851682526001600160d01b0380851660208085019182528854600181018a555f8a815291822095519251909316660100000000000002919093161792019190915590508161071d565b5f65ffffffffffff821115610707576040516306dfcc6560e41b815260306004820152602481018390526044016101de565b6001600160a01b038116811461023d575f5ffd5b634e487b7160e01b5f52604160045260245ffd5b805165ffffffffffff811681146106cf575f5ffd5b5f5f5f5f848603610100811215610957575f5ffd5b855161096281610905565b602087015190955061097381610905565b935060a0603f1982011215610986575f5ffd5b5060405160a081016001600160401b03811182821017156109a9576109a9610919565b80604052506109ba6040870161092d565b8152606086015163ffffffff811681146109d2575f5ffd5b60208201526080860151604082015260a086015160608201526109f760c0870161092d565b608082015260e0959095015193969295505050565b600181811c90821680610a2057607f821691505b602082108103610a3e57634e487b7160e01b5f52602260045260245ffd5b50919050565b601f821115610a965782821115610a9657805f5260205f20601f840160051c6020851015610a6f57505f5b90810190601f840160051c035f5b81811015610a92575f83820155600101610a7d565b5050505b505050565b81516001600160401b03811115610ab457610ab4610919565b610ac881610ac28454610a0c565b84610a44565b6020601f821160018114610afa575f8315610ae35750848201515b5f19600385901b1c1916600184901b178455610b52565b5f84815260208120601f198516915b82811015610b295787850151825560209485019460019092019101610b09565b5084821015610b4657868401515f19600387901b60f8161c191681555b505060018360011b0184555b5050505050565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b602081525f6107666020830184610b59565b80516020808301519190811015610a3e575f1960209190910360031b1b16919050565b608081525f610bce6080830187610b59565b6020830195909552506040810192909252606090910152919050565b5f60208284031215610bfa575f5ffd5b6107668261092d565b81810381811115610c2257634e487b7160e01b5f52601160045260245ffd5b92915050565b60805160a05160c05160e0516101005161012051610140516101605161018051614826610cb05f395f81816105e6015261226c01525f8181610b7d0152818161101e015281816113be0152818161164b015261205501525f611f9b01525f611f7001525f61317401525f61314c01525f6130a701525f6130d101525f6130fb01526148265ff3fe608060405260043610610374575f3560e01c80637e528124116101c8578063b58131b0116100fd578063dd4e2ba51161009d578063ece40cc11161006d578063ece40cc114610b12578063f23a6e6114610b31578063f8ce560a14610b50578063fc0c546a14610b6f575f5ffd5b8063dd4e2ba514610a5c578063deaaa7cc14610aa1578063e540d01d14610ad4578063eb9019d414610af3575f5ffd5b8063c28bc2fa116100d8578063c28bc2fa146109f9578063c59057e414610a0c578063d2cbc86714610a2b578063d33219b414610a3f575f5ffd5b8063b58131b0146109a7578063bc197c81146109bb578063c01f9e37146109da575f5ffd5b8063a64e024a11610168578063a8f8a66811610143578063a8f8a6681461091d578063a9a952941461093c578063ab58fb8e1461095b578063b112626314610991575f5ffd5b8063a64e024a146108d4578063a7713a70146108ea578063a890c910146108fe575f5ffd5b80638ff262e3116101a35780638ff262e31461086f57806391ddadf41461088e57806397c3d334146108a25780639a802a6d146108b5575f5ffd5b80637e528124146107ff5780637ecebe001461081457806384b0196e14610848575f5ffd5b80633d286ac7116102a9578063567813881161024957806360c4247f1161021957806360c4247f1461078357806379051887146107a25780637b3c71d3146107c15780637d5e81e2146107e0575f5ffd5b806356781388146107125780635b8d0e0d146107315780635f398a14146107505780635f3ad7091461076f575f5ffd5b8063452115d611610284578063452115d61461067c5780634bf5d7e91461069b578063544ffc9c146106af57806354fd4d50146106e9575f5ffd5b80633d286ac7146105d55780633e4f49e6146106085780634385963214610634575f5ffd5b8063215809ca116103145780632fe3e261116102ef5780632fe3e2611461053857806332b8113e1461056b578063330df7ff1461059a5780633932abb1146105b9575f5ffd5b8063215809ca146104f15780632656227d146105065780632d63f69314610519575f5ffd5b806306fdde031161034f57806306fdde031461042d578063143489d01461044e578063150b7a021461049a578063160cbed7146104d2575f5ffd5b806301ffc9a7146103af57806302a251a3146103e357806306f3f9e61461040e575f5ffd5b366103ab5730610382610ba1565b6001600160a01b0316146103a957604051637485328f60e11b815260040160405180910390fd5b005b5f5ffd5b3480156103ba575f5ffd5b506103ce6103c936600461386c565b610bb9565b60405190151581526020015b60405180910390f35b3480156103ee575f5ffd5b50600854600160301b900463ffffffff165b6040519081526020016103da565b348015610419575f5ffd5b506103a9610428366004613893565b610c25565b348015610438575f5ffd5b50610441610c39565b6040516103da91906138d8565b348015610459575f5ffd5b50610482610468366004613893565b5f908152600460205260409020546001600160a01b031690565b6040516001600160a01b0390911681526020016103da565b3480156104a5575f5ffd5b506104b96104b43660046139c1565b610cc9565b6040516001600160e01b031990911681526020016103da565b3480156104dd575f5ffd5b506104006104ec366004613b87565b610d0b565b3480156104fc575f5ffd5b50610400610e1081565b610400610514366004613b87565b610e0e565b348015610524575f5ffd5b50610400610533366004613893565b610f7e565b348015610543575f5ffd5b506104007f3e83946653575f9a39005e1545185629e92736b7528ab20ca3816f315424a81181565b348015610576575f5ffd5b50600b5465ffffffffffff165b60405165ffffffffffff90911681526020016103da565b3480156105a5575f5ffd5b506103a96105b4366004613c2d565b610f9e565b3480156105c4575f5ffd5b5060085465ffffffffffff16610400565b3480156105e0575f5ffd5b506104007f000000000000000000000000000000000000000000000000000000000000000081565b348015610613575f5ffd5b50610627610622366004613893565b610faf565b6040516103da9190613c7c565b34801561063f575f5ffd5b506103ce61064e366004613c8a565b5f8281526009602090815260408083206001600160a01b038516845260030190915290205460ff1692915050565b348015610687575f5ffd5b50610400610696366004613b87565b610fb9565b3480156106a6575f5ffd5b5061044161101a565b3480156106ba575f5ffd5b506106ce6106c9366004613893565b6110ad565b604080519384526020840192909252908201526060016103da565b3480156106f4575f5ffd5b506040805180820190915260018152603160f81b6020820152610441565b34801561071d575f5ffd5b5061040061072c366004613cc8565b6110d2565b34801561073c575f5ffd5b5061040061074b366004613d36565b6110f9565b34801561075b575f5ffd5b5061040061076a366004613df2565b6111b6565b34801561077a575f5ffd5b50610400600481565b34801561078e575f5ffd5b5061040061079d366004613893565b6111fe565b3480156107ad575f5ffd5b506103a96107bc366004613c2d565b61120a565b3480156107cc575f5ffd5b506104006107db366004613e73565b61121b565b3480156107eb575f5ffd5b506104006107fa366004613ec8565b61126b565b34801561080a575f5ffd5b506104006119c881565b34801561081f575f5ffd5b5061040061082e366004613f84565b6001600160a01b03165f9081526002602052604090205490565b348015610853575f5ffd5b5061085c611321565b6040516103da9796959493929190613fd9565b34801561087a575f5ffd5b50610400610889366004614048565b611363565b348015610899575f5ffd5b506105836113bb565b3480156108ad575f5ffd5b506064610400565b3480156108c0575f5ffd5b506104006108cf366004614095565b611442565b3480156108df575f5ffd5b5061040062278d0081565b3480156108f5575f5ffd5b50610400611458565b348015610909575f5ffd5b506103a9610918366004613f84565b611471565b348015610928575f5ffd5b50610400610937366004613b87565b611482565b348015610947575f5ffd5b506103ce610956366004613893565b61148f565b348015610966575f5ffd5b50610400610975366004613893565b5f9081526004602052604090206001015465ffffffffffff1690565b34801561099c575f5ffd5b506104006212750081565b3480156109b2575f5ffd5b50610400611497565b3480156109c6575f5ffd5b506104b96109d53660046140e9565b6114a1565b3480156109e5575f5ffd5b506104006109f4366004613893565b6114e4565b6103a9610a07366004614180565b6114ee565b348015610a17575f5ffd5b50610400610a26366004613b87565b61156a565b348015610a36575f5ffd5b50610400602881565b348015610a4a575f5ffd5b50600d546001600160a01b0316610482565b348015610a67575f5ffd5b506040805180820190915260208082527f737570706f72743d627261766f2671756f72756d3d666f722c6162737461696e90820152610441565b348015610aac575f5ffd5b506104007ff2aad550cf55f045cb27e9c559f9889fdfb6e6cdaa032301d6ea397784ae51d781565b348015610adf575f5ffd5b506103a9610aee3660046141bf565b6115a3565b348015610afe575f5ffd5b50610400610b0d3660046141e2565b6115b4565b348015610b1d575f5ffd5b506103a9610b2c366004613893565b6115d3565b348015610b3c575f5ffd5b506104b9610b4b36600461420c565b6115e4565b348015610b5b575f5ffd5b50610400610b6a366004613893565b611627565b348015610b7a575f5ffd5b507f0000000000000000000000000000000000000000000000000000000000000000610482565b5f610bb4600d546001600160a01b031690565b905090565b5f6001600160e01b031982166366defe7760e11b1480610be957506001600160e01b031982166332a2ad4360e11b145b80610c0457506001600160e01b03198216630271189760e51b145b80610c1f57506301ffc9a760e01b6001600160e01b03198316145b92915050565b610c2d6116c4565b610c368161173d565b50565b606060038054610c4890614263565b80601f0160208091040260200160405190810160405280929190818152602001828054610c7490614263565b8015610cbf5780601f10610c9657610100808354040283529160200191610cbf565b820191905f5260205f20905b815481529060010190602001808311610ca257829003601f168201915b5050505050905090565b5f30610cd3610ba1565b6001600160a01b031614610cfa57604051637485328f60e11b815260040160405180910390fd5b50630a85bd0160e11b949350505050565b5f5f610d1986868686611482565b90505f610d258261148f565b9050610d3a82610d356004611772565b611794565b5080610d615760405163d838bcb760e01b8152600481018390526024015b60405180910390fd5b5f610d6f83898989896117d1565b905065ffffffffffff811615610de6575f83815260046020908152604091829020600101805465ffffffffffff191665ffffffffffff85169081179091558251868152918201527f9a2e42fd6722813d69113e7d0079d3d940171428df7373df9c7f7617cfda2892910160405180910390a1610e02565b60405163ab2d031160e01b815260048101849052602401610d58565b50909695505050505050565b5f5f610e1c86868686611482565b90505f610e288261148f565b9050610e4482610d3583610e3d576004611772565b6005611772565b505f828152600460205260409020805460ff60f01b1916600160f01b17905530610e6c610ba1565b6001600160a01b031614610ef5575f5b8751811015610ef357306001600160a01b0316888281518110610ea157610ea161429b565b60200260200101516001600160a01b031603610eeb57610eeb868281518110610ecc57610ecc61429b565b60200260200101518051906020012060056117df90919063ffffffff16565b600101610e7c565b505b610f028288888888611800565b30610f0b610ba1565b6001600160a01b031614158015610f3757506005546001600160801b03808216600160801b9092041614155b15610f41575f6005555b6040518281527f712ae1383f79ac853f8d882153778e0260ef8f03b504e2866e0593e04d2b291f9060200160405180910390a15095945050505050565b5f90815260046020526040902054600160a01b900465ffffffffffff1690565b610fa66116c4565b610c3681611814565b5f610c1f826118c5565b5f5f610fc786868686611482565b905033610fd482826119fe565b61100357604051638fe5d8a960e01b8152600481018390526001600160a01b0382166024820152604401610d58565b61100f87878787611a43565b979650505050505050565b60607f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316634bf5d7e96040518163ffffffff1660e01b81526004015f60405180830381865afa92505050801561109957506040513d5f823e601f3d908101601f1916820160405261109691908101906142af565b60015b6110a857610bb46113bb611a50565b919050565b5f818152600960205260409020805460018201546002909201549091905b9193909250565b5f803390506110f184828560405180602001604052805f815250611a66565b949350505050565b5f61113f88888888888080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152508a9250899150611a879050565b611167576040516394ab6c0760e01b81526001600160a01b0387166004820152602401610d58565b6111aa88878988888080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152508a9250611b54915050565b98975050505050505050565b5f8033905061100f87828888888080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152508a9250611b54915050565b5f610c1f600a83611c31565b6112126116c4565b610c3681611c7e565b5f8033905061126186828787878080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250611a6692505050565b9695505050505050565b5f336112778184611cc2565b61129f5760405163d9b3955760e01b81526001600160a01b0382166004820152602401610d58565b5f6112a8611497565b90508015611314575f6112d68360016112bf6113bb565b6112c99190614337565b65ffffffffffff166115b4565b90508181101561131257604051636121770b60e11b81526001600160a01b03841660048201526024810182905260448101839052606401610d58565b505b61100f8787878786611d46565b5f6060805f5f5f6060611332611f69565b61133a611f94565b604080515f80825260208201909252600f60f81b9b939a50919850469750309650945092509050565b5f61137085858585611fbf565b611398576040516394ab6c0760e01b81526001600160a01b0384166004820152602401610d58565b6113b285848660405180602001604052805f815250611a66565b95945050505050565b5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166391ddadf46040518163ffffffff1660e01b8152600401602060405180830381865afa925050508015611436575060408051601f3d908101601f1916820190925261143391810190614355565b60015b6110a857610bb4612048565b5f61144e848484612052565b90505b9392505050565b5f611463600a6120e5565b6001600160d01b0316905090565b6114796116c4565b610c3681612129565b5f6113b28585858561156a565b5f6001610c1f565b5f610bb460075490565b5f306114ab610ba1565b6001600160a01b0316146114d257604051637485328f60e11b815260040160405180910390fd5b5063bc197c8160e01b95945050505050565b5f610c1f82612192565b6114f66116c4565b5f5f856001600160a01b0316858585604051611513929190614370565b5f6040518083038185875af1925050503d805f811461154d576040519150601f19603f3d011682016040523d82523d5f602084013e611552565b606091505b509150915061156182826121ba565b50505050505050565b5f848484846040516020016115829493929190614406565b60408051601f19818403018152919052805160209091012095945050505050565b6115ab6116c4565b610c36816121f7565b5f61145183836115ce60408051602081019091525f815290565b612052565b6115db6116c4565b610c368161223b565b5f306115ee610ba1565b6001600160a01b03161461161557604051637485328f60e11b815260040160405180910390fd5b5063f23a6e6160e01b95945050505050565b604051632394e7a360e21b8152600481018290525f90610c1f906001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690638e539e8c90602401602060405180830381865afa158015611690573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906116b49190614450565b6116bd846111fe565b6064612299565b336116cd610ba1565b6001600160a01b0316146116f6576040516347096e4760e01b8152336004820152602401610d58565b306116ff610ba1565b6001600160a01b03161461173b575f803660405161171e929190614370565b604051809103902090505b806117346005612349565b0361172957505b565b6117696040518060400160405280600681526020016571756f72756d60d01b8152508260046028612368565b610c36816123a1565b5f81600781111561178557611785613c48565b600160ff919091161b92915050565b5f5f61179f84610faf565b90505f836117ac83611772565b1603611451578381846040516331b75e4d60e01b8152600401610d5893929190614467565b5f6112618686868686612436565b5f6117ea83836125c7565b9050806117fb576117fb604161262c565b505050565b61180d858585858561263d565b5050505050565b600854600160301b900463ffffffff1665ffffffffffff821681101561185e57604051633211876d60e11b815265ffffffffffff8316600482015260248101829052604401610d58565b600b546040805165ffffffffffff928316815291841660208301527f7ca4ac117ed3cdce75c1161d8207c440389b1a15d69d096831664657c07dafc2910160405180910390a150600b805465ffffffffffff191665ffffffffffff92909216919091179055565b5f5f6118d0836126cd565b905060058160078111156118e6576118e6613c48565b146118f15792915050565b5f838152600e60205260409081902054600d549151632c258a9f60e11b81526004810182905290916001600160a01b03169063584b153e90602401602060405180830381865afa158015611947573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061196b9190614489565b1561197a575060059392505050565b600d54604051632ab0f52960e01b8152600481018390526001600160a01b0390911690632ab0f52990602401602060405180830381865afa1580156119c1573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906119e59190614489565b156119f4575060079392505050565b5060029392505050565b5f80611a0984610faf565b6007811115611a1a57611a1a613c48565b1480156114515750505f91825260046020526040909120546001600160a01b0391821691161490565b5f6113b2858585856127f1565b6060610c1f611a618363ffffffff16565b612888565b5f6113b285858585611a8260408051602081019091525f815290565b611b54565b5f61100f85611b4e7f3e83946653575f9a39005e1545185629e92736b7528ab20ca3816f315424a8118a8a8a611ad98c6001600160a01b03165f90815260026020526040902080546001810190915590565b8b516020808e01919091208c518d830120604051611b3398979695949301968752602087019590955260ff9390931660408601526001600160a01b03919091166060850152608084015260a083015260c082015260e00190565b604051602081830303815290604052805190602001206128fa565b84612926565b5f611b6386610d356001611772565b505f611b7886611b7289610f7e565b85612052565b90505f611b888888888588612996565b905083515f03611bde57866001600160a01b03167fb8e138887d0aa13bab447e82de9d5c1777041ecd21ca36ba824ff1e6c07ddda489888489604051611bd194939291906144a8565b60405180910390a2611c28565b866001600160a01b03167fe2babfbac5889a709b63bb7f598b324e08bc5a4fb9ec647fb3cbc9ec07eb87128988848989604051611c1f9594939291906144cf565b60405180910390a25b61100f88612a92565b5f5f5f611c3d85612a9b565b9250925050838265ffffffffffff161115611c6a57611c65611c5e85612af3565b8690612b29565b611c6c565b805b6001600160d01b031695945050505050565b611cb96040518060400160405280600b81526020016a766f74696e6744656c617960a81b8152508265ffffffffffff16600162127500612368565b610c3681612bcb565b80515f906034811015611cd9576001915050610c1f565b60131981840101516001600160b01b03198116692370726f706f7365723d60b01b14611d0a57600192505050610c1f565b5f5f611d1a86602a860386612c31565b9150915081158061100f5750866001600160a01b0316816001600160a01b031614979650505050505050565b5f611d5a8686868680519060200120611482565b905084518651141580611d6f57508351865114155b80611d7957508551155b15611dae57855184518651604051630447b05d60e41b8152600481019390935260248301919091526044820152606401610d58565b5f81815260046020526040902054600160a01b900465ffffffffffff1615611df75780611dda82610faf565b6040516331b75e4d60e01b8152610d589291905f90600401614467565b5f611e0960085465ffffffffffff1690565b611e116113bb565b65ffffffffffff16611e239190614508565b90505f611e3d60085463ffffffff600160301b9091041690565b5f84815260046020526040902080546001600160a01b0319166001600160a01b038716178155909150611e6f83612af3565b815465ffffffffffff91909116600160a01b0265ffffffffffff60a01b19909116178155611e9c82612cde565b815463ffffffff91909116600160d01b0263ffffffff60d01b1990911617815588517f7d84a6263ae0d98d3329bd7b46bb4e8d6f98cd35a7adb45c274c8b7fd5ebd5e090859087908c908c906001600160401b03811115611eff57611eff6138fe565b604051908082528060200260200182016040528015611f3257816020015b6060815260200190600190039081611f1d5790505b508c89611f3f8a82614508565b8e604051611f559998979695949392919061451b565b60405180910390a150505095945050505050565b6060610bb47f0000000000000000000000000000000000000000000000000000000000000000612d0e565b6060610bb47f0000000000000000000000000000000000000000000000000000000000000000612d0e565b5f6113b283611b4e7ff2aad550cf55f045cb27e9c559f9889fdfb6e6cdaa032301d6ea397784ae51d78888886120118a6001600160a01b03165f90815260026020526040902080546001810190915590565b60408051602081019690965285019390935260ff90911660608401526001600160a01b0316608083015260a082015260c001611b33565b5f610bb443612af3565b5f7f0000000000000000000000000000000000000000000000000000000000000000604051630748d63560e31b81526001600160a01b038681166004830152602482018690529190911690633a46b1a890604401602060405180830381865afa1580156120c1573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061144e9190614450565b80545f9080156121215761210b836120fe6001846145f6565b5f91825260209091200190565b54600160301b90046001600160d01b0316611451565b5f9392505050565b600d54604080516001600160a01b03928316815291831660208301527f08f74ea46ef7894f65eabfb5e6e695de773a000b47c529ab559178069b226401910160405180910390a1600d80546001600160a01b0319166001600160a01b0392909216919091179055565b5f610c1f61219f83612d4b565b5f848152600c602052604090205465ffffffffffff16612d8d565b606082156121c9575080610c1f565b8151156121de576121d982612d9c565b610c1f565b60405163d6bda27560e01b815260040160405180910390fd5b6122326040518060400160405280600c81526020016b1d9bdd1a5b99d4195c9a5bd960a21b8152508263ffffffff16610e1062278d00612368565b610c3681612da4565b612290604051806040016040528060118152602001701c1c9bdc1bdcd85b151a1c995cda1bdb19607a1b815250825f7f0000000000000000000000000000000000000000000000000000000000000000612368565b610c3681612e40565b5f5f5f6122a68686612e81565b91509150815f036122ca578381816122c0576122c0614609565b0492505050611451565b8184116122e1576122e1600385150260111861262c565b5f848688095f868103871696879004966002600389028118808a02820302808a02820302808a02820302808a02820302808a02820302808a02909103029181900381900460010185841190960395909502919093039390930492909217029150509392505050565b5f5f5f61235584612e9d565b915091508161145157611451603161262c565b8183108061237557508083115b1561239b57838383836040516308a0d4e360e01b8152600401610d58949392919061461d565b50505050565b6064808211156123ce5760405163243e544560e01b81526004810183905260248101829052604401610d58565b5f6123d7611458565b90506123f66123e46113bb565b6123ed85612f11565b600a9190612f44565b505060408051828152602081018590527f0553476bf02ef2726e8ce5ced78d63e26e602e4a2257b1f559418e24b4633997910160405180910390a1505050565b5f5f600d5f9054906101000a90046001600160a01b03166001600160a01b031663f27a0c926040518163ffffffff1660e01b8152600401602060405180830381865afa158015612488573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906124ac9190614450565b90505f3060601b6bffffffffffffffffffffffff19168418600d5460405163b1c5f42760e01b81529192506001600160a01b03169063b1c5f427906124fd908a908a908a905f90889060040161464b565b602060405180830381865afa158015612518573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061253c9190614450565b5f898152600e602052604080822092909255600d5491516308f2a0bb60e41b81526001600160a01b0390921691638f2a0bb091612586918b918b918b919088908a90600401614698565b5f604051808303815f87803b15801561259d575f5ffd5b505af11580156125af573d5f5f3e3d5ffd5b505050506111aa82426125c29190614508565b612af3565b81545f906001600160801b03600160801b8204811691811660018301909116036125f4575f915050610c1f565b6001600160801b038181165f908152600186810160205260409091209490945584549184018116600160801b02911617909255919050565b634e487b715f52806020526024601cfd5b600d546001600160a01b031663e38335e5348686865f3060601b6bffffffffffffffffffffffff191688186040518763ffffffff1660e01b815260040161268895949392919061464b565b5f604051808303818588803b15801561269f575f5ffd5b505af11580156126b1573d5f5f3e3d5ffd5b5050505f9687525050600e602052505060408320929092555050565b5f818152600460205260408120805460ff600160f01b8204811691600160f81b900416811561270157506007949350505050565b801561271257506002949350505050565b5f61271c86610f7e565b9050805f0361274157604051636ad0607560e01b815260048101879052602401610d58565b5f61274a6113bb565b65ffffffffffff16905080821061276757505f9695505050505050565b5f612771886114e4565b905081811061278857506001979650505050505050565b61279188612f5d565b15806127a357506127a188612f93565b155b156127b657506003979650505050505050565b5f8881526004602052604090206001015465ffffffffffff165f036127e357506004979650505050505050565b506005979650505050505050565b5f5f6127ff86868686612fdb565b5f818152600e6020526040902054909150801561287e57600d5460405163c4d252f560e01b8152600481018390526001600160a01b039091169063c4d252f5906024015f604051808303815f87803b158015612859575f5ffd5b505af115801561286b573d5f5f3e3d5ffd5b5050505f838152600e6020526040812055505b5095945050505050565b6060612892612048565b65ffffffffffff168265ffffffffffff16146128c1576040516301bfc1c560e61b815260040160405180910390fd5b505060408051808201909152601d81527f6d6f64653d626c6f636b6e756d6265722666726f6d3d64656661756c74000000602082015290565b5f610c1f61290661309b565b8360405161190160f01b8152600281019290925260228201526042902090565b5f836001600160a01b03163b5f03612984575f5f61294485856131c4565b5090925090505f81600381111561295d5761295d613c48565b14801561297b5750856001600160a01b0316826001600160a01b0316145b92505050611451565b61298f84848461320d565b9050611451565b5f8581526009602090815260408083206001600160a01b03881684526003810190925282205460ff16156129e8576040516371c6af4960e01b81526001600160a01b0387166004820152602401610d58565b6001600160a01b0386165f9081526003820160205260409020805460ff1916600117905560ff8516612a315783815f015f828254612a269190614508565b90915550612a879050565b5f1960ff861601612a4f5783816001015f828254612a269190614508565b60011960ff861601612a6e5783816002015f828254612a269190614508565b6040516303599be160e11b815260040160405180910390fd5b509195945050505050565b610c3681613272565b80545f9081908190808203612ab9575f5f5f935093509350506110cb565b5f612ac9866120fe6001856145f6565b546001955065ffffffffffff81169450600160301b90046001600160d01b031692506110cb915050565b5f65ffffffffffff821115612b25576040516306dfcc6560e41b81526030600482015260248101839052604401610d58565b5090565b81545f9081816005811115612b85575f612b4284613346565b612b4c90856145f6565b5f8881526020902090915081015465ffffffffffff9081169087161015612b7557809150612b83565b612b80816001614508565b92505b505b5f612b928787858561349e565b90508015612bbf57612ba9876120fe6001846145f6565b54600160301b90046001600160d01b031661100f565b505f9695505050505050565b6008546040805165ffffffffffff928316815291831660208301527fc565b045403dc03c2eea82b81a0465edad9e2e7fc4d97e11421c209da93d7a93910160405180910390a16008805465ffffffffffff191665ffffffffffff92909216919091179055565b5f5f8451831180612c4157508284115b15612c5057505f905080612cd6565b5f612c5c856001614508565b84118015612c84575061060f60f31b612c788787016020015190565b6001600160f01b031916145b90505f612c9482151560026146ef565b612c9f906028614508565b905080612cac87876145f6565b03612ccd575f5f612cbe8989896134f4565b9096509450612cd69350505050565b5f5f9350935050505b935093915050565b5f63ffffffff821115612b25576040516306dfcc6560e41b81526020600482015260248101839052604401610d58565b60605f612d1a836135b5565b6040805160208082528183019092529192505f91906020820181803683375050509182525060208101929092525090565b5f81815260046020526040812054612d7f90600160d01b810463ffffffff1690600160a01b900465ffffffffffff16614706565b65ffffffffffff1692915050565b5f828218828411028218611451565b805160208201fd5b8063ffffffff165f03612dcc5760405163f1cfbf0560e01b81525f6004820152602401610d58565b6008546040805163ffffffff600160301b9093048316815291831660208301527f7e3f7f0708a84de9203036abaa450dccc85ad5ff52f78c170f3edb55cf5e8828910160405180910390a16008805463ffffffff909216600160301b0269ffffffff00000000000019909216919091179055565b60075460408051918252602082018390527fccb45da8d5717e6c4544694297c4ba5cf151d455c9bb0ed4fc7a38411bc05461910160405180910390a1600755565b5f805f1983850993909202808410938190039390930393915050565b80545f9081906001600160801b0380821691600160801b9004168103612ec857505f93849350915050565b6001600160801b038181165f908152600186810160205260408220805492905586546fffffffffffffffffffffffffffffffff1916938101909216929092179094559293915050565b5f6001600160d01b03821115612b25576040516306dfcc6560e41b815260d0600482015260248101839052604401610d58565b5f80612f518585856135dc565b91509150935093915050565b5f81815260096020526040812060028101546001820154612f7e9190614508565b612f8a610b6a85610f7e565b11159392505050565b5f5f5f612f9f846110ad565b5091509150805f141580156110f15750612fb98282614508565b612fc5906119c86146ef565b612fd1826127106146ef565b1015949350505050565b5f5f612fe986868686611482565b905061303781612ff96007611772565b6130036006611772565b61300d6002611772565b600161301a600782614724565b613025906002614818565b61302f91906145f6565b181818611794565b505f818152600460205260409081902080546001600160f81b0316600160f81b179055517f789cf55be980739dad1d0699b93b58e806b51c9d96619bfa8fe0a28abaa7b30c9061308a9083815260200190565b60405180910390a195945050505050565b5f306001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000161480156130f357507f000000000000000000000000000000000000000000000000000000000000000046145b1561311d57507f000000000000000000000000000000000000000000000000000000000000000090565b610bb4604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b5f5f5f83516041036131fb576020840151604085015160608601515f1a6131ed8882858561372c565b955095509550505050613206565b505081515f91506002905b9250925092565b805160408051630b135d3f60e11b8082526004820186905260248201929092525f92906020820185604483015e5f82606483010152601f820160051c60051b915060205f60648401838a5afa9050825f5114601f3d1116811693505050509392505050565b5f818152600c602052604090205465ffffffffffff16158015613299575061329981612f5d565b15610c36575f6132b0600b5465ffffffffffff1690565b6132b86113bb565b6132c29190614706565b90506132cd826114e4565b8165ffffffffffff16111561331a5760405165ffffffffffff8216815282907f541f725fb9f7c98a30cc9c0ff32fbb14358cd7159c847a3aa20a2bdc442ba5119060200160405180910390a25b5f918252600c6020526040909120805465ffffffffffff191665ffffffffffff92909216919091179055565b5f60018211613353575090565b816001600160801b821061336c5760809190911c9060401b5b6801000000000000000082106133875760409190911c9060201b5b640100000000821061339e5760209190911c9060101b5b6201000082106133b35760109190911c9060081b5b61010082106133c75760089190911c9060041b5b601082106133da5760049190911c9060021b5b600482106133e65760011b5b600302600190811c908185816133fe576133fe614609565b048201901c9050600181858161341657613416614609565b048201901c9050600181858161342e5761342e614609565b048201901c9050600181858161344657613446614609565b048201901c9050600181858161345e5761345e614609565b048201901c9050600181858161347657613476614609565b048201901c905061349581858161348f5761348f614609565b04821190565b90039392505050565b5f5b818310156134ec575f85815260209020838316600285851804019081015465ffffffffffff868116911611156134d8578092506134e6565b6134e3816001614508565b93505b506134a0565b509392505050565b5f808481613503866001614508565b8511801561352b575061060f60f31b61351f8388016020015190565b6001600160f01b031916145b90505f61353b82151560026146ef565b90505f80613549838a614508565b90505b878110156135a4575f61356a6135658784016020015190565b6137f4565b9050600f8160ff161115613589575f5f97509750505050505050612cd6565b6135946010846146ef565b60ff90911601915060010161354c565b506001999098509650505050505050565b5f60ff8216601f811115610c1f57604051632cd44ac360e21b815260040160405180910390fd5b82545f90819080156136d2575f6135f8876120fe6001856145f6565b805490915065ffffffffffff80821691600160301b90046001600160d01b031690881682111561363b57604051632520601d60e01b815260040160405180910390fd5b8765ffffffffffff168265ffffffffffff160361367457825465ffffffffffff16600160301b6001600160d01b038916021783556136c4565b6040805180820190915265ffffffffffff808a1682526001600160d01b03808a1660208085019182528d54600181018f555f8f81529190912094519151909216600160301b029216919091179101555b9450859350612cd692505050565b50506040805180820190915265ffffffffffff80851682526001600160d01b0380851660208085019182528854600181018a555f8a815291822095519251909316600160301b029190931617920191909155905081612cd6565b5f80807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084111561376557505f915060039050826137ea565b604080515f808252602082018084528a905260ff891692820192909252606081018790526080810186905260019060a0016020604051602081039080840390855afa1580156137b6573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b0381166137e157505f9250600191508290506137ea565b92505f91508190505b9450945094915050565b5f60f882901c602f8111801561380d5750603a8160ff16105b1561381b57602f1901610c1f565b60608160ff16118015613831575060678160ff16105b1561383f5760561901610c1f565b60408160ff16118015613855575060478160ff16105b156138635760361901610c1f565b5060ff92915050565b5f6020828403121561387c575f5ffd5b81356001600160e01b031981168114611451575f5ffd5b5f602082840312156138a3575f5ffd5b5035919050565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b602081525f61145160208301846138aa565b6001600160a01b0381168114610c36575f5ffd5b634e487b7160e01b5f52604160045260245ffd5b604051601f8201601f191681016001600160401b038111828210171561393a5761393a6138fe565b604052919050565b5f6001600160401b0382111561395a5761395a6138fe565b50601f01601f191660200190565b5f61397a61397584613942565b613912565b905082815283838301111561398d575f5ffd5b828260208301375f602084830101529392505050565b5f82601f8301126139b2575f5ffd5b61145183833560208501613968565b5f5f5f5f608085870312156139d4575f5ffd5b84356139df816138ea565b935060208501356139ef816138ea565b92506040850135915060608501356001600160401b03811115613a10575f5ffd5b613a1c878288016139a3565b91505092959194509250565b5f6001600160401b03821115613a4057613a406138fe565b5060051b60200190565b5f82601f830112613a59575f5ffd5b8135613a6761397582613a28565b8082825260208201915060208360051b860101925085831115613a88575f5ffd5b602085015b8381101561287e578035613aa0816138ea565b835260209283019201613a8d565b5f82601f830112613abd575f5ffd5b8135613acb61397582613a28565b8082825260208201915060208360051b860101925085831115613aec575f5ffd5b602085015b8381101561287e578035835260209283019201613af1565b5f82601f830112613b18575f5ffd5b8135613b2661397582613a28565b8082825260208201915060208360051b860101925085831115613b47575f5ffd5b602085015b8381101561287e5780356001600160401b03811115613b69575f5ffd5b613b78886020838a01016139a3565b84525060209283019201613b4c565b5f5f5f5f60808587031215613b9a575f5ffd5b84356001600160401b03811115613baf575f5ffd5b613bbb87828801613a4a565b94505060208501356001600160401b03811115613bd6575f5ffd5b613be287828801613aae565b93505060408501356001600160401b03811115613bfd575f5ffd5b613c0987828801613b09565b949793965093946060013593505050565b65ffffffffffff81168114610c36575f5ffd5b5f60208284031215613c3d575f5ffd5b813561145181613c1a565b634e487b7160e01b5f52602160045260245ffd5b60088110613c7857634e487b7160e01b5f52602160045260245ffd5b9052565b60208101610c1f8284613c5c565b5f5f60408385031215613c9b575f5ffd5b823591506020830135613cad816138ea565b809150509250929050565b803560ff811681146110a8575f5ffd5b5f5f60408385031215613cd9575f5ffd5b82359150613ce960208401613cb8565b90509250929050565b5f5f83601f840112613d02575f5ffd5b5081356001600160401b03811115613d18575f5ffd5b602083019150836020828501011115613d2f575f5ffd5b9250929050565b5f5f5f5f5f5f5f60c0888a031215613d4c575f5ffd5b87359650613d5c60208901613cb8565b95506040880135613d6c816138ea565b945060608801356001600160401b03811115613d86575f5ffd5b613d928a828b01613cf2565b90955093505060808801356001600160401b03811115613db0575f5ffd5b613dbc8a828b016139a3565b92505060a08801356001600160401b03811115613dd7575f5ffd5b613de38a828b016139a3565b91505092959891949750929550565b5f5f5f5f5f60808688031215613e06575f5ffd5b85359450613e1660208701613cb8565b935060408601356001600160401b03811115613e30575f5ffd5b613e3c88828901613cf2565b90945092505060608601356001600160401b03811115613e5a575f5ffd5b613e66888289016139a3565b9150509295509295909350565b5f5f5f5f60608587031215613e86575f5ffd5b84359350613e9660208601613cb8565b925060408501356001600160401b03811115613eb0575f5ffd5b613ebc87828801613cf2565b95989497509550505050565b5f5f5f5f60808587031215613edb575f5ffd5b84356001600160401b03811115613ef0575f5ffd5b613efc87828801613a4a565b94505060208501356001600160401b03811115613f17575f5ffd5b613f2387828801613aae565b93505060408501356001600160401b03811115613f3e575f5ffd5b613f4a87828801613b09565b92505060608501356001600160401b03811115613f65575f5ffd5b8501601f81018713613f75575f5ffd5b613a1c87823560208401613968565b5f60208284031215613f94575f5ffd5b8135611451816138ea565b5f8151808452602084019350602083015f5b82811015613fcf578151865260209586019590910190600101613fb1565b5093949350505050565b60ff60f81b8816815260e060208201525f613ff760e08301896138aa565b828103604084015261400981896138aa565b606084018890526001600160a01b038716608085015260a0840186905283810360c0850152905061403a8185613f9f565b9a9950505050505050505050565b5f5f5f5f6080858703121561405b575f5ffd5b8435935061406b60208601613cb8565b9250604085013561407b816138ea565b915060608501356001600160401b03811115613a10575f5ffd5b5f5f5f606084860312156140a7575f5ffd5b83356140b2816138ea565b92506020840135915060408401356001600160401b038111156140d3575f5ffd5b6140df868287016139a3565b9150509250925092565b5f5f5f5f5f60a086880312156140fd575f5ffd5b8535614108816138ea565b94506020860135614118816138ea565b935060408601356001600160401b03811115614132575f5ffd5b61413e88828901613aae565b93505060608601356001600160401b03811115614159575f5ffd5b61416588828901613aae565b92505060808601356001600160401b03811115613e5a575f5ffd5b5f5f5f5f60608587031215614193575f5ffd5b843561419e816138ea565b93506020850135925060408501356001600160401b03811115613eb0575f5ffd5b5f602082840312156141cf575f5ffd5b813563ffffffff81168114611451575f5ffd5b5f5f604083850312156141f3575f5ffd5b82356141fe816138ea565b946020939093013593505050565b5f5f5f5f5f60a08688031215614220575f5ffd5b853561422b816138ea565b9450602086013561423b816138ea565b9350604086013592506060860135915060808601356001600160401b03811115613e5a575f5ffd5b600181811c9082168061427757607f821691505b60208210810361429557634e487b7160e01b5f52602260045260245ffd5b50919050565b634e487b7160e01b5f52603260045260245ffd5b5f602082840312156142bf575f5ffd5b81516001600160401b038111156142d4575f5ffd5b8201601f810184136142e4575f5ffd5b80516142f261397582613942565b818152856020838501011115614306575f5ffd5b8160208401602083015e5f91810160200191909152949350505050565b634e487b7160e01b5f52601160045260245ffd5b65ffffffffffff8281168282160390811115610c1f57610c1f614323565b5f60208284031215614365575f5ffd5b815161145181613c1a565b818382375f9101908152919050565b5f8151808452602084019350602083015f5b82811015613fcf5781516001600160a01b0316865260209586019590910190600101614391565b5f82825180855260208501945060208160051b830101602085015f5b83811015610e0257601f198584030188526143f08383516138aa565b60209889019890935091909101906001016143d4565b608081525f614418608083018761437f565b828103602084015261442a8187613f9f565b9050828103604084015261443e81866143b8565b91505082606083015295945050505050565b5f60208284031215614460575f5ffd5b5051919050565b8381526060810161447b6020830185613c5c565b826040830152949350505050565b5f60208284031215614499575f5ffd5b81518015158114611451575f5ffd5b84815260ff84166020820152826040820152608060608201525f61126160808301846138aa565b85815260ff8516602082015283604082015260a060608201525f6144f660a08301856138aa565b82810360808401526111aa81856138aa565b80820180821115610c1f57610c1f614323565b8981526001600160a01b0389166020820152610120604082018190525f906145459083018a61437f565b8281036060840152614557818a613f9f565b9050828103608084015280885180835260208301915060208160051b84010160208b015f5b838110156145ae57601f198684030185526145988383516138aa565b602095860195909350919091019060010161457c565b505085810360a08701526145c2818b6143b8565b93505050508560c08401528460e08401528281036101008401526145e681856138aa565b9c9b505050505050505050505050565b81810381811115610c1f57610c1f614323565b634e487b7160e01b5f52601260045260245ffd5b608081525f61462f60808301876138aa565b6020830195909552506040810192909252606090910152919050565b60a081525f61465d60a083018861437f565b828103602084015261466f8188613f9f565b9050828103604084015261468381876143b8565b60608401959095525050608001529392505050565b60c081525f6146aa60c083018961437f565b82810360208401526146bc8189613f9f565b905082810360408401526146d081886143b8565b60608401969096525050608081019290925260a0909101529392505050565b8082028115828204841417610c1f57610c1f614323565b65ffffffffffff8181168382160190811115610c1f57610c1f614323565b60ff8181168382160190811115610c1f57610c1f614323565b6001815b6001841115612cd65780850481111561475c5761475c614323565b600184161561476a57908102905b60019390931c928002614741565b5f8261478657506001610c1f565b8161479257505f610c1f565b81600181146147a857600281146147b2576147ce565b6001915050610c1f565b60ff8411156147c3576147c3614323565b50506001821b610c1f565b5060208310610133831016604e8410600b84101617156147f1575081810a610c1f565b6147fd5f19848461473d565b805f190482111561481057614810614323565b029392505050565b5f61145160ff84168361477856'
