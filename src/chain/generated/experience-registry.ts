// Generated from contracts/src/ExperienceRegistry.sol by `npm run generate`. Do not edit.

/** ABI of ExperienceRegistry. */
export const experienceRegistryAbi = [
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "authority",
            "type": "address"
          },
          {
            "internalType": "contract IBondVault",
            "name": "bonds",
            "type": "address"
          },
          {
            "internalType": "contract IBondVault",
            "name": "voterBonds",
            "type": "address"
          },
          {
            "internalType": "contract ILockVault",
            "name": "locks",
            "type": "address"
          },
          {
            "internalType": "contract IDisputeCourt",
            "name": "court",
            "type": "address"
          },
          {
            "internalType": "contract IAggregateOracle",
            "name": "oracle",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "epochLength",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "commitWindow",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "revealWindow",
            "type": "uint256"
          },
          {
            "internalType": "bytes32[]",
            "name": "schemas",
            "type": "bytes32[]"
          }
        ],
        "internalType": "struct RegistryBase.Setup",
        "name": "setup",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "uint96",
            "name": "bond",
            "type": "uint96"
          },
          {
            "internalType": "uint32",
            "name": "challengeWindow",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "disputeTime",
            "type": "uint32"
          },
          {
            "internalType": "uint16",
            "name": "qMin",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "participationBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "agreementDelta",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "agreementBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "weightCapBps",
            "type": "uint16"
          },
          {
            "internalType": "uint8",
            "name": "maxRolls",
            "type": "uint8"
          },
          {
            "internalType": "uint96",
            "name": "bountyCap",
            "type": "uint96"
          },
          {
            "internalType": "uint16",
            "name": "burnShare",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "bountyShare",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "lowQualityShare",
            "type": "uint16"
          },
          {
            "internalType": "uint96",
            "name": "voterBond",
            "type": "uint96"
          },
          {
            "internalType": "uint96",
            "name": "missPenalty",
            "type": "uint96"
          }
        ],
        "internalType": "struct IExperienceRegistry.Parameters",
        "name": "parameters_",
        "type": "tuple"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "setHash",
        "type": "bytes32"
      }
    ],
    "name": "AggregateNotFinal",
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
        "internalType": "address",
        "name": "challenger",
        "type": "address"
      }
    ],
    "name": "AlreadyChallenged",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      }
    ],
    "name": "AlreadyCommitted",
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
    "name": "AlreadyVoted",
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
    "name": "BallotCountInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "previous",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      }
    ],
    "name": "BallotsNotAscending",
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
    "name": "ChallengeClosed",
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
    "name": "ChallengeOpen",
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
        "internalType": "uint256",
        "name": "endedAt",
        "type": "uint256"
      }
    ],
    "name": "CommitClosed",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "CommitRevealDisabled",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "commitWindow",
        "type": "uint256"
      }
    ],
    "name": "CommitRevealRequired",
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
    "inputs": [
      {
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      }
    ],
    "name": "CommitmentOpen",
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
        "name": "id",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "deadline",
        "type": "uint256"
      }
    ],
    "name": "DisputeOpen",
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
        "internalType": "enum IExperienceRegistry.Status",
        "name": "status",
        "type": "uint8"
      }
    ],
    "name": "EntrySettled",
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
    "name": "EntryUnknown",
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
        "name": "weight",
        "type": "uint256"
      }
    ],
    "name": "LaneOverflow",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      }
    ],
    "name": "NoCommitment",
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
    "name": "NoDispute",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "NoVoterBonds",
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
        "internalType": "address",
        "name": "voter",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "snapshot",
        "type": "uint256"
      }
    ],
    "name": "NoWeight",
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
    "name": "NotAuthority",
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
    "name": "NotCourt",
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
    "name": "NotDecided",
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
    "name": "NotFinal",
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
        "name": "votingStart",
        "type": "uint256"
      }
    ],
    "name": "NotInEpoch",
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
        "name": "earliest",
        "type": "uint256"
      }
    ],
    "name": "PausedRecently",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "quality",
        "type": "uint64"
      }
    ],
    "name": "QualityNotZero",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "startsAt",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "endsAt",
        "type": "uint256"
      }
    ],
    "name": "RevealClosed",
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
    "name": "RootTaken",
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
        "internalType": "uint64",
        "name": "schema",
        "type": "uint64"
      }
    ],
    "name": "SchemaUnknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "score",
        "type": "uint256"
      }
    ],
    "name": "ScoreAboveMaximum",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "score",
        "type": "uint256"
      }
    ],
    "name": "ScoreOutOfRange",
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
    "name": "SubmissionsPausedUntil",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "submitter",
        "type": "address"
      }
    ],
    "name": "SubmitterNotSender",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "unbondingPeriod",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "path",
        "type": "uint256"
      }
    ],
    "name": "UnbondingTooShort",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      }
    ],
    "name": "ValueNotAccepted",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "bond",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "required",
        "type": "uint256"
      }
    ],
    "name": "VoterBondTooSmall",
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
    "name": "VotingClosed",
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
    "name": "VotingOpen",
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
        "name": "required",
        "type": "uint256"
      }
    ],
    "name": "WrongBond",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "given",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "decided",
        "type": "address"
      }
    ],
    "name": "WrongChallenger",
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
        "name": "decided",
        "type": "bytes32"
      }
    ],
    "name": "WrongProof",
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
        "indexed": true,
        "internalType": "address",
        "name": "challenger",
        "type": "address"
      }
    ],
    "name": "Challenged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "voter",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "penalty",
        "type": "uint256"
      }
    ],
    "name": "CommitmentMissed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "voter",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "commitment",
        "type": "bytes32"
      }
    ],
    "name": "Committed",
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
        "internalType": "uint256",
        "name": "openDisputes",
        "type": "uint256"
      }
    ],
    "name": "DisputeClosed",
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
        "internalType": "uint256",
        "name": "openDisputes",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "deadline",
        "type": "uint256"
      }
    ],
    "name": "DisputeOpened",
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
      }
    ],
    "name": "Expired",
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
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "quality",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "page",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "setHash",
        "type": "bytes32"
      }
    ],
    "name": "Finalised",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "version",
        "type": "uint256"
      },
      {
        "components": [
          {
            "internalType": "uint96",
            "name": "bond",
            "type": "uint96"
          },
          {
            "internalType": "uint32",
            "name": "challengeWindow",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "disputeTime",
            "type": "uint32"
          },
          {
            "internalType": "uint16",
            "name": "qMin",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "participationBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "agreementDelta",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "agreementBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "weightCapBps",
            "type": "uint16"
          },
          {
            "internalType": "uint8",
            "name": "maxRolls",
            "type": "uint8"
          },
          {
            "internalType": "uint96",
            "name": "bountyCap",
            "type": "uint96"
          },
          {
            "internalType": "uint16",
            "name": "burnShare",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "bountyShare",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "lowQualityShare",
            "type": "uint16"
          },
          {
            "internalType": "uint96",
            "name": "voterBond",
            "type": "uint96"
          },
          {
            "internalType": "uint96",
            "name": "missPenalty",
            "type": "uint96"
          }
        ],
        "indexed": false,
        "internalType": "struct IExperienceRegistry.Parameters",
        "name": "parameters",
        "type": "tuple"
      }
    ],
    "name": "ParametersSet",
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
        "internalType": "uint256",
        "name": "round",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "votingStart",
        "type": "uint256"
      }
    ],
    "name": "Rolled",
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
        "internalType": "bytes32",
        "name": "descriptor",
        "type": "bytes32"
      }
    ],
    "name": "SchemaAdded",
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
        "internalType": "uint64",
        "name": "quality",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "bool",
        "name": "scored",
        "type": "bool"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "weight",
        "type": "uint256"
      }
    ],
    "name": "Scored",
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
        "internalType": "uint64",
        "name": "quality",
        "type": "uint64"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "challenger",
        "type": "address"
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
    "name": "Slashed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "until",
        "type": "uint256"
      }
    ],
    "name": "SubmissionsPaused",
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
        "internalType": "address",
        "name": "submitter",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "merkleRoot",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "schema",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "cid",
        "type": "string"
      }
    ],
    "name": "Submitted",
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
        "internalType": "address",
        "name": "voter",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "score",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "weight",
        "type": "uint256"
      }
    ],
    "name": "Voted",
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
        "name": "bond",
        "type": "uint256"
      }
    ],
    "name": "VoterBonded",
    "type": "event"
  },
  {
    "inputs": [],
    "name": "MAX_BALLOTS",
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
    "name": "PAGE_SIZE",
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
        "name": "descriptor",
        "type": "bytes32"
      }
    ],
    "name": "addSchema",
    "outputs": [
      {
        "internalType": "uint64",
        "name": "schema",
        "type": "uint64"
      }
    ],
    "stateMutability": "nonpayable",
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
    "name": "addVoterBond",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256[]",
        "name": "ids",
        "type": "uint256[]"
      }
    ],
    "name": "aggregate",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "aggregateMerkleRoot",
        "type": "bytes32"
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
    "inputs": [
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      }
    ],
    "name": "challenge",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "challengeBond",
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
      }
    ],
    "name": "closeDispute",
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
    "name": "commitVotes",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "commitWindow",
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
    "name": "court",
    "outputs": [
      {
        "internalType": "contract IDisputeCourt",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "deployedBlock",
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
    "name": "entryCount",
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
        "name": "timestamp",
        "type": "uint256"
      }
    ],
    "name": "epochAt",
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
    "name": "epochLength",
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
        "name": "epoch",
        "type": "uint256"
      }
    ],
    "name": "epochStart",
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
    "name": "finalSet",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "setHash",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "count",
        "type": "uint256"
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
    "name": "getEntry",
    "outputs": [
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "merkleRoot",
            "type": "bytes32"
          },
          {
            "internalType": "uint64",
            "name": "schema",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "quality",
            "type": "uint64"
          },
          {
            "internalType": "bool",
            "name": "scored",
            "type": "bool"
          },
          {
            "internalType": "address",
            "name": "submitter",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "bond",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "challenger",
            "type": "address"
          },
          {
            "internalType": "enum IExperienceRegistry.Status",
            "name": "status",
            "type": "uint8"
          },
          {
            "internalType": "uint256",
            "name": "submittedAt",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "round",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "snapshot",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "revealStartsAt",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "votingEndsAt",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "challengeEndsAt",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "openDisputes",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "disputeDeadline",
            "type": "uint256"
          }
        ],
        "internalType": "struct IExperienceRegistry.EntryView",
        "name": "entry",
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
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "voter",
        "type": "address"
      },
      {
        "components": [
          {
            "internalType": "uint64",
            "name": "id",
            "type": "uint64"
          },
          {
            "internalType": "uint16",
            "name": "score",
            "type": "uint16"
          }
        ],
        "internalType": "struct IExperienceRegistry.Ballot[]",
        "name": "ballots",
        "type": "tuple[]"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      }
    ],
    "name": "hashBallots",
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
        "name": "previous",
        "type": "bytes32"
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
        "internalType": "struct IExperienceRegistry.Member",
        "name": "member",
        "type": "tuple"
      }
    ],
    "name": "hashMember",
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
    "inputs": [
      {
        "internalType": "address",
        "name": "submitter",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "merkleRoot",
        "type": "bytes32"
      }
    ],
    "name": "idOf",
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
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      }
    ],
    "name": "memberOf",
    "outputs": [
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
        "internalType": "struct IExperienceRegistry.Member",
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
      }
    ],
    "name": "openDispute",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "oracle",
    "outputs": [
      {
        "internalType": "contract IAggregateOracle",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "parameterVersion",
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
        "name": "version",
        "type": "uint256"
      }
    ],
    "name": "parametersAt",
    "outputs": [
      {
        "components": [
          {
            "internalType": "uint96",
            "name": "bond",
            "type": "uint96"
          },
          {
            "internalType": "uint32",
            "name": "challengeWindow",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "disputeTime",
            "type": "uint32"
          },
          {
            "internalType": "uint16",
            "name": "qMin",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "participationBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "agreementDelta",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "agreementBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "weightCapBps",
            "type": "uint16"
          },
          {
            "internalType": "uint8",
            "name": "maxRolls",
            "type": "uint8"
          },
          {
            "internalType": "uint96",
            "name": "bountyCap",
            "type": "uint96"
          },
          {
            "internalType": "uint16",
            "name": "burnShare",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "bountyShare",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "lowQualityShare",
            "type": "uint16"
          },
          {
            "internalType": "uint96",
            "name": "voterBond",
            "type": "uint96"
          },
          {
            "internalType": "uint96",
            "name": "missPenalty",
            "type": "uint96"
          }
        ],
        "internalType": "struct IExperienceRegistry.Parameters",
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
      }
    ],
    "name": "parametersOf",
    "outputs": [
      {
        "components": [
          {
            "internalType": "uint96",
            "name": "bond",
            "type": "uint96"
          },
          {
            "internalType": "uint32",
            "name": "challengeWindow",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "disputeTime",
            "type": "uint32"
          },
          {
            "internalType": "uint16",
            "name": "qMin",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "participationBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "agreementDelta",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "agreementBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "weightCapBps",
            "type": "uint16"
          },
          {
            "internalType": "uint8",
            "name": "maxRolls",
            "type": "uint8"
          },
          {
            "internalType": "uint96",
            "name": "bountyCap",
            "type": "uint96"
          },
          {
            "internalType": "uint16",
            "name": "burnShare",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "bountyShare",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "lowQualityShare",
            "type": "uint16"
          },
          {
            "internalType": "uint96",
            "name": "voterBond",
            "type": "uint96"
          },
          {
            "internalType": "uint96",
            "name": "missPenalty",
            "type": "uint96"
          }
        ],
        "internalType": "struct IExperienceRegistry.Parameters",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "pauseSubmissions",
    "outputs": [],
    "stateMutability": "nonpayable",
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
    "name": "removeVoterBond",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "uint64",
            "name": "id",
            "type": "uint64"
          },
          {
            "internalType": "uint16",
            "name": "score",
            "type": "uint16"
          }
        ],
        "internalType": "struct IExperienceRegistry.Ballot[]",
        "name": "ballots",
        "type": "tuple[]"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      }
    ],
    "name": "revealVotes",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "revealWindow",
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
    "name": "schemaCount",
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
        "components": [
          {
            "internalType": "uint96",
            "name": "bond",
            "type": "uint96"
          },
          {
            "internalType": "uint32",
            "name": "challengeWindow",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "disputeTime",
            "type": "uint32"
          },
          {
            "internalType": "uint16",
            "name": "qMin",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "participationBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "agreementDelta",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "agreementBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "weightCapBps",
            "type": "uint16"
          },
          {
            "internalType": "uint8",
            "name": "maxRolls",
            "type": "uint8"
          },
          {
            "internalType": "uint96",
            "name": "bountyCap",
            "type": "uint96"
          },
          {
            "internalType": "uint16",
            "name": "burnShare",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "bountyShare",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "lowQualityShare",
            "type": "uint16"
          },
          {
            "internalType": "uint96",
            "name": "voterBond",
            "type": "uint96"
          },
          {
            "internalType": "uint96",
            "name": "missPenalty",
            "type": "uint96"
          }
        ],
        "internalType": "struct IExperienceRegistry.Parameters",
        "name": "next",
        "type": "tuple"
      }
    ],
    "name": "setParameters",
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
        "internalType": "address",
        "name": "challenger",
        "type": "address"
      },
      {
        "internalType": "bytes",
        "name": "proof",
        "type": "bytes"
      }
    ],
    "name": "slash",
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
    "name": "status",
    "outputs": [
      {
        "internalType": "enum IExperienceRegistry.Status",
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
        "components": [
          {
            "internalType": "bytes32",
            "name": "merkleRoot",
            "type": "bytes32"
          },
          {
            "internalType": "string",
            "name": "cid",
            "type": "string"
          },
          {
            "internalType": "uint64",
            "name": "schema",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "quality",
            "type": "uint64"
          },
          {
            "internalType": "address",
            "name": "submitter",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "bond",
            "type": "uint256"
          }
        ],
        "internalType": "struct IExperienceRegistry.Entry",
        "name": "e",
        "type": "tuple"
      }
    ],
    "name": "submit",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      }
    ],
    "stateMutability": "payable",
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
    "name": "tally",
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
        "internalType": "uint64",
        "name": "score",
        "type": "uint64"
      }
    ],
    "name": "voteQuality",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "voterBonds",
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
    "inputs": [
      {
        "internalType": "address",
        "name": "voter",
        "type": "address"
      }
    ],
    "name": "voterOf",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "bonded",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      },
      {
        "internalType": "bool",
        "name": "pending",
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
        "name": "id",
        "type": "uint256"
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

/** Creation bytecode of ExperienceRegistry. */
export const experienceRegistryBytecode =
  '0x610200604052348015610010575f5ffd5b5060405161672e38038061672e83398101604081905261002f91610bf9565b818161003a826101ac565b81516001600160a01b0390811660809081526020840151821660a09081526040850151831660c09081526060860151841660e0908152928601518416610100908152918601519093166101205291840151610140528301805161016052908301805161018052436101a052426101c0525190515f916100b891610d13565b90508260e001515f146100d75760c08301516100d49082610d13565b90505b8260200151836040015184608001518560e001515f1415846040516100fb90610950565b6001600160a01b039586168152938516602085015293909116604083015215156060820152608081019190915260a001604051809103905ff080158015610144573d5f5f3e3d5ffd5b506001600160a01b03166101e05261015b82610504565b5f5b836101200151518110156101a157610198846101200151828151811061018557610185610d2c565b60200260200101516108cc60201b60201c565b5060010161015d565b505050505050610ef2565b60208101516040516342f6e38960e01b81523060048201526001600160a01b03909116906342f6e38990602401602060405180830381865afa1580156101f4573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906102189190610d40565b61025a5760408051633ce7db2360e01b815260048101919091526005604482015264626f6e647360d81b60648201525f60248201526084015b60405180910390fd5b60408101516001600160a01b0316158015906102df575060408082015190516342f6e38960e01b81523060048201526001600160a01b03909116906342f6e38990602401602060405180830381865afa1580156102b9573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906102dd9190610d40565b155b156103225760408051633ce7db2360e01b81526004810191909152600a604482015269766f746572426f6e647360b01b60648201525f6024820152608401610251565b80606001516001600160a01b03163b5f036103705760408051633ce7db2360e01b8152600481019190915260056044820152646c6f636b7360d81b60648201525f6024820152608401610251565b60c08101511580610387575062278d008160c00151115b156103d25760c081015160408051633ce7db2360e01b81526004810191909152600b60448201526a0cae0dec6d098cadccee8d60ab1b60648201526024810191909152608401610251565b61010081015115806103eb575062278d00816101000151115b156104385761010081015160408051633ce7db2360e01b81526004810191909152600c60448201526b72657665616c57696e646f7760a01b60648201526024810191909152608401610251565b60e08101511580159061046257508060c001518161010001518260e001516104609190610d13565b115b156104ae5760e081015160408051633ce7db2360e01b81526004810191909152600c60448201526b636f6d6d697457696e646f7760a01b60648201526024810191909152608401610251565b6010816101200151511115610501576101208101515160408051633ce7db2360e01b815260048101919091526007604482015266736368656d617360c81b60648201526024810191909152608401610251565b50565b6101e0516001600160a01b031663aa2671db826040518263ffffffff1660e01b81526004016105339190610d66565b5f6040518083038186803b158015610549575f5ffd5b505afa15801561055b573d5f5f3e3d5ffd5b50505f8054909250829150600690610580906601000000000000900461ffff16610ed2565b91906101000a81548161ffff021916908361ffff16021790559050815f01515f5f01600e6101000a8154816001600160601b0302191690836001600160601b0316021790555060405180604001604052808261ffff168152602001836101a001516001600160601b031681525060015f820151815f015f6101000a81548161ffff021916908361ffff1602179055506020820151815f0160026101000a8154816001600160601b0302191690836001600160601b031602179055509050508160045f8361ffff1681526020019081526020015f205f820151815f015f6101000a8154816001600160601b0302191690836001600160601b031602179055506020820151815f01600c6101000a81548163ffffffff021916908363ffffffff1602179055506040820151815f0160106101000a81548163ffffffff021916908363ffffffff1602179055506060820151815f0160146101000a81548161ffff021916908361ffff1602179055506080820151815f0160166101000a81548161ffff021916908361ffff16021790555060a0820151815f0160186101000a81548161ffff021916908361ffff16021790555060c0820151815f01601a6101000a81548161ffff021916908361ffff16021790555060e0820151815f01601c6101000a81548161ffff021916908361ffff160217905550610100820151815f01601e6101000a81548160ff021916908360ff160217905550610120820151816001015f6101000a8154816001600160601b0302191690836001600160601b0316021790555061014082015181600101600c6101000a81548161ffff021916908361ffff16021790555061016082015181600101600e6101000a81548161ffff021916908361ffff1602179055506101808201518160010160106101000a81548161ffff021916908361ffff1602179055506101a08201518160010160126101000a8154816001600160601b0302191690836001600160601b031602179055506101c0820151816002015f6101000a8154816001600160601b0302191690836001600160601b031602179055509050508061ffff167fc1fab12f7da73292d7a41703cf71af23f802f9f1a9f6caf384e8bd99e16bedcb836040516108c09190610d66565b60405180910390a25050565b5f805481906004906108e990640100000000900461ffff16610ed2565b91906101000a81548161ffff021916908361ffff160217905561ffff169050806001600160401b03167fa6d38957e6328074155e571aa3bb05246dbd29f3dce0e83f2c7cbc7b711806c38360405161094391815260200190565b60405180910390a2919050565b610a2480615d0a83390190565b634e487b7160e01b5f52604160045260245ffd5b6040516101e081016001600160401b03811182821017156109945761099461095d565b60405290565b60405161014081016001600160401b03811182821017156109945761099461095d565b604051601f8201601f191681016001600160401b03811182821017156109e5576109e561095d565b604052919050565b80516001600160a01b0381168114610a03575f5ffd5b919050565b5f82601f830112610a17575f5ffd5b81516001600160401b03811115610a3057610a3061095d565b8060051b610a40602082016109bd565b91825260208185018101929081019086841115610a5b575f5ffd5b6020860192505b83831015610a7d578251825260209283019290910190610a62565b9695505050505050565b80516001600160601b0381168114610a03575f5ffd5b805163ffffffff81168114610a03575f5ffd5b805161ffff81168114610a03575f5ffd5b805160ff81168114610a03575f5ffd5b5f6101e08284031215610ae2575f5ffd5b610aea610971565b9050610af582610a87565b8152610b0360208301610a9d565b6020820152610b1460408301610a9d565b6040820152610b2560608301610ab0565b6060820152610b3660808301610ab0565b6080820152610b4760a08301610ab0565b60a0820152610b5860c08301610ab0565b60c0820152610b6960e08301610ab0565b60e0820152610b7b6101008301610ac1565b610100820152610b8e6101208301610a87565b610120820152610ba16101408301610ab0565b610140820152610bb46101608301610ab0565b610160820152610bc76101808301610ab0565b610180820152610bda6101a08301610a87565b6101a0820152610bed6101c08301610a87565b6101c082015292915050565b5f5f6102008385031215610c0b575f5ffd5b82516001600160401b03811115610c20575f5ffd5b83016101408186031215610c32575f5ffd5b610c3a61099a565b610c43826109ed565b8152610c51602083016109ed565b6020820152610c62604083016109ed565b6040820152610c73606083016109ed565b6060820152610c84608083016109ed565b6080820152610c9560a083016109ed565b60a082015260c0828101519082015260e0808301519082015261010080830151908201526101208201516001600160401b03811115610cd2575f5ffd5b610cde87828501610a08565b610120830152509250610cf690508460208501610ad1565b90509250929050565b634e487b7160e01b5f52601160045260245ffd5b80820180821115610d2657610d26610cff565b92915050565b634e487b7160e01b5f52603260045260245ffd5b5f60208284031215610d50575f5ffd5b81518015158114610d5f575f5ffd5b9392505050565b81516001600160601b031681526101e081016020830151610d8f602084018263ffffffff169052565b506040830151610da7604084018263ffffffff169052565b506060830151610dbd606084018261ffff169052565b506080830151610dd3608084018261ffff169052565b5060a0830151610de960a084018261ffff169052565b5060c0830151610dff60c084018261ffff169052565b5060e0830151610e1560e084018261ffff169052565b50610100830151610e2c61010084018260ff169052565b50610120830151610e496101208401826001600160601b03169052565b50610140830151610e6161014084018261ffff169052565b50610160830151610e7961016084018261ffff169052565b50610180830151610e9161018084018261ffff169052565b506101a0830151610eae6101a08401826001600160601b03169052565b506101c0830151610ecb6101c08401826001600160601b03169052565b5092915050565b5f61ffff821661ffff8103610ee957610ee9610cff565b60010192915050565b60805160a05160c05160e05161010051610120516101405161016051610180516101a0516101c0516101e051614cbc61104e5f395f61366901525f81816110240152611aac01525f6106b701525f81816106ea01528181612df501526134be01525f818161043a0152818161170d0152818161174001528181611b27015281816127900152818161284d0152818161289601528181612f39015281816134df0152613ad601525f81816104fb015281816110000152611a7201525f8181610666015281816110bd015261110001525f81816102cc01528181611e8801528181611ee801526125c001525f8181610a2701528181612fa1015261303b01525f818161076801528181610b1901528181610de801528181610ecb015261252901525f8181610351015281816116ca01528181611bd301528181612b6d015281816134690152613b1b01525f818161091b01526126b40152614cbc5ff3fe608060405260043610610289575f3560e01c80637dc0d1d011610155578063b6db51e2116100be578063d1f2b98c11610078578063d1f2b98c1461097b578063e74649ea1461099a578063ed8b6b31146109b9578063f1a85bb4146109d8578063f257aa57146109f7578063f557ab0314610a16575f5ffd5b8063b6db51e21461084f578063b80d1856146108a7578063bae78d7b146108de578063bf7e214f1461090a578063c5104d251461093d578063cad7e3851461095c575f5ffd5b80638a26dbea1161010f5780638a26dbea146103e2578063995ff12214610757578063a296a9ab1461078a578063a44ee679146107f2578063aa9354a314610811578063ab82d9a014610830575f5ffd5b80637dc0d1d0146106555780637e08dec81461068857806382ea7bfe146106a6578063863d22c7146106d95780638935ced51461070c5780638a1f83a31461072b575f5ffd5b806342d21ef7116101f75780635e30b44a116101b15780635e30b44a146105a357806364c9ec6f146105c257806365c2319d146105e55780636b75dbde146106045780637125d1b4146106235780637a4013c814610636575f5ffd5b806342d21ef71461045c57806343859632146104885780634a439cfe146104b757806352305151146104d657806357d775f8146104ea578063582df3131461051d575f5ffd5b806327d00fb01161024857806327d00fb0146103af57806328f462bf146103ce57806331b28664146103e257806332f8a00a146103f657806334c73c4c146104155780634069900514610429575f5ffd5b8062839e671461028d578062971a30146102bb57806306ed452e146103065780630cbb0f8314610327578063135c404e146103405780631e7ddb4314610373575b5f5ffd5b348015610298575f5ffd5b505f54640100000000900461ffff165b6040519081526020015b60405180910390f35b3480156102c6575f5ffd5b506102ee7f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b0390911681526020016102b2565b348015610311575f5ffd5b5061032561032036600461410a565b610a49565b005b348015610332575f5ffd5b505f5463ffffffff166102a8565b34801561034b575f5ffd5b506102ee7f000000000000000000000000000000000000000000000000000000000000000081565b34801561037e575f5ffd5b5061039261038d366004614137565b610b45565b6040805193845260208401929092521515908201526060016102b2565b3480156103ba575f5ffd5b506103256103c936600461410a565b610c15565b3480156103d9575f5ffd5b50610325610d2a565b3480156103ed575f5ffd5b506102a8608081565b348015610401575f5ffd5b5061032561041036600461410a565b610de6565b348015610420575f5ffd5b506102a8606081565b348015610434575f5ffd5b506102a87f000000000000000000000000000000000000000000000000000000000000000081565b348015610467575f5ffd5b5061047b61047636600461410a565b610ef5565b6040516102b291906141a4565b348015610493575f5ffd5b506104a76104a23660046141cb565b610fb5565b60405190151581526020016102b2565b3480156104c2575f5ffd5b506102a86104d136600461410a565b610ffd565b3480156104e1575f5ffd5b506102a861105e565b3480156104f5575f5ffd5b506102a87f000000000000000000000000000000000000000000000000000000000000000081565b348015610528575f5ffd5b506102a8610537366004614283565b80516020808301516040808501516060958601518251808601989098526001600160401b0390951687830152948601919091526001600160601b03909316608085015261ffff90911660a0808501919091528251808503909101815260c0909301909152815191012090565b3480156105ae575f5ffd5b506102a86105bd3660046142f8565b61107f565b3480156105cd575f5ffd5b505f54600160701b90046001600160601b03166102a8565b3480156105f0575f5ffd5b506103256105ff36600461410a565b61119f565b34801561060f575f5ffd5b5061032561061e36600461410a565b6112f6565b6102a8610631366004614367565b611413565b348015610641575f5ffd5b5061032561065036600461439d565b61170b565b348015610660575f5ffd5b506102ee7f000000000000000000000000000000000000000000000000000000000000000081565b348015610693575f5ffd5b505f54600160301b900461ffff166102a8565b3480156106b1575f5ffd5b506102a87f000000000000000000000000000000000000000000000000000000000000000081565b3480156106e4575f5ffd5b506102a87f000000000000000000000000000000000000000000000000000000000000000081565b348015610717575f5ffd5b506102a86107263660046141cb565b61188f565b348015610736575f5ffd5b5061074a61074536600461410a565b6118c9565b6040516102b291906143be565b348015610762575f5ffd5b506102ee7f000000000000000000000000000000000000000000000000000000000000000081565b348015610795575f5ffd5b506107a96107a436600461410a565b6118e7565b6040516102b2919081516001600160401b03168152602080830151908201526040808301516001600160601b03169082015260609182015161ffff169181019190915260800190565b3480156107fd575f5ffd5b5061074a61080c36600461410a565b611969565b34801561081c575f5ffd5b506102a861082b36600461410a565b611a6f565b34801561083b575f5ffd5b5061032561084a36600461410a565b611ad0565b34801561085a575f5ffd5b50610392610869366004614523565b6001600160a01b03165f908152600760205260409020546001600160801b03811691600160801b820464ffffffffff1691600160b81b900460ff1690565b3480156108b2575f5ffd5b506108c66108c136600461410a565b611c09565b6040516001600160401b0390911681526020016102b2565b3480156108e9575f5ffd5b506108fd6108f836600461410a565b611c1b565b6040516102b2919061453e565b348015610915575f5ffd5b506102ee7f000000000000000000000000000000000000000000000000000000000000000081565b348015610948575f5ffd5b506102a861095736600461464b565b611e2b565b348015610967575f5ffd5b50610325610976366004614675565b611e7a565b348015610986575f5ffd5b50610325610995366004614738565b61206a565b3480156109a5575f5ffd5b506102a86109b436600461477f565b6121b2565b3480156109c4575f5ffd5b506103256109d336600461410a565b612214565b3480156109e3575f5ffd5b506103256109f2366004614800565b612243565b348015610a02575f5ffd5b50610325610a1136600461410a565b612257565b348015610a21575f5ffd5b506102ee7f000000000000000000000000000000000000000000000000000000000000000081565b5f610a5342610ffd565b90505f5f610a6083612303565b91509150816060015115610a8f57604051639e1ef9cf60e01b8152600481018490526024015b60405180910390fd5b8151610aa4906001600160801b03168561246f565b83825f01818151610ab5919061493d565b6001600160801b0316905250610aca82612499565b81516040516001600160801b03909116815233907faea5998254e782a68c1513301a882356acc6dbc35e4bc3d541c11a4d5d06f01e9060200160405180910390a2610b148161251e565b610b3f7f00000000000000000000000000000000000000000000000000000000000000003386612552565b50505050565b6001600160401b0383165f908152600a6020526040812081908190610b6b600887614970565b610b76906020614983565b815f610b8360088a61499a565b81526020019081526020015f2054901c63ffffffff1692505f608086610ba99190614983565b9050808411610bb8575f610bc2565b610bc281856149ad565b93506080841115610bd257608093505b5f8781526001830160209081526040808320898452909152902054846080811480610c045750610c0142610ffd565b89105b945094509450505093509350939050565b610c1d6125b5565b5f610c2782612602565b90505f610c3382612659565b9050804210610c5f576040516316d7a86560e31b81526004810184905260248101829052604401610a86565b5f610c6983612684565b54610c8190600160801b900463ffffffff16426149c0565b600184018054919250905f908290600a90610ca690600160501b900461ffff166149d3565b825461ffff8083166101009490940a84810291021990911617909255835464ffffffffff8616600160281b0269ffffffffff000000000019909116178455604080519182526020820186905291925087917f5ea67c1d3e111e0332fbe18246c5fdc166e192a01b516dcc392748ec2ea8a1fb910160405180910390a2505050505050565b610d326126a9565b5f8054610d529062093a8090600160401b900465ffffffffffff166149c0565b905080421015610d7857604051633f1733af60e01b815260048101829052602401610a86565b5f610d8662093a80426149c0565b5f80546dffffffffffff00000000000000001916600160401b65ffffffffffff8416021790556040518181529091507fe9cf9b724117ff842321f945c61c68ea55e97780ee4c104da87a6aa4ae2a4d9f9060200160405180910390a15050565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316610e2d57604051631656067f60e21b815260040160405180910390fd5b335f90815260076020526040812054610e509083906001600160801b03166149c0565b9050610e5b816126f4565b335f8181526007602090815260409182902080546fffffffffffffffffffffffffffffffff19166001600160801b0395909516949094179093555183815290917faea5998254e782a68c1513301a882356acc6dbc35e4bc3d541c11a4d5d06f01e910160405180910390a2610ef17f0000000000000000000000000000000000000000000000000000000000000000338461272b565b5050565b5f81815260026020908152604080832054835260039091528120805460a01c63ffffffff165f03610f2857505f92915050565b600181015f8154600160881b900460ff166007811115610f4a57610f4a614167565b14610f615754600160881b900460ff169392505050565b610f6a81612760565b15610f79575060049392505050565b8054600160781b900460ff1615610f94575060039392505050565b610f9d8261278d565b4210610faa576002610fad565b60015b949350505050565b5f5f5f610fca85610fc5876127b8565b612804565b6001600160a01b0386165f9081526009602090815260408083209483529390529190912054161515925050505b92915050565b5f7f00000000000000000000000000000000000000000000000000000000000000006110497f0000000000000000000000000000000000000000000000000000000000000000846149ad565b611053919061499a565b610ff79060016149c0565b5f805461107a90600160701b90046001600160601b0316612833565b905090565b5f80805b838110156110ba576110b0826105378787858181106110a4576110a46149f3565b905060200201356118e7565b9150600101611083565b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031615611174576040516309933d6d60e11b8152600481018290527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906313267ada90602401602060405180830381865afa15801561114d573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906111719190614a07565b91505b5f82900361119857604051631d64341560e21b815260048101829052602401610a86565b5092915050565b5f5f6111a9612849565b91509150825f5f1b036111cf576040516326fd599b60e11b815260040160405180910390fd5b8042106111f257604051636f51b84160e01b815260048101829052602401610a86565b5f5f6111fd84612303565b9150915083826020015164ffffffffff160361122f576040516306da013d60e21b815260048101859052602401610a86565b6040805180820190915260015461ffff811682526201000090046001600160601b0316602082018190528351611270916001600160801b039091169061246f565b80516001606085015261ffff16604084015264ffffffffff8516602084015261129883612499565b335f81815260086020526040908190208890555186907f26a454697a4923cb3646779d831b5e4696bd3fab14b67dd6dfe23d72354f57dd906112dd908a815260200190565b60405180910390a36112ee8261251e565b505050505050565b5f61130082612602565b60018101805491925090600160781b900460ff16158015611328575061132683836128ce565b155b1561133257505050565b5f61133c83612659565b90508042101561136957604051630176af4160e21b81526004810185905260248101829052604401610a86565b61137282612760565b156113a9578154604051630792ccc760e01b815260048101869052600160281b90910464ffffffffff166024820152604401610a86565b5f6113b384612684565b8354909150600160801b900460ff166113d6576113d1858583612a9b565b61140c565b80548354600160a01b90910461ffff908116600160601b9092041610611401576113d1858583612b00565b61140c858583612ba8565b5050505050565b6040805160a0810182525f805463ffffffff81168352640100000000810461ffff9081166020850152600160301b82041683850152600160401b810465ffffffffffff16606080850191909152600160701b9091046001600160601b031660808401529092839182913691839188359161149291908a01908a01614a1e565b61149f60208a018a614a37565b9350935093509350846060015165ffffffffffff164210156114e457606085015160405163984979e960e01b815265ffffffffffff9091166004820152602401610a86565b8015806114f15750606081115b156115125760405163486d5f3760e01b815260048101829052602401610a86565b5f84900361153357604051636fe692dd60e11b815260040160405180910390fd5b6001600160401b03831615806115595750846020015161ffff16836001600160401b0316115b1561158257604051633c2746f560e01b81526001600160401b0384166004820152602401610a86565b6115998786608001516001600160601b0316612c51565b5f5f6115a53387612d80565b5f8281526003602052604081208054939550919350909160a01c63ffffffff16905080156115e9576040516322c12ac760e21b815260048101829052602401610a86565b885189906115f690614a79565b63ffffffff16908190525f805463ffffffff1916821781558181526002602052604090208590559950611681838b61162d42612dc2565b8a8d6040015163ffffffff60a01b60a085901b166001600160f01b031960f083901b1661ffff60e01b60e085901b161763ffffffff60c01b60c086901b1617176001600160a01b0386161795945050505050565b8255604051889033908c907f2ef544b62472861f4e2d3fe2e74341b5f9aba63fdc0e72866e12839595dc1f9f906116bd908c908c908c90614a94565b60405180910390a46116fd7f0000000000000000000000000000000000000000000000000000000000000000338b608001516001600160601b031661272b565b505050505050505050919050565b7f00000000000000000000000000000000000000000000000000000000000000001561176c5760405163189a7bf160e11b81527f00000000000000000000000000000000000000000000000000000000000000006004820152602401610a86565b5f61177683612602565b90505f61178282612df2565b90508042106117ae5760405163aff2877760e01b81526004810185905260248101829052604401610a86565b335f908152600760205260409020546117ec906001600160801b03166117d384612684565b60010154600160901b90046001600160601b031661246f565b5f5f6117f88685612804565b335f90815260096020908152604080832085845290915290205491935091508082161561183b5760405163c0afe58d60e01b815260048101889052602401610a86565b335f9081526009602090815260408083208684528252808320848617905580516060810182528381529182018390528101919091526118858887896001600160401b031684612e1d565b5050505050505050565b5f5f61189a846127b8565b90505f5f6118b06118aa84612f2a565b86612f77565b915091506118bf8383836130b5565b9695505050505050565b6118d1614070565b610ff761080c6118e0846127b8565b5460f01c90565b604080516080810182525f808252602082018190529181018290526060810182905290611913836127b8565b905060056001820154600160881b900460ff16600781111561193757611937614167565b1461195857604051634480190960e01b815260048101849052602401610a86565b61196283826130fb565b9392505050565b611971614070565b505f9081526004602090815260409182902082516101e08101845281546001600160601b038082168352600160601b80830463ffffffff90811696850196909652600160801b80840490961696840196909652600160a01b820461ffff9081166060850152600160b01b830481166080850152600160c01b8304811660a0850152600160d01b8304811660c0850152600160e01b8304811660e0850152600160f01b90920460ff1661010084015260018401548082166101208501529586048216610140840152600160701b8604821661016084015293850416610180820152600160901b90930482166101a084015260020154166101c082015290565b5f7f0000000000000000000000000000000000000000000000000000000000000000611a9c6001846149ad565b611aa69190614983565b610ff7907f00000000000000000000000000000000000000000000000000000000000000006149c0565b5f611ada82612602565b9050611ae58261317b565b60028101546001600160a01b03168015611b2457604051636844ebef60e01b8152600481018490526001600160a01b0382166024820152604401610a86565b5f7f0000000000000000000000000000000000000000000000000000000000000000611b5857611b5383612df2565b611b61565b611b618361278d565b9050804210611b8d576040516316d7a86560e31b81526004810185905260248101829052604401610a86565b6002830180546001600160a01b0319163390811790915560405185907fcfe09ca25f55d949baba5e280f5750c9ba4b9048fca5532f916067d433afe4d7905f90a3610b3f7f000000000000000000000000000000000000000000000000000000000000000033611c04611bff87612684565b6131af565b61272b565b5f611c126126a9565b610ff7826131c5565b611c9260408051610200810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c081018290529060e082019081526020015f81526020015f81526020015f81526020015f81526020015f81526020015f81526020015f81526020015f81525090565b5f611c9c836127b8565b905060018101611cac8483613249565b8352815460e01c61ffff166001600160401b03166020840152611cce84613286565b6001600160a01b03166080840152611ce582612684565b546001600160601b031660a084015260028201546001600160a01b031660c0840152611d1084610ef5565b8360e001906007811115611d2657611d26614167565b90816007811115611d3957611d39614167565b905250815460c01c63ffffffff166101008401528054600160701b900460ff16610120840152611d6882612f2a565b610140840152611d778261278d565b610160840152611d8682612df2565b610180840152611d9582612659565b6101a08401528054600160501b810461ffff166101c0850152600160281b810464ffffffffff166101e0850152600160781b900460ff1615611df9578054600160801b810460ff1615156060850152600160601b900461ffff166040840152611e24565b5f611e04858461329c565b6040808201519151151560608701526001600160401b0390911690850152505b5050919050565b5f5f5f611e388585612d80565b5f8281526003602052604090205491935091506001600160a01b038216816001600160a01b031614611e6a575f6118bf565b60a081901c63ffffffff166118bf565b5f611e8485612602565b90507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316611ed057604051630cb290df60e11b815260048101869052602401610a86565b604051630aa0854d60e11b8152600481018690525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906315410a9a90602401608060405180830381865afa158015611f35573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611f599190614ad2565b8051909150611f7e57604051630cb290df60e11b815260048101879052602401610a86565b846001600160a01b031681604001516001600160a01b031614611fcd576040808201519051630826080960e11b81526001600160a01b0380881660048301529091166024820152604401610a86565b5f8484604051611fde929190614b39565b604051809103902090508082606001511461201c5760608201516040516305d701c560e11b8152610a86918391600401918252602082015260400190565b5f61202684612684565b60018501805460ff60881b1916600360891b17905580546020850151919250612060918a91879185916001600160601b0316908c9061333a565b611885848261349a565b5f5f612074612849565b90925090508315806120865750608084115b156120a75760405163f7113e1760e01b815260048101859052602401610a86565b5f6120b1836134bb565b9050814210806120c15750804210155b156120e95760405163743a06fd60e01b81526004810183905260248101829052604401610a86565b335f9081526007602052604090208054600160b81b900460ff16158061211e57508054600160801b900464ffffffffff168414155b1561213f5760405163ab37666d60e01b815260048101859052602401610a86565b5f61214d85338a8a8a6121b2565b335f908152600860205260409020549091508082146121895760405163c9e0e75760e01b81526004810182905260248101839052604401610a86565b825460ff60b81b191683556121a789896121a289611a6f565b613511565b505050505050505050565b5f7f2a487e6b0842a68495ba1af93838bc17243acae567bb3c926c37a1523a136b7c463088888888886040516020016121f2989796959493929190614b48565b6040516020818303038152906040528051906020012090505b95945050505050565b5f61221e82612602565b6001810154909150600160781b900460ff16610ef15761223e82826128ce565b505050565b61224b6126a9565b61225481613652565b50565b61225f6125b5565b5f612269826127b8565b6001018054909150600160501b900461ffff165f8190036122a05760405163a80d67dd60e01b815260048101849052602401610a86565b6122a981614be2565b825461ffff60501b1916600160501b61ffff831690810291909117845560405190815290915083907fb894f5e1ecd878c1aa203fcddc4638ca3a97185ae7b965bc545afe736eb8c9e59060200160405180910390a2505050565b60408051608080820183525f808352602080840182905283850182905260609384018290523382526007815284822085519384018652546001600160801b0381168452600160801b810464ffffffffff1691840191909152600160a81b810461ffff1694830194909452600160b81b90930460ff161515918101829052919061238d5750915f9150565b82826020015164ffffffffff161480156123ae57506123ab836134bb565b42105b156123ba5750915f9150565b5060408082015161ffff165f9081526004602052206002015481516001600160601b03909116906001600160801b03168111156123fe575080516001600160801b03165b5f606083015281518190839061241590839061493d565b6001600160801b03169052506020820151604051339164ffffffffff16907f7dfbc4f8dfc3084e667e2629014c1f4a86419b3566dcec7a8f3b507aa96f3196906124629085815260200190565b60405180910390a3915091565b80821015610ef157604051620194a360e51b81526004810183905260248101829052604401610a86565b335f908152600760209081526040918290208351815492850151938501516060909501511515600160b81b0260ff60b81b1961ffff909616600160a81b029590951662ffffff60a81b1964ffffffffff909516600160801b026001600160a81b03199094166001600160801b0390921691909117929092179290921617919091179055565b8015612254576122547f000000000000000000000000000000000000000000000000000000000000000033835f5f5f613a34565b604051630357371d60e01b81526001600160a01b03838116600483015260248201839052841690630357371d906044015b5f604051808303815f87803b15801561259a575f5ffd5b505af11580156125ac573d5f5f3e3d5ffd5b50505050505050565b336001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000161461260057604051631b39876f60e31b8152336004820152602401610a86565b565b5f61260c826127b8565b6001810154909150600160881b900460ff165f81600781111561263157612631614167565b146126535782816040516337f8ea4f60e21b8152600401610a86929190614bfe565b50919050565b5f61266382612684565b54600160601b900463ffffffff1661267a83612df2565b610ff791906149c0565b5f60045f612695845f015460f01c90565b81526020019081526020015f209050919050565b336001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000161461260057604051639e066db160e01b8152336004820152602401610a86565b5f6001600160801b03821115612727576040516306dfcc6560e41b81526080600482015260248101839052604401610a86565b5090565b60405163282d3fdf60e01b81526001600160a01b0383811660048301526024820183905284169063282d3fdf90604401612583565b80545f90600160501b900461ffff1615801590610ff757505054600160281b900464ffffffffff16421090565b5f7f000000000000000000000000000000000000000000000000000000000000000061267a83613aaf565b5f81815260026020908152604080832054835260039091529020805460a01c63ffffffff165f036127ff5760405163b9d8fa0760e01b815260048101839052602401610a86565b919050565b6001808201546001600160f81b0319600160701b90910460f81b16600884901c179060ff84161b5b9250929050565b5f61283f60028361499a565b610ff790836149ad565b5f807f000000000000000000000000000000000000000000000000000000000000000061288957604051631268187360e01b815260040160405180910390fd5b61289242610ffd565b91507f00000000000000000000000000000000000000000000000000000000000000006128be83611a6f565b6128c891906149c0565b90509091565b5f5f6128d983612df2565b90508042101561290657604051636bcd57af60e11b81526004810185905260248101829052604401610a86565b5f612911858561329c565b6020810151909150600185019015801561294a575061292f85612684565b548154600160f01b90910460ff908116600160701b90920416105b156129fd575f61295942613ad3565b82549091506001908390600e9061297b908490600160701b900460ff16614c1b565b82546101009290920a60ff818102199093169183160217909155835464ffffffffff191664ffffffffff84161780855560408051600160701b9092049092168152602081018490528992507f9ad417006a62edd1d3e71323801d212e0af9039c5253e44741eb69d2d96756a6910160405180910390a25f945050505050610ff7565b8054602083810151604080860151600160781b61ffff60781b19909516600160801b931515938402179490941761ffff60601b1916600160601b61ffff86160217855560608087015182516001600160401b0390961686529385019290925283019190915287917f0b15ef73cb963d6b24644c80ca49a7f4ad973ec4a2c74dab639d3aa3b442d6a1910160405180910390a250600195945050505050565b60018201805460ff60881b1916600760881b17905560405183907ff80dbaea4785589e52984ca36a31de106adc77759539a5c7d92883bf49692fe9905f90a2612af6612ae684613286565b82546001600160601b0316613b16565b61223e828261349a565b60018201805460ff60881b1916600560881b179055612b1f8383613b41565b5f612b2984613286565b8254909150612b429082906001600160601b0316613b16565b60028301546001600160a01b031680612b5c575050505050565b5f612b66846131af565b90506112ee7f000000000000000000000000000000000000000000000000000000000000000083612b9684612833565b86612ba260028761499a565b5f613a34565b6001828101805460ff60881b1916600360891b1790558154908201546001600160601b03909116905f906103e890612beb90600160801b900461ffff1684614983565b612bf7906103e76149c0565b612c01919061499a565b6002850154909150612c249086908690869085906001600160a01b03165f61333a565b81811015612c4757612c47612c3886613286565b612c4283856149ad565b613b16565b61140c848461349a565b3415612c725760405163583718dd60e01b8152346004820152602401610a86565b612c826080830160608401614a1e565b6001600160401b031615612cc557612ca06080830160608401614a1e565b604051632c17092f60e01b81526001600160401b039091166004820152602401610a86565b5f612cd660a0840160808501614523565b6001600160a01b031614158015612d05575033612cf960a0840160808501614523565b6001600160a01b031614155b15612d3e57612d1a60a0830160808401614523565b604051622162a760e81b81526001600160a01b039091166004820152602401610a86565b60a082013515801590612d555750808260a0013514155b15610ef15760405163062f01ed60e11b815260a0830135600482015260248101829052604401610a86565b6001600160a01b0381165f90815260208190526040812082906001600160601b031660a0845f1c901c186060856001600160a01b0316901b1791509250929050565b5f63ffffffff821115612727576040516306dfcc6560e41b81526020600482015260248101839052604401610a86565b5f7f000000000000000000000000000000000000000000000000000000000000000061267a8361278d565b6103e8821115612e43576040516342081b1960e11b815260048101839052602401610a86565b612e4c8461317b565b612e5e612e5884612f2a565b82613c94565b5f612e7284836020015184604001516130b5565b9050805f03612ea7578151604051639c5347c160e01b8152600481018790523360248201526044810191909152606401610a86565b612edd8382612ed6888860010154600160701b900460ff1660089190911b175f90815260056020526040902090565b9190613ce6565b604080516001600160401b038516815260208101839052339187917f88b67a2b718a4040bcd8e5f867ac22530f37acc9f0d02b8ff7013411968e824f910160405180910390a35050505050565b80545f9060c01c63ffffffff167f000000000000000000000000000000000000000000000000000000000000000015612f6c57612f6961082b82610ffd565b90505b6119626001826149ad565b604051630748d63560e31b81526001600160a01b038281166004830152602482018490525f9182917f00000000000000000000000000000000000000000000000000000000000000001690633a46b1a890604401602060405180830381865afa158015612fe6573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061300a9190614a07565b5f8581526006602052604081205491935090915081900361282c57604051632394e7a360e21b8152600481018590527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690638e539e8c90602401602060405180830381865afa158015613088573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906130ac9190614a07565b90509250929050565b5f5f6127106130c386612684565b546130d990600160e01b900461ffff1685614983565b6130e3919061499a565b90508084106130f2578061220b565b50919392505050565b604080516080810182525f8082526020820181905291810182905260608101919091526040518060800160405280846001600160401b031681526020016131428585613249565b815260200161315084612684565b546001600160601b03168152600184015461ffff600160601b90910416602090910152905092915050565b3361318582613286565b6001600160a01b031603612254576040516305b5696f60e31b815260048101829052602401610a86565b80545f90610ff7906001600160601b0316612833565b5f805481906004906131e290640100000000900461ffff166149d3565b91906101000a81548161ffff021916908361ffff160217905561ffff169050806001600160401b03167fa6d38957e6328074155e571aa3bb05246dbd29f3dce0e83f2c7cbc7b711806c38360405161323c91815260200190565b60405180910390a2919050565b5f8281526002602090815260408083205484546001600160a01b0316808552928490529083206001600160601b0390811691161860a01b17611962565b5f8181526002602052604081205460601c610ff7565b6132cd6040518060a001604052805f151581526020015f151581526020015f81526020015f81526020015f81525090565b5f6132d783612684565b9050610fad6132e584613d3c565b825461ffff600160b01b8204811691600160c01b8104821691600160d01b90910416613331898960010154600160701b900460ff1660089190911b175f90815260056020526040902090565b93929190613d5e565b60018401545f906103e89061ffff600160701b820481169161336591600160601b9091041683614c34565b61336f9190614c34565b61337d9061ffff1686614983565b613387919061499a565b90505f6001600160a01b038416156133e95760018601546103e8906133b790600160701b900461ffff1687614983565b6133c1919061499a565b60018701549091506001600160601b03168111156133e9575060018501546001600160601b03165b5f816133f584886149ad565b6133ff91906149ad565b60018901546040519192506001600160a01b038716918b917f1f72a3adc4fb2f9f12121520d2ef23d9a3bf8cf4c99e3c598d77df6a6ca487f99161345691600160601b900461ffff16908990879089908b90614c4e565b60405180910390a385156121a7576121a77f00000000000000000000000000000000000000000000000000000000000000006134918b613286565b83888688613a34565b60028201546001600160a01b0316801561223e5761223e81612c42846131af565b5f7f00000000000000000000000000000000000000000000000000000000000000007f000000000000000000000000000000000000000000000000000000000000000061350784611a6f565b61267a91906149c0565b61353260405180606001604052805f81526020015f81526020015f81525090565b5f805b848110156112ee575f868683818110613550576135506149f3565b6135669260206040909202019081019150614a1e565b6001600160401b0316905082811161359b5760405163ce84664560e01b81526004810184905260248101829052604401610a86565b8092505f6135a8826127b8565b90505f6001820154600160881b900460ff1660078111156135cb576135cb614167565b146135d757505061364a565b5f6135e182613aaf565b905086811461360d5760405163d32e7fe560e01b81526004810184905260248101829052604401610a86565b61364683838b8b88818110613624576136246149f3565b905060400201602001602081019061363c9190614c84565b61ffff1689612e1d565b5050505b600101613535565b60405163aa2671db60e01b81526001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063aa2671db9061369e9084906004016143be565b5f6040518083038186803b1580156136b4575f5ffd5b505afa1580156136c6573d5f5f3e3d5ffd5b50505f80549092508291506006906136e890600160301b900461ffff166149d3565b91906101000a81548161ffff021916908361ffff16021790559050815f01515f5f01600e6101000a8154816001600160601b0302191690836001600160601b0316021790555060405180604001604052808261ffff168152602001836101a001516001600160601b031681525060015f820151815f015f6101000a81548161ffff021916908361ffff1602179055506020820151815f0160026101000a8154816001600160601b0302191690836001600160601b031602179055509050508160045f8361ffff1681526020019081526020015f205f820151815f015f6101000a8154816001600160601b0302191690836001600160601b031602179055506020820151815f01600c6101000a81548163ffffffff021916908363ffffffff1602179055506040820151815f0160106101000a81548163ffffffff021916908363ffffffff1602179055506060820151815f0160146101000a81548161ffff021916908361ffff1602179055506080820151815f0160166101000a81548161ffff021916908361ffff16021790555060a0820151815f0160186101000a81548161ffff021916908361ffff16021790555060c0820151815f01601a6101000a81548161ffff021916908361ffff16021790555060e0820151815f01601c6101000a81548161ffff021916908361ffff160217905550610100820151815f01601e6101000a81548160ff021916908360ff160217905550610120820151816001015f6101000a8154816001600160601b0302191690836001600160601b0316021790555061014082015181600101600c6101000a81548161ffff021916908361ffff16021790555061016082015181600101600e6101000a81548161ffff021916908361ffff1602179055506101808201518160010160106101000a81548161ffff021916908361ffff1602179055506101a08201518160010160126101000a8154816001600160601b0302191690836001600160601b031602179055506101c0820151816002015f6101000a8154816001600160601b0302191690836001600160601b031602179055509050508061ffff167fc1fab12f7da73292d7a41703cf71af23f802f9f1a9f6caf384e8bd99e16bedcb83604051613a2891906143be565b60405180910390a25050565b60405163555d291160e01b81526001600160a01b038681166004830152602482018690528481166044830152606482018490526084820183905287169063555d29119060a4015f604051808303815f87803b158015613a91575f5ffd5b505af1158015613aa3573d5f5f3e3d5ffd5b50505050505050505050565b600181015464ffffffffff165f8190036127ff578154610ff79060c01c63ffffffff165b5f7f0000000000000000000000000000000000000000000000000000000000000000613aff5781610ff7565b610ff7613b0b83610ffd565b61082b9060016149c0565b610ef17f00000000000000000000000000000000000000000000000000000000000000008383612552565b805460e01c61ffff165f613b5442610ffd565b5f838152600a60205260408120919250613b6f600884614970565b613b7a906020614983565b90505f8281613b8a60088761499a565b815260208101919091526040015f20549050613ba96001831b826149c0565b835f613bb660088861499a565b81526020019081526020015f20819055505f60808383901c63ffffffff16613bde919061499a565b5f868152600186016020908152604080832084845290915281205491925090613c0b906105378b8b6130fb565b5f878152600187810160209081526040808420878552825292839020849055908b01548251600160601b90910461ffff16815290810185905290810182905290915086906001600160401b038916908b907f82d1ef171178fe709f1266fe7c1353cb95b62a4643d8325fb742233464165dd99060600160405180910390a4505050505050505050565b8051829003613ca1575050565b818152613cae8233612f77565b6040808401919091526020808401929092525f84815260069092528120549003610ef1576040908101515f9283526006602052912055565b6103e8821115613d0c57604051631119c33360e31b815260048101839052602401610a86565b613d2183613d1b60208561499a565b83613e39565b61223e8383613d3260046008614983565b613d1b91906149c0565b5f60065f613d4984612f2a565b81526020019081526020015f20549050919050565b613d8f6040518060a001604052805f151581526020015f151581526020015f81526020015f81526020015f81525090565b5f5f613d9a88613ee8565b91509150805f03613dac57505061220b565b5f613db8898484613f69565b90505f613dc684838961400c565b90505f613dd3898b614983565b613ddf61271086614983565b10158015613e015750613df28785614983565b613dfe61271084614983565b10155b6040805160a0810182526001815291151560208301528101939093525060608201929092526080810191909152979650505050505050565b5f613e4560048461499a565b90505f6040613e55600486614970565b613e5f9190614983565b90505f85836101038110613e7557613e756149f3565b01549050613e8c81831c6001600160401b03614c9d565b6001600160401b0316841115613ebf5760405163260082b760e21b81526004810186905260248101859052604401610a86565b613ecb84831b826149c0565b86846101038110613ede57613ede6149f3565b0155505050505050565b613ef06140eb565b5f805b6008811015613f63575f84826101038110613f1057613f106149f3565b01549050600482025b8115613f595760018101906001600160401b038316908190879060208110613f4357613f436149f3565b6020020152939093019260409190911c90613f19565b5050600101613ef3565b50915091565b5f600260018301048260205b5f1901858160208110613f8a57613f8a6149f3565b60200201518203915082821015613f75576020810293506008818102015b60018101905f9089906101038110613fc257613fc26149f3565b01549050855b8115613fff57816001600160401b031685019450858510613ff0579550611962945050505050565b60409190911c90600101613fc8565b5050600485019450613fa8565b5f8282016103e881111561401f57506103e85b602081045f848611614031575f614038565b6020858703045b90505b81811161406657868160208110614054576140546149f3565b6020020151939093019260010161403b565b5050509392505050565b604080516101e0810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e08101829052610100810182905261012081018290526101408101829052610160810182905261018081018290526101a081018290526101c081019190915290565b6040518061040001604052806020906020820280368337509192915050565b5f6020828403121561411a575f5ffd5b5035919050565b80356001600160401b03811681146127ff575f5ffd5b5f5f5f60608486031215614149575f5ffd5b61415284614121565b95602085013595506040909401359392505050565b634e487b7160e01b5f52602160045260245ffd5b6008811061225457634e487b7160e01b5f52602160045260245ffd5b6141a08161417b565b9052565b602081016141b18361417b565b91905290565b6001600160a01b0381168114612254575f5ffd5b5f5f604083850312156141dc575f5ffd5b8235915060208301356141ee816141b7565b809150509250929050565b604051608081016001600160401b038111828210171561422757634e487b7160e01b5f52604160045260245ffd5b60405290565b6040516101e081016001600160401b038111828210171561422757634e487b7160e01b5f52604160045260245ffd5b80356001600160601b03811681146127ff575f5ffd5b803561ffff811681146127ff575f5ffd5b5f5f82840360a0811215614295575f5ffd5b833592506080601f19820112156142aa575f5ffd5b506142b36141f9565b6142bf60208501614121565b8152604084013560208201526142d76060850161425c565b60408201526142e860808501614272565b6060820152809150509250929050565b5f5f60208385031215614309575f5ffd5b82356001600160401b0381111561431e575f5ffd5b8301601f8101851361432e575f5ffd5b80356001600160401b03811115614343575f5ffd5b8560208260051b8401011115614357575f5ffd5b6020919091019590945092505050565b5f60208284031215614377575f5ffd5b81356001600160401b0381111561438c575f5ffd5b820160c08185031215611962575f5ffd5b5f5f604083850312156143ae575f5ffd5b823591506130ac60208401614121565b81516001600160601b031681526101e0810160208301516143e7602084018263ffffffff169052565b5060408301516143ff604084018263ffffffff169052565b506060830151614415606084018261ffff169052565b50608083015161442b608084018261ffff169052565b5060a083015161444160a084018261ffff169052565b5060c083015161445760c084018261ffff169052565b5060e083015161446d60e084018261ffff169052565b5061010083015161448461010084018260ff169052565b506101208301516144a16101208401826001600160601b03169052565b506101408301516144b961014084018261ffff169052565b506101608301516144d161016084018261ffff169052565b506101808301516144e961018084018261ffff169052565b506101a08301516145066101a08401826001600160601b03169052565b506101c08301516111986101c08401826001600160601b03169052565b5f60208284031215614533575f5ffd5b8135611962816141b7565b81518152602080830151610200830191614562908401826001600160401b03169052565b50604083015161457d60408401826001600160401b03169052565b506060830151614591606084018215159052565b5060808301516145ac60808401826001600160a01b03169052565b5060a083015160a083015260c08301516145d160c08401826001600160a01b03169052565b5060e08301516145e460e0840182614197565b506101008301516101008301526101208301516101208301526101408301516101408301526101608301516101608301526101808301516101808301526101a08301516101a08301526101c08301516101c08301526101e08301516101e083015292915050565b5f5f6040838503121561465c575f5ffd5b8235614667816141b7565b946020939093013593505050565b5f5f5f5f60608587031215614688575f5ffd5b84359350602085013561469a816141b7565b925060408501356001600160401b038111156146b4575f5ffd5b8501601f810187136146c4575f5ffd5b80356001600160401b038111156146d9575f5ffd5b8760208284010111156146ea575f5ffd5b949793965060200194505050565b5f5f83601f840112614708575f5ffd5b5081356001600160401b0381111561471e575f5ffd5b6020830191508360208260061b850101111561282c575f5ffd5b5f5f5f6040848603121561474a575f5ffd5b83356001600160401b0381111561475f575f5ffd5b61476b868287016146f8565b909790965060209590950135949350505050565b5f5f5f5f5f60808688031215614793575f5ffd5b8535945060208601356147a5816141b7565b935060408601356001600160401b038111156147bf575f5ffd5b6147cb888289016146f8565b96999598509660600135949350505050565b803563ffffffff811681146127ff575f5ffd5b803560ff811681146127ff575f5ffd5b5f6101e0828403128015614812575f5ffd5b5061481b61422d565b6148248361425c565b8152614832602084016147dd565b6020820152614843604084016147dd565b604082015261485460608401614272565b606082015261486560808401614272565b608082015261487660a08401614272565b60a082015261488760c08401614272565b60c082015261489860e08401614272565b60e08201526148aa61010084016147f0565b6101008201526148bd610120840161425c565b6101208201526148d06101408401614272565b6101408201526148e36101608401614272565b6101608201526148f66101808401614272565b6101808201526149096101a0840161425c565b6101a082015261491c6101c0840161425c565b6101c08201529392505050565b634e487b7160e01b5f52601160045260245ffd5b6001600160801b038281168282160390811115610ff757610ff7614929565b634e487b7160e01b5f52601260045260245ffd5b5f8261497e5761497e61495c565b500690565b8082028115828204841417610ff757610ff7614929565b5f826149a8576149a861495c565b500490565b81810381811115610ff757610ff7614929565b80820180821115610ff757610ff7614929565b5f61ffff821661ffff81036149ea576149ea614929565b60010192915050565b634e487b7160e01b5f52603260045260245ffd5b5f60208284031215614a17575f5ffd5b5051919050565b5f60208284031215614a2e575f5ffd5b61196282614121565b5f5f8335601e19843603018112614a4c575f5ffd5b8301803591506001600160401b03821115614a65575f5ffd5b60200191503681900382131561282c575f5ffd5b5f63ffffffff821663ffffffff81036149ea576149ea614929565b6001600160401b038416815260406020820152816040820152818360608301375f818301606090810191909152601f909201601f1916010192915050565b5f6080828403128015614ae3575f5ffd5b50614aec6141f9565b82518015158114614afb575f5ffd5b8152602083015160088110614b0e575f5ffd5b60208201526040830151614b21816141b7565b60408201526060928301519281019290925250919050565b818382375f9101908152919050565b888152602081018890526001600160a01b038781166040830152606082018790528516608082015260e060a0820181905281018390525f846101008301825b86811015614bca576001600160401b03614ba084614121565b16825261ffff614bb260208501614272565b16602083015260409283019290910190600101614b87565b5060c093909301939093525098975050505050505050565b5f61ffff821680614bf557614bf5614929565b5f190192915050565b82815260408101614c0e8361417b565b8260208301529392505050565b60ff8181168382160190811115610ff757610ff7614929565b61ffff8281168282160390811115610ff757610ff7614929565b61ffff8616815260a08101614c628661417b565b8560208301528460408301528360608301528260808301529695505050505050565b5f60208284031215614c94575f5ffd5b61196282614272565b6001600160401b038281168282160390811115610ff757610ff761492956610120604052348015610010575f5ffd5b50604051610a24380380610a2483398101604081905261002f9161006c565b61010052151560e0526001600160a01b0390811660c05290811660a052166080526100d7565b6001600160a01b0381168114610069575f5ffd5b50565b5f5f5f5f5f60a08688031215610080575f5ffd5b855161008b81610055565b602087015190955061009c81610055565b60408701519094506100ad81610055565b606087015190935080151581146100c2575f5ffd5b80925050608086015190509295509295909350565b60805160a05160c05160e051610100516109036101215f395f61054101525f61016101525f81816105d5015261060101525f818160c601526105a601525f61057601526109035ff3fe608060405234801561000f575f5ffd5b5060043610610055575f3560e01c80633a291ccc1461005957806351586ecb1461007557806355eace401461007f578063aa2671db14610088578063e16b203d1461009d575b5f5ffd5b610063624f1a0081565b60405190815260200160405180910390f35b61006362278d0081565b6100636101f481565b61009b6100963660046107be565b6100a5565b005b610063600881565b604080518082019091526004815263189bdb9960e21b6020808301919091527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031615159161011b91610101908501856107d8565b6001600160601b031660026001600160601b0380166106fc565b6101996040518060400160405280600f81526020016e6368616c6c656e676557696e646f7760881b8152508360200160208101906101599190610805565b63ffffffff167f000000000000000000000000000000000000000000000000000000000000000061018a575f61018d565b60015b60ff1662278d006106fc565b604080518082018252600b81526a6469737075746554696d6560a81b60208201526101de916101ce9060608601908601610805565b63ffffffff165f624f1a006106fc565b60408051808201909152600481526338a6b4b760e11b602082015261021b9061020d6080850160608601610828565b61ffff1660016103e86106fc565b60408051808201909152601081526f70617274696369706174696f6e42707360801b60208201526102639061025660a0850160808601610828565b61ffff165f6113886106fc565b60408051808201909152600e81526d61677265656d656e7444656c746160901b60208201526102a99061029c60c0850160a08601610828565b61ffff165f6103e86106fc565b60408051808201909152600c81526b61677265656d656e7442707360a01b60208201526102ed906102e060e0850160c08601610828565b61ffff165f6127106106fc565b60408051808201909152600c81526b77656967687443617042707360a01b602082015261033390610325610100850160e08601610828565b61ffff1660646127106106fc565b6040805180820190915260088152676d6178526f6c6c7360c01b60208201526103739061036861012085016101008601610849565b60ff165f60086106fc565b6040805180820190915260098152686275726e536861726560b81b60208201526103b8906103a961016085016101408601610828565b61ffff166101f46103e86106fc565b60408051808201909152600b81526a626f756e7479536861726560a81b602082015261041c906103f061018085016101608601610828565b61ffff165f61040761016087016101408801610828565b610413906103e861087d565b61ffff166106fc565b60408051808201909152600f81526e6c6f775175616c697479536861726560881b60208201526104589061029c6101a085016101808601610828565b6040805180820190915260098152681d9bdd195c909bdb9960ba1b60208201526104ba9061048e6101c085016101a086016107d8565b6001600160601b03165f846104a3575f6104ac565b6001600160601b035b6001600160601b03166106fc565b60408051808201909152600b81526a6d69737350656e616c747960a81b602082015261050e906104f26101e085016101c086016107d8565b6001600160601b03165f6104ac6101c087016101a088016107d8565b5f61051f6060840160408501610805565b63ffffffff166105356040850160208601610805565b6105659063ffffffff167f000000000000000000000000000000000000000000000000000000000000000061089d565b61056f919061089d565b905061059b7f000000000000000000000000000000000000000000000000000000000000000082610731565b81156105cb576105cb7f000000000000000000000000000000000000000000000000000000000000000082610731565b6001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163b1580159061069757507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316636db5c8fd6040518163ffffffff1660e01b8152600401602060405180830381865afa15801561065b573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061067f91906108b0565b61068f6060850160408601610805565b63ffffffff16105b156106f7576106ac6060840160408501610805565b60408051633ce7db2360e01b81526004810191909152600b60448201526a6469737075746554696d6560a81b606482015263ffffffff90911660248201526084015b60405180910390fd5b505050565b8183108061070957508083115b1561072b578383604051633ce7db2360e01b81526004016106ee9291906108c7565b50505050565b5f826001600160a01b0316636cf6d6756040518163ffffffff1660e01b8152600401602060405180830381865afa15801561076e573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061079291906108b0565b90508181116106f7576040516302892f8360e61b815260048101829052602481018390526044016106ee565b5f6101e08284031280156107d0575f5ffd5b509092915050565b5f602082840312156107e8575f5ffd5b81356001600160601b03811681146107fe575f5ffd5b9392505050565b5f60208284031215610815575f5ffd5b813563ffffffff811681146107fe575f5ffd5b5f60208284031215610838575f5ffd5b813561ffff811681146107fe575f5ffd5b5f60208284031215610859575f5ffd5b813560ff811681146107fe575f5ffd5b634e487b7160e01b5f52601160045260245ffd5b61ffff828116828216039081111561089757610897610869565b92915050565b8082018082111561089757610897610869565b5f602082840312156108c0575f5ffd5b5051919050565b604081525f83518060408401528060208601606085015e5f606082850101526060601f19601f830116840101915050826020830152939250505056'
