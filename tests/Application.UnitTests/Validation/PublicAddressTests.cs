using System.Net;
using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.UnitTests.Validation;

/// <summary>The edges of the blocks in IANA's special-purpose address registries.</summary>
[Trait("Requirement", "R176")]
public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("0.255.255.255", "1.0.0.0")]
    [InlineData("10.0.0.0", "9.255.255.255")]
    [InlineData("10.255.255.255", "11.0.0.0")]
    [InlineData("100.64.0.0", "100.63.255.255")]
    [InlineData("100.127.255.255", "100.128.0.0")]
    [InlineData("127.0.0.0", "126.255.255.255")]
    [InlineData("127.255.255.255", "128.0.0.0")]
    [InlineData("169.254.0.0", "169.253.255.255")]
    [InlineData("169.254.255.255", "169.255.0.0")]
    [InlineData("172.16.0.0", "172.15.255.255")]
    [InlineData("172.31.255.255", "172.32.0.0")]
    [InlineData("192.168.0.0", "192.167.255.255")]
    [InlineData("192.168.255.255", "192.169.0.0")]
    [InlineData("198.19.255.255", "198.20.0.0")]
    [InlineData("224.0.0.0", "223.255.255.255")]
    [InlineData("2001:db8:ffff::", "2001:db9::")]
    [InlineData("fdff:ffff::1", "2a00:1450::1")]
    [InlineData("2002:ffff::", "2003::")]
    [InlineData("168.63.129.16", "168.63.129.17")]
    [InlineData("::ffff:192.168.0.1", "::ffff:9.9.9.9")]
    public void A_special_block_ends_at_the_registered_address(string special, string global)
    {
        PublicAddress.IsPublic(IPAddress.Parse(special)).Should().BeFalse();
        PublicAddress.IsPublic(IPAddress.Parse(global)).Should().BeTrue();
    }

    [Theory]
    [InlineData("5f00::1", "segment routing, RFC 9602")]
    [InlineData("100:0:0:1::1", "dummy prefix, RFC 9780")]
    [InlineData("192.88.99.1", "former 6to4 relays, RFC 7526")]
    [InlineData("4000::1", "not assigned: global unicast is 2000::/3, RFC 4291")]
    [InlineData("::ffff:0:127.0.0.1", "IPv4-translated, RFC 2765")]
    public void An_address_that_is_not_globally_reachable_is_not_public(string address, string why) =>
        PublicAddress.IsPublic(IPAddress.Parse(address)).Should().BeFalse(why);

    [Theory]
    [InlineData("fd00:ec2::254")]
    [InlineData("fd20:ce::254")]
    [InlineData("169.254.169.254")]
    public void The_metadata_services_of_clouds_are_of_no_private_network_that_may_be_allowed(string address) =>
        PublicAddress.IsPrivate(IPAddress.Parse(address)).Should().BeFalse();
}
