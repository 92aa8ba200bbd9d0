// Generated from contracts/src/RevenueSplitter.sol by `npm run generate`. Do not edit.

/** ABI of RevenueSplitter. */
export const revenueSplitterAbi = [
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "treasury_",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "contributors_",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "operators_",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "research_",
        "type": "address"
      },
      {
        "internalType": "contract IERC20[]",
        "name": "tokens",
        "type": "address[]"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "internalType": "contract IERC20",
        "name": "token",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      }
    ],
    "name": "NothingDue",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "contract IERC20",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "NothingReceived",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      }
    ],
    "name": "PayeeInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "to",
        "type": "address"
      }
    ],
    "name": "RecipientInvalid",
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
        "name": "count",
        "type": "uint256"
      }
    ],
    "name": "TokenCountInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "contract IERC20",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "TokenInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "contract IERC20",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "TokenNotListed",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "contract IERC20",
        "name": "token",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "payer",
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
        "name": "toTreasury",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "toContributors",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "toOperators",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "toResearch",
        "type": "uint256"
      }
    ],
    "name": "RevenueCredited",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "contract IERC20",
        "name": "token",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "to",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "RevenueReleased",
    "type": "event"
  },
  {
    "inputs": [],
    "name": "CONTRIBUTORS_BPS",
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
    "name": "MAX_TOKENS",
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
    "name": "OPERATORS_BPS",
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
    "name": "RESEARCH_BPS",
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
    "inputs": [],
    "name": "contributors",
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
        "internalType": "contract IERC20",
        "name": "token",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      }
    ],
    "name": "due",
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
        "internalType": "contract IERC20",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "isListed",
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
    "name": "operators",
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
        "internalType": "contract IERC20",
        "name": "token",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "pay",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "credited",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "contract IERC20",
        "name": "token",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      }
    ],
    "name": "release",
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
        "internalType": "contract IERC20",
        "name": "token",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "to",
        "type": "address"
      }
    ],
    "name": "releaseTo",
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
    "name": "research",
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
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "split",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "toTreasury",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "toContributors",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "toOperators",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "toResearch",
        "type": "uint256"
      }
    ],
    "stateMutability": "pure",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "contract IERC20",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "sync",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "credited",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "contract IERC20",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "totalDue",
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
    "name": "treasury",
    "outputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  }
] as const

