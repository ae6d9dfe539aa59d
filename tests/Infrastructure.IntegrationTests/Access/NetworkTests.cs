using CleanApi.Infrastructure.Access;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

public sealed class NetworkTests
{
    [Theory]
    [InlineData("198.51.100.7", "198.51.100.7")]
    [InlineData("::ffff:198.51.100.7", "198.51.100.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2::", "2001:db8:1:2::/64")]
    [InlineData("fe80::1%3", "fe80::/64")]
    [InlineData("::1", "::/64")]
    [InlineData(null, "unknown")]
    [InlineData("here", "unknown")]
    public void An_address_is_in_its_network(string? address, string network) => Network.Of(address).Should().Be(network);
}
