// Generated from contracts/src/BondVault.sol by `npm run generate`. Do not edit.

/** ABI of BondVault. */
export const bondVaultAbi = [
  {
    "inputs": [
      {
        "internalType": "contract IERC20",
        "name": "token_",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "unbondingPeriod_",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "insurance_",
        "type": "address"
      },
      {
        "internalType": "address[]",
        "name": "modules",
        "type": "address[]"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [],
    "name": "AmountZero",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "BeneficiaryZero",
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
        "name": "free",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "required",
        "type": "uint256"
      }
    ],
    "name": "FreeTooSmall",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "module",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "locked",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "required",
        "type": "uint256"
      }
    ],
    "name": "LockedTooSmall",
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
    "name": "NotModule",
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
        "name": "releaseAt",
        "type": "uint256"
      }
    ],
    "name": "StillUnbonding",
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
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "module",
        "type": "address"
      },
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
    "name": "BondLocked",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "module",
        "type": "address"
      },
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
    "name": "BondReleased",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "module",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "beneficiary",
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
    "name": "BondSlashed",
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
    "name": "Claimed",
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
    "name": "Deposited",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "SlashedBurned",
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
    "name": "MAX_MODULES",
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
    "name": "MAX_UNBONDING",
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
    "name": "burnSlashed",
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
    "name": "credits",
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
      }
    ],
    "name": "deposit",
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
      },
      {
        "internalType": "uint256",
        "name": "deadline",
        "type": "uint256"
      },
      {
        "internalType": "uint8",
        "name": "v",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "r",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "s",
        "type": "bytes32"
      }
    ],
    "name": "depositWithPermit",
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
    "name": "freeOf",
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
    "name": "insurance",
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
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "isModule",
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
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "lock",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "module",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "lockedOf",
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
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "release",
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
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "burned",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "beneficiary",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "bounty",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "pooled",
        "type": "uint256"
      }
    ],
    "name": "slash",
    "outputs": [],
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
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "unbondingOf",
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
        "internalType": "struct IBondVault.Unbonding",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "unbondingPeriod",
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
    "name": "unburned",
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
  }
] as const