/** Creation bytecode of RevenueSplitter. */
export const revenueSplitterBytecode =
  '0x610100604052348015610010575f5ffd5b5060405161101838038061101883398101604081905261002f916102ed565b6001600160a01b03808616608081815286831660a081905286841660c081905293861660e08190526040805193840181529383526020830191909152918101929092526060820152610080906101cf565b8051158061008f575060108151115b156100bb57805160405163de5d8f5360e01b81526004016100b291815260200190565b60405180910390fd5b5f5b81518110156101c4578181815181106100d8576100d8610406565b60200260200101516001600160a01b03163b5f148061012d57505f5f83838151811061010657610106610406565b6020908102919091018101516001600160a01b031682528101919091526040015f205460ff165b156101755781818151811061014457610144610406565b602002602001015160405163d4c6aa8160e01b81526004016100b291906001600160a01b0391909116815260200190565b60015f5f84848151811061018b5761018b610406565b6020908102919091018101516001600160a01b031682528101919091526040015f20805460ff19169115159190911790556001016100bd565b50505050505061041a565b5f5b60048110156102ae575f8282600481106101ed576101ed610406565b60200201516001600160a01b03160361023c5781816004811061021257610212610406565b6020020151604051635157524160e11b81526001600160a01b0390911660048201526024016100b2565b5f5b818110156102a55782816004811061025857610258610406565b60200201516001600160a01b031683836004811061027857610278610406565b60200201516001600160a01b03160361029d5782826004811061021257610212610406565b60010161023e565b506001016101d1565b5050565b6001600160a01b03811681146102c6575f5ffd5b50565b634e487b7160e01b5f52604160045260245ffd5b80516102e8816102b2565b919050565b5f5f5f5f5f60a08688031215610301575f5ffd5b855161030c816102b2565b602087015190955061031d816102b2565b604087015190945061032e816102b2565b606087015190935061033f816102b2565b60808701519092506001600160401b0381111561035a575f5ffd5b8601601f8101881361036a575f5ffd5b80516001600160401b03811115610383576103836102c9565b604051600582901b90603f8201601f191681016001600160401b03811182821017156103b1576103b16102c9565b60405291825260208184018101929081018b8411156103ce575f5ffd5b6020850194505b838510156103f4576103e6856102dd565b8152602094850194016103d5565b50809450505050509295509295909350565b634e487b7160e01b5f52603260045260245ffd5b60805160a05160c05160e051610baf6104695f395f818161014101526107f001525f8181610288015261079401525f81816101cc015261073801525f81816101a501526106d20152610baf5ff3fe608060405234801561000f575f5ffd5b5060043610610106575f3560e01c8063b30882ce1161009e578063e1738cb01161006e578063e1738cb01461027a578063e673df8a14610283578063f47c84c5146102aa578063f49dd246146102b2578063f794062e146102c5575f5ffd5b8063b30882ce14610201578063c40768761461020a578063c98fa6bf1461021d578063dbceb00514610247575f5ffd5b806348b75044116100d957806348b750441461018d57806361d027b3146101a05780636e7e3b2b146101c7578063a5841194146101ee575f5ffd5b80630ad2f0c31461010a578063136fe7891461013c5780633b71542a1461017b57806341b794c114610184575b5f5ffd5b610129610118366004610a7a565b60026020525f908152604090205481565b6040519081526020015b60405180910390f35b6101637f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b039091168152602001610133565b6101296103e881565b6101296105dc81565b61012961019b366004610a95565b6102f7565b6101637f000000000000000000000000000000000000000000000000000000000000000081565b6101637f000000000000000000000000000000000000000000000000000000000000000081565b6101296101fc366004610a7a565b61031b565b6101296109c481565b610129610218366004610acc565b610345565b61012961022b366004610a95565b600160209081525f928352604080842090915290825290205481565b61025a610255366004610af6565b610375565b604080519485526020850193909352918301526060820152608001610133565b61012961271081565b6101637f000000000000000000000000000000000000000000000000000000000000000081565b610129601081565b6101296102c0366004610a95565b6103cc565b6102e76102d3366004610a7a565b5f6020819052908152604090205460ff1681565b6040519015158152602001610133565b5f61030061042c565b61030b838384610463565b905061031561057b565b92915050565b5f61032461042c565b61032d826105a5565b610336826105eb565b905061034061057b565b919050565b5f61034e61042c565b610357836105a5565b61036c6001600160a01b038416333085610896565b61030b836105eb565b5f5f5f5f610385856109c46108d2565b9250610393856105dc6108d2565b91506103a1856103e86108d2565b905080826103af8588610b21565b6103b99190610b21565b6103c39190610b21565b93509193509193565b5f6103d561042c565b6001600160a01b03821615806103f357506001600160a01b03821630145b156104215760405163c620ce8960e01b81526001600160a01b03831660048201526024015b60405180910390fd5b61030b833384610463565b610434610916565b61046160017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005b90610956565b565b6001600160a01b038084165f908152600160209081526040808320938616835292905290812054908190036104be576040516303ea765d60e11b81526001600160a01b03808616600483015284166024820152604401610418565b6001600160a01b038085165f818152600160209081526040808320948816835293815283822082905591815260029091529081208054839290610502908490610b21565b92505081905550816001600160a01b0316836001600160a01b0316856001600160a01b03167f1b6cbe210c82f915a72d6eec606e329198f440c2182d5ac012acc9f8aefae0708460405161055891815260200190565b60405180910390a46105746001600160a01b038516838361095d565b9392505050565b6104615f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f0061045b565b6001600160a01b0381165f9081526020819052604090205460ff166105e8576040516342f22db560e01b81526001600160a01b0382166004820152602401610418565b50565b6001600160a01b0381165f818152600260205260408082205490516370a0823160e01b8152306004820152919290918391906370a0823190602401602060405180830381865afa158015610641573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906106659190610b34565b90508181116106925760405163179b264d60e01b81526001600160a01b0385166004820152602401610418565b61069c8282610b21565b92505f5f5f5f6106ab87610375565b6001600160a01b03808d165f9081526002602090815260408083208d9055600182528083207f00000000000000000000000000000000000000000000000000000000000000009094168352929052908120805495995093975091955093508692610716908490610b4b565b90915550506001600160a01b038089165f9081526001602090815260408083207f000000000000000000000000000000000000000000000000000000000000000090941683529290529081208054859290610772908490610b4b565b90915550506001600160a01b038089165f9081526001602090815260408083207f0000000000000000000000000000000000000000000000000000000000000000909416835292905290812080548492906107ce908490610b4b565b90915550506001600160a01b038089165f9081526001602090815260408083207f00000000000000000000000000000000000000000000000000000000000000009094168352929052908120805483929061082a908490610b4b565b90915550506040805188815260208101869052908101849052606081018390526080810182905233906001600160a01b038a16907f1e969fa9d77def2f11ef56cb504916a0f116cf03706bb2f4b5dd5e66d6b76ac99060a00160405180910390a3505050505050919050565b6108a4848484846001610997565b6108cc57604051635274afe760e01b81526001600160a01b0385166004820152602401610418565b50505050565b5f612710826108e18286610b72565b6108eb9190610b85565b6108f59190610b9c565b8261090261271086610b9c565b61090c9190610b85565b6105749190610b4b565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c1561046157604051633ee5aeb560e01b815260040160405180910390fd5b80825d5050565b61096a8383836001610a04565b61099257604051635274afe760e01b81526001600160a01b0384166004820152602401610418565b505050565b6040516323b872dd60e01b5f8181526001600160a01b038781166004528616602452604485905291602083606481808c5af1925060015f511483166109f35783831516156109e7573d5f823e3d81fd5b5f883b113d1516831692505b604052505f60605295945050505050565b60405163a9059cbb60e01b5f8181526001600160a01b038616600452602485905291602083604481808b5af1925060015f51148316610a5a578383151615610a4e573d5f823e3d81fd5b5f873b113d1516831692505b60405250949350505050565b6001600160a01b03811681146105e8575f5ffd5b5f60208284031215610a8a575f5ffd5b813561057481610a66565b5f5f60408385031215610aa6575f5ffd5b8235610ab181610a66565b91506020830135610ac181610a66565b809150509250929050565b5f5f60408385031215610add575f5ffd5b8235610ae881610a66565b946020939093013593505050565b5f60208284031215610b06575f5ffd5b5035919050565b634e487b7160e01b5f52601160045260245ffd5b8181038181111561031557610315610b0d565b5f60208284031215610b44575f5ffd5b5051919050565b8082018082111561031557610315610b0d565b634e487b7160e01b5f52601260045260245ffd5b5f82610b8057610b80610b5e565b500690565b808202811582820484141761031557610315610b0d565b5f82610baa57610baa610b5e565b50049056'
