"""Addresses that lead anywhere but to the public web are refused, in whatever form they are written."""

from ipaddress import ip_address

import pytest

from amicity.sources._fetch import Fetcher, FetchError
from amicity.sources._guard import connectable, public, target
from amicity.terms.source import SourceError

FORMS = """
http://127.0.0.1/ http://127.1/ http://127.0.1/ http://2130706433/ http://0x7f000001/ http://0x7f.0.0.1/ http://0x7f.1/ http://017700000001/
http://0177.0.0.1/ http://0177.0.0.01/ http://127.0.0.1./ http://127.0.0.1:80/ http://0/ http://0.0.0.0/ http://00000177.0.0.1/
http://①②⑦.⓪.⓪.①/ http://１２７.０.０.１/ http://127。0。0。1/ http://localhost/ http://LOCALHOST./ http://localhost.localdomain.local/
http://10.0.0.1/ http://172.16.0.1/ http://192.168.1.1/ http://169.254.169.254/latest/meta-data/ http://0xa9fea9fe/ http://2852039166/
http://100.100.100.200/ http://168.63.129.16/ http://192.0.0.10/ http://192.88.99.1/ http://198.18.0.1/ http://224.0.1.1/ http://239.1.2.3/
http://240.0.0.1/ http://255.255.255.255/ http://metadata.google.internal/ http://intranet/ http://printer.home.arpa/
http://[::1]/ http://[::]/ http://[::127.0.0.1]/ http://[::ffff:127.0.0.1]/ http://[::ffff:7f00:1]/ http://[0:0:0:0:0:ffff:10.0.0.1]/
http://[::ffff:0:127.0.0.1]/ http://[64:ff9b::127.0.0.1]/ http://[64:ff9b::7f00:1]/ http://[64:ff9b:1::a00:1]/ http://[2002:7f00:1::]/
http://[2002:c0a8:101::1]/ http://[2001:0:53aa:64c::1]/ http://[fe80::1]/ http://[fe80::1%25eth0]/ http://[fe80::1%eth0]/ http://[fc00::1]/
http://[fd00:ec2::254]/ http://[fec0::1]/ http://[ff02::1]/ http://[2001:db8::1]/ http://[100::1]/ http://[2606:4700::5efe:7f00:1]/
http://user:secret@127.0.0.1/ http://example.org@127.0.0.1/ http://example.org:8080/ http://example.org:22/ http://127.0.0.1%2f@example.org/
http://127.0.0.1\\@example.org/ http://example.org%00.evil.net/ ftp://example.org/ file:///etc/passwd gopher://127.0.0.1:70/_x
data:text/html,x //127.0.0.1/ http:///etc/passwd http://example.org:99999/ http://[::1 http://exa\tmple.org/ javascript:alert(1)
""".split()  # noqa: SIM905


def no_network(host: str, port: int) -> list[str]:
    raise AssertionError(f"{host}:{port} was looked up")


@pytest.mark.parametrize("address", FORMS)
def test_each_form_is_refused_unasked(address: str) -> None:
    with pytest.raises(FetchError) as caught:
        Fetcher(resolve=no_network, tries=1).get(address)
    assert caught.value.remedy


def test_there_are_more_than_fifty_forms() -> None:
    assert len(set(FORMS)) >= 50


@pytest.mark.parametrize(
    "numbers",
    [
        *(["127.0.0.1"], ["93.184.215.14", "10.0.0.1"], ["10.0.0.1", "93.184.215.14"], ["2606:2800:21f:cb07::1", "::1"], ["fe80::1%eth0"]),
        *([], ["93.184.215.14", "64:ff9b::a00:1"], ["93.184.215.14", "::ffff:169.254.169.254"], ["not a number"], ["224.0.1.1"]),
    ],
)
def test_a_name_that_leads_inside_with_any_of_its_numbers_is_refused(numbers: list[str]) -> None:
    with pytest.raises(SourceError, match="does not lie on the public web"):
        connectable(target("https://rebound.example.org/"), resolve=lambda _host, _port: numbers)


def test_a_name_that_nobody_knows() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise OSError(-2, "Name or service not known")

    with pytest.raises(SourceError, match="no machine is called"):
        connectable(target("https://nowhere.example.org/"), resolve=unknown)


def test_the_number_that_was_checked_is_the_one_given() -> None:
    assert (
        connectable(target("https://example.org/"), resolve=lambda _host, _port: ["93.184.215.14", "2606:2800:21f:cb07::1"])
        == "93.184.215.14"
    )


@pytest.mark.parametrize("number", ["8.8.8.8", "1.1.1.1", "93.184.215.14", "2606:4700:4700::1111", "2a00:1450:4001:81b::200e"])
def test_public_numbers_pass(number: str) -> None:
    assert public(ip_address(number))


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("https://Example.ORG", "https://example.org/"),
        ("https://example.org.:443/news?page=2#top", "https://example.org/news?page=2"),
        ("http://münchen.example/städte?ort=köln", "http://xn--mnchen-3ya.example/st%C3%A4dte?ort=k%C3%B6ln"),
        ("http://93.184.215.14/a%20b", "http://93.184.215.14/a%20b"),
    ],
)
def test_plain_addresses_are_taken_apart(address: str, asked: str) -> None:
    assert target(address).address == asked
