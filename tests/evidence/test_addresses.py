"""Which addresses count as public."""

import ipaddress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzcheck.evidence import AddressPolicy
from kzcheck.evidence.addresses import private_word

NAT64, SIX_TO_FOUR, MAPPED, COMPATIBLE = 0x64FF9B << 96, 0x2002 << 112, 0xFFFF << 32, 0


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.255.255.254", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
        "100.64.0.1", "100.127.255.255", "169.254.1.1", "169.254.169.254", "168.63.129.16", "100.100.100.200",
        "192.0.0.1", "192.0.0.192", "192.0.2.1", "198.18.0.1", "198.19.255.255", "198.51.100.1",
        "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "192.88.99.1",
        "::", "::1", "::ffff:127.0.0.1", "::ffff:10.1.2.3", "::ffff:169.254.169.254", "::127.0.0.1",
        "::8.8.8.8",
        "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::808:808", "2002:7f00:1::", "2002:a00:1::1",
        "2002:808:808::1", "2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:db8::1", "3fff::1",
        "fe80::1", "fe80::1%eth0", "fec0::1", "fc00::1", "fd00:ec2::254", "ff02::1", "100::1", "5f00::1",
        "2606:4700::5efe:7f00:1", "2606:4700::200:5efe:a00:1", "4000::1", "e000::1",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public_are_refused_with_a_word(address: str) -> None:
    refusal = AddressPolicy().refusal("news.example", address, 80)
    assert refusal is not None
    assert refusal.startswith(f"news.example leads to {address}, ")
    assert AddressPolicy(allow_private=True).refusal("news.example", address, 80) is None


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "1.1.1.1", "172.15.0.1", "172.32.0.1", "100.63.255.255", "192.0.1.1", "223.255.255.255",
     "2606:4700::1111", "2a00:1450:4001::1", "64:ff9b::808:808", "::ffff:8.8.8.8", "2620:fe::fe"],
)  # fmt: skip
def test_public_addresses_pass(address: str) -> None:
    assert AddressPolicy().refusal("news.example", address, 80) is None


@pytest.mark.parametrize("address", ["", "news.example", "127.0.0.1/8", "::1::", "0x7f.1"])
def test_what_is_no_address_is_refused(address: str) -> None:
    assert AddressPolicy().refusal("news.example", address, 80) is not None


def test_trust_is_for_one_port_of_one_host() -> None:
    policy = AddressPolicy(trusted=frozenset({("archive.local", 8080)}))
    assert policy.refusal("archive.local", "10.0.0.7", 8080) is None
    assert policy.refusal("archive.local", "10.0.0.7", 22) is not None
    assert policy.refusal("other.local", "10.0.0.7", 8080) is not None


@settings(deadline=None)
@given(st.integers(0, 2**32 - 1), st.sampled_from([MAPPED, NAT64]))
def test_an_address_within_an_address_is_judged_like_the_inner_one(inner: int, outer: int) -> None:
    plain = private_word(ipaddress.IPv4Address(inner))
    assert private_word(ipaddress.IPv6Address(outer | inner)) == plain


@settings(deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_whatever_python_calls_private_is_refused_too(number: int) -> None:
    address = ipaddress.IPv4Address(number)
    if address.is_private or address.is_multicast or address.is_reserved:
        assert private_word(address) is not None
    assert private_word(ipaddress.IPv6Address(SIX_TO_FOUR | number << 80)) is not None
    assert private_word(ipaddress.IPv6Address(COMPATIBLE | number)) is not None
