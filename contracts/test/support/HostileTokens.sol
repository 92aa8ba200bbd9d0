// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TestToken} from "./TestToken.sol";

/// @notice Keeps a hundredth of every transfer.
contract FeeToken is TestToken {
    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to, amount);
        if (from != address(0) && to != address(0)) super._update(to, address(1), amount / 100);
    }
}

/// @notice Is called by a {HookToken} when tokens arrive.
interface IHook {
    function tokensReceived() external;
}

/// @notice Calls its receiver, if that is a contract that asked for it, and refuses to go to one account.
contract HookToken is TestToken {
    mapping(address account => bool) public hooked;
    address public refused;

    function setHook(bool on) external {
        hooked[msg.sender] = on;
    }

    function refuse(address account) external {
        refused = account;
    }

    function _update(address from, address to, uint256 amount) internal override {
        require(to != refused || to == address(0), "refused");
        super._update(from, to, amount);
        if (hooked[to]) IHook(to).tokensReceived();
    }
}

/// @notice An account that calls back into a target when tokens arrive, or refuses them.
contract Receiver is IHook {
    address private _target;
    bytes private _call;
    bool private _refuses;

    /// @notice Whether the call back went through, and how often it was tried.
    bool public succeeded;
    uint256 public attempts;

    error Refused();

    function listen(HookToken token, address target, bytes calldata call, bool refuses) external {
        token.setHook(true);
        (_target, _call, _refuses) = (target, call, refuses);
    }

    /// @notice Acts as this account.
    function act(address target, bytes calldata call) external {
        (bool done, bytes memory reason) = target.call(call);
        if (done) return;
        assembly {
            revert(add(reason, 32), mload(reason))
        }
    }

    function tokensReceived() external {
        if (_refuses) revert Refused();
        attempts++;
        (bool done,) = _target.call(_call);
        if (done) succeeded = true;
    }
}