/** Creation bytecode of BondVault. */
export const bondVaultBytecode =
  '0x6101a0604052348015610010575f5ffd5b506040516118e63803806118e683398101604081905261002f91610324565b836001600160a01b03163b5f0361007e5760408051633ce7db2360e01b8152600481019190915260056044820152643a37b5b2b760d91b60648201525f60248201526084015b60405180910390fd5b82158061008d575062ed4e0083115b156100d65760408051633ce7db2360e01b81526004810191909152600f60448201526e1d5b989bdb991a5b99d4195c9a5bd9608a1b606482015260248101849052608401610075565b6001600160a01b0382166101215760408051633ce7db2360e01b815260048101919091526009604482015268696e737572616e636560b81b60648201525f6024820152608401610075565b80511580610130575060068151115b1561017457805160408051633ce7db2360e01b8152600481019190915260076044820152666d6f64756c657360c81b60648201526024810191909152608401610075565b5f5b81518110156101f4575f6001600160a01b031682828151811061019b5761019b61041e565b60200260200101516001600160a01b0316036101ec5760408051633ce7db2360e01b8152600481019190915260066044820152656d6f64756c6560d01b606482015260248101829052608401610075565b600101610176565b506001600160a01b0380851660805260a0849052821660c052805181905f9061021f5761021f61041e565b60209081029190910101516001600160a01b031660e0526102418160016102b8565b6001600160a01b0316610100526102598160026102b8565b6001600160a01b0316610120526102718160036102b8565b6001600160a01b0316610140526102898160046102b8565b6001600160a01b0316610160526102a18160056102b8565b6001600160a01b0316610180525061043292505050565b5f825182106102c7575f6102e2565b8282815181106102d9576102d961041e565b60200260200101515b9392505050565b6001600160a01b03811681146102fd575f5ffd5b50565b805161030b816102e9565b919050565b634e487b7160e01b5f52604160045260245ffd5b5f5f5f5f60808587031215610337575f5ffd5b8451610342816102e9565b60208601516040870151919550935061035a816102e9565b60608601519092506001600160401b03811115610375575f5ffd5b8501601f81018713610385575f5ffd5b80516001600160401b0381111561039e5761039e610310565b604051600582901b90603f8201601f191681016001600160401b03811182821017156103cc576103cc610310565b60405291825260208184018101929081018a8411156103e9575f5ffd5b6020850194505b8385101561040f5761040185610300565b8152602094850194016103f0565b50969995985093965050505050565b634e487b7160e01b5f52603260045260245ffd5b60805160a05160c05160e05161010051610120516101405161016051610180516114106104d65f395f61077401525f61073801525f6106fc01525f6106c001525f61068401525f61064901525f81816102350152610a1c01525f818161020e0152610bc101525f818161035e015281816105ee015281816107f60152818161092901528181610b1801528181610f1501528181610f950152610fe201526114105ff3fe608060405234801561000f575f5ffd5b5060043610610127575f3560e01c806363b0c428116100a9578063acf099121161006e578063acf099121461028c578063b6b55f251461031f578063b9b3e06a14610332578063fc0c546a14610359578063fe5ff46814610380575f5ffd5b806363b0c428146102015780636cf6d6751461020957806389cf3204146102305780639ee679e81461026f578063a2a9b1ae14610282575f5ffd5b806342f6e389116100ef57806342f6e389146101a85780634a970be7146101cb5780634e71d92d146101de578063555d2911146101e65780635f1e8c1b146101f9575f5ffd5b80630357371d1461012b578063282d3fdf146101405780632d1d2c131461015357806333e25bb91461016f5780633ccfd60b146101a0575b5f5ffd5b61013e610139366004611292565b6103b8565b005b61013e61014e366004611292565b61043e565b61015c60015481565b6040519081526020015b60405180910390f35b61015c61017d3660046112ba565b6001600160a01b03165f908152600260205260409020546001600160801b031690565b61015c6104e2565b6101bb6101b63660046112ba565b610633565b6040519015158152602001610166565b61013e6101d93660046112da565b6107ae565b61015c61087b565b61013e6101f4366004611324565b61096a565b61015c600681565b61015c610a9b565b61015c7f000000000000000000000000000000000000000000000000000000000000000081565b6102577f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b039091168152602001610166565b61015c61027d366004611356565b610b91565b61015c62ed4e0081565b6102f361029a3660046112ba565b604080518082019091525f8082526020820152506001600160a01b03165f908152600360209081526040918290208251808401909352546001600160801b0381168352600160801b900465ffffffffffff169082015290565b6040805182516001600160801b0316815260209283015165ffffffffffff169281019290925201610166565b61013e61032d366004611356565b610ca0565b61015c61034036600461136d565b5f60208181529281526040808220909352908152205481565b6102577f000000000000000000000000000000000000000000000000000000000000000081565b61015c61038e3660046112ba565b6001600160a01b03165f90815260026020526040902054600160801b90046001600160801b031690565b6103c133610633565b6103e55760405163cb11855160e01b81523360048201526024015b60405180910390fd5b6103ef8282610cce565b6103f98282610d65565b6040518181526001600160a01b0383169033907f70b09fbd14b658af1ca494d75e28eb10e2486b8caf23214f9745cc3a39e938fc906020015b60405180910390a35050565b61044733610633565b6104665760405163cb11855160e01b81523360048201526024016103dc565b6104708282610db5565b335f908152602081815260408083206001600160a01b0386168452909152812080548392906104a09084906113b2565b90915550506040518181526001600160a01b0383169033907f942f2ee77cf787070a359ef8ecfb9c1cbe1b8043733344651bed1f172271f87490602001610432565b5f6104eb610e32565b50335f9081526003602090815260408083208151808301909252546001600160801b038116808352600160801b90910465ffffffffffff1692820192909252909182900361054e576040516339b3200d60e01b81523360048201526024016103dc565b806020015165ffffffffffff1642101561058b57602081015160405163dd9c894360e01b815265ffffffffffff90911660048201526024016103dc565b335f818152600360205260409081902080546001600160b01b0319169055517f7084f5476618d8e60b11ef0d7d3f06914655adb8793e28ff7f018d4c76d505d5906105d99085815260200190565b60405180910390a26106156001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163384610e65565b50610630610e635f5f5160206113f05f395f51905f52610e5d565b90565b5f6001600160a01b038216158015906107a857507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316826001600160a01b031614806106b857507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316826001600160a01b0316145b806106f457507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316826001600160a01b0316145b8061073057507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316826001600160a01b0316145b8061076c57507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316826001600160a01b0316145b806107a857507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316826001600160a01b0316145b92915050565b6107b6610e32565b60405163d505accf60e01b8152336004820152306024820152604481018690526064810185905260ff8416608482015260a4810183905260c481018290527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063d505accf9060e4015f604051808303815f87803b15801561083f575f5ffd5b505af1925050508015610850575060015b5061085a85610e9f565b610874610e635f5f5160206113f05f395f51905f52610e5d565b5050505050565b5f610884610e32565b50335f90815260026020526040812054600160801b90046001600160801b0316908190036108c7576040516339b3200d60e01b81523360048201526024016103dc565b335f818152600260205260409081902080546001600160801b03169055517fd8138f8a3f377c5259ca548e70e4c2de94f129f5a11036a15b69513cba2b426a906109149084815260200190565b60405180910390a26109506001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163383610e65565b610630610e635f5f5160206113f05f395f51905f52610e5d565b61097333610633565b6109925760405163cb11855160e01b81523360048201526024016103dc565b81158015906109a857506001600160a01b038316155b156109c657604051634cae67a360e01b815260040160405180910390fd5b6109e485826109d585886113b2565b6109df91906113b2565b610cce565b8315610a01578360015f8282546109fb91906113b2565b90915550505b8115610a1157610a11838361108a565b8015610a4157610a417f00000000000000000000000000000000000000000000000000000000000000008261108a565b60408051858152602081018490529081018290526001600160a01b03808516919087169033907f479d01a108ca269c085fa51e2448aac8c2a27a15884dd6cb06e3bd1b1d1d2a519060600160405180910390a45050505050565b5f610aa4610e32565b6001549050805f03610acb576040516339b3200d60e01b81525f60048201526024016103dc565b5f6001556040518181527fabd9a633fafc56e4cc096618f5b0b98773f2dbccc0743a1e55a433eef74999529060200160405180910390a1604051630852cd8d60e31b8152600481018290527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906342966c68906024015f604051808303815f87803b158015610b61575f5ffd5b505af1158015610b73573d5f5f3e3d5ffd5b50505050610630610e635f5f5160206113f05f395f51905f52610e5d565b5f815f03610bb2576040516365e52d5160e11b815260040160405180910390fd5b610bbc3383610db5565b610be67f0000000000000000000000000000000000000000000000000000000000000000426113b2565b335f908152600360205260409020805491925090610c1790610c129085906001600160801b03166113b2565b6110de565b81546001600160801b0319166001600160801b0391909116178155610c3b82611115565b815465ffffffffffff91909116600160801b0265ffffffffffff60801b19909116178155604080518481526020810184905233917f24b91f4f47caf44230a57777a9be744924e82bf666f2d5702faf97df35e60f9f910160405180910390a250919050565b610ca8610e32565b610cb181610e9f565b610ccb610e635f5f5160206113f05f395f51905f52610e5d565b50565b335f908152602081815260408083206001600160a01b038616845290915290205480821115610d2f576040516395d1b64560e01b81523360048201526001600160a01b038416602482015260448101829052606481018390526084016103dc565b610d3982826113c5565b335f908152602081815260408083206001600160a01b0397909716835295905293909320929092555050565b6001600160a01b0382165f9081526002602052604090208054610d9690610c129084906001600160801b03166113b2565b81546001600160801b0319166001600160801b03919091161790555050565b6001600160a01b0382165f90815260026020526040902080546001600160801b031680831115610e11576040516337fcd07560e21b81526001600160a01b038516600482015260248101829052604481018490526064016103dc565b81546001600160801b0319169290036001600160801b031691909117905550565b610e495f5160206113f05f395f51905f525c611147565b610e6360015f5160206113f05f395f51905f525b90611165565b565b610e72838383600161116c565b610e9a57604051635274afe760e01b81526001600160a01b03841660048201526024016103dc565b505050565b805f03610ebf576040516365e52d5160e11b815260040160405180910390fd5b610ec93382610d65565b60405181815233907f2da466a7b24304f47e87fa2e1e5a81b9831ce54fec19055ce277ca2f39ba42c49060200160405180910390a26040516370a0823160e01b81523060048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906370a0823190602401602060405180830381865afa158015610f62573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610f8691906113d8565b9050610fbd6001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163330856111ce565b6040516370a0823160e01b81523060048201525f90829061104b906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906370a0823190602401602060405180830381865afa158015611027573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610c1291906113d8565b6001600160801b031661105e91906113c5565b9050828114610e9a576040516374bf1a0360e01b815260048101849052602481018290526044016103dc565b6001600160a01b0382165f90815260026020526040902080546110c290610c12908490600160801b90046001600160801b03166113b2565b81546001600160801b03918216600160801b0291161790555050565b5f6001600160801b03821115611111576040516306dfcc6560e41b815260806004820152602481018390526044016103dc565b5090565b5f65ffffffffffff821115611111576040516306dfcc6560e41b815260306004820152602481018390526044016103dc565b15610e6357604051633ee5aeb560e01b815260040160405180910390fd5b80825d5050565b60405163a9059cbb60e01b5f8181526001600160a01b038616600452602485905291602083604481808b5af1925060015f511483166111c25783831516156111b6573d5f823e3d81fd5b5f873b113d1516831692505b60405250949350505050565b6111dc84848484600161120a565b61120457604051635274afe760e01b81526001600160a01b03851660048201526024016103dc565b50505050565b6040516323b872dd60e01b5f8181526001600160a01b038781166004528616602452604485905291602083606481808c5af1925060015f5114831661126657838315161561125a573d5f823e3d81fd5b5f883b113d1516831692505b604052505f60605295945050505050565b80356001600160a01b038116811461128d575f5ffd5b919050565b5f5f604083850312156112a3575f5ffd5b6112ac83611277565b946020939093013593505050565b5f602082840312156112ca575f5ffd5b6112d382611277565b9392505050565b5f5f5f5f5f60a086880312156112ee575f5ffd5b8535945060208601359350604086013560ff8116811461130c575f5ffd5b94979396509394606081013594506080013592915050565b5f5f5f5f5f60a08688031215611338575f5ffd5b61134186611277565b94506020860135935061130c60408701611277565b5f60208284031215611366575f5ffd5b5035919050565b5f5f6040838503121561137e575f5ffd5b61138783611277565b915061139560208401611277565b90509250929050565b634e487b7160e01b5f52601160045260245ffd5b808201808211156107a8576107a861139e565b818103818111156107a8576107a861139e565b5f602082840312156113e8575f5ffd5b505191905056fe9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f00'
