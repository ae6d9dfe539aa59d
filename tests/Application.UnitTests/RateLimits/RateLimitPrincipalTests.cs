using System.Net;
using CleanApi.Application.Common.RateLimits;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.UnitTests.RateLimits;

[Trait("Requirement", "R161")]
public sealed class RateLimitPrincipalTests
{
    private static readonly IPAddress Address = IPAddress.Parse("198.51.100.7");

    [Theory]
    [InlineData("198.51.100.7", "198.51.100.7", true)]
    [InlineData("198.51.100.7", "::ffff:198.51.100.7", true)]
    [InlineData("198.51.100.7", "198.51.100.8", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void A_stranger_is_the_network_that_they_come_from(string one, string other, bool isSame)
    {
        var (first, second) = (RateLimitPrincipal.Of(null, IPAddress.Parse(one)), RateLimitPrincipal.Of(null, IPAddress.Parse(other)));
        (first == second).Should().Be(isSame);
        (first.ToString() == second.ToString()).Should().Be(isSame, "a shared store has the text");
    }

    [Fact]
    public void Who_comes_from_nowhere_is_anonymous() => RateLimitPrincipal.Of(null, null).ToString().Should().StartWith("anonymous:");

    [Fact]
    public void A_user_is_counted_as_themselves_from_wherever_and_in_whichever_session()
    {
        var user = User(1);
        RateLimitPrincipal.Of(user, Address).Should().Be(RateLimitPrincipal.Of(user with { SessionId = new SessionId(Id(9)) }, null))
            .And.NotBe(RateLimitPrincipal.Of(User(2), Address)).And.NotBe(RateLimitPrincipal.Of(null, Address));
    }

    [Fact]
    public void A_key_is_counted_apart_from_its_owner_and_from_other_keys()
    {
        var key = RateLimitPrincipal.Of(Key(1), Address);
        key.Should().NotBe(RateLimitPrincipal.Of(User(1), Address)).And.NotBe(RateLimitPrincipal.Of(Key(2), Address)).And.Be(RateLimitPrincipal.Of(Key(1), null));
    }

    private static Guid Id(byte number) => new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, number);

    private static UserCaller User(byte number) => new(new UserId(Id(number)), new OrganizationId(Id(1)), UserRole.Member, new SessionId(Id(number)), 1);

    private static ApiKeyCaller Key(byte number) => new(
        new UserId(Id(1)), new OrganizationId(Id(1)), UserRole.Member, new ApiKeyId(Id(number)), 1, ApiKeyMode.Live, new HashSet<string>(StringComparer.Ordinal), null);
}
