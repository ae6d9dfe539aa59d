using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

public sealed class AccessTokenTests(AccessCluster cluster) : AccessTest(cluster)
{
    private static readonly EmailAddress Email = EmailAddress.Parse("ada@acme.test");

    private UserCaller Ada => new(TypeId.New<UserId>(Clock.GetUtcNow()), TypeId.New<OrganizationId>(Clock.GetUtcNow()), UserRole.Admin, TypeId.New<SessionId>(Clock.GetUtcNow()), 3)
    {
        // 15 minutes, and as much as clocks may differ by.
        ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(Clock.GetUtcNow().ToUnixTimeSeconds() + 900 + 30),
    };

    [Fact]
    public async Task An_issued_token_can_be_read()
    {
        var caller = Ada;
        var token = await IssueAsync(caller);
        (await ReadAsync(token)).Should().Be(caller);
        (await ReadAsync(token)).Should().Be(caller, "the cached token returns the same");
    }

    [Fact]
    [Trait("Requirement", "R99")]
    [Trait("Requirement", "R102")]
    public async Task A_token_is_signed_with_RS256_and_has_these_claims()
    {
        var caller = Ada;
        var token = await IssueAsync(caller);
        var (header, payload) = (TokenForge.Part(token, 0), TokenForge.Part(token, 1));
        ((string)header["alg"]!, (string)header["typ"]!, (string)header["kid"]!).Should().Be(("RS256", "at+jwt", (await Api.Keys.SigningAsync(CancellationToken.None)).Kid));
        payload.Select(claim => claim.Key).Should().BeEquivalentTo(
            "sub", "email", "role", "type", "org", "sid", "stamp", "jti", "iat", "nbf", "exp", "iss", "aud");
        ((string)payload["sub"]!, (string)payload["email"]!, (string)payload["role"]!, (string)payload["type"]!, (string)payload["org"]!, (string)payload["sid"]!)
            .Should().Be((caller.UserId.ToString(), "ada@acme.test", "ADMIN", "access", caller.OrganizationId.ToString(), caller.SessionId.ToString()));
        ((string)payload["iss"]!, (string)payload["aud"]!, (long)payload["stamp"]!, (long)payload["iat"]!, (long)payload["exp"]! - (long)payload["iat"]!)
            .Should().Be(("http://127.0.0.1:5080", "cleanapi", 3, Clock.GetUtcNow().ToUnixTimeSeconds(), 900));
    }

    [Fact]
    public async Task A_token_of_a_user_who_must_enrol_MFA_is_restricted()
    {
        var caller = Ada with { MfaEnrollmentRequired = true };
        var token = await IssueAsync(caller);
        ((bool)TokenForge.Part(token, 1)["restricted"]!).Should().BeTrue();
        (await ReadAsync(token)).Should().Be(caller);
    }

    [Fact]
    [Trait("Requirement", "R98")]
    public async Task A_token_expires_after_15_minutes()
    {
        var token = await IssueAsync(Ada);
        Clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(29));
        (await ReadAsync(token)).Should().NotBeNull("clock skew between instances is tolerated");
        Clock.Advance(TimeSpan.FromSeconds(2));
        (await ReadAsync(token)).Should().BeNull();
    }

    [Fact]
    public async Task A_token_that_is_not_yet_valid_is_rejected()
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        var token = await IssueAsync(Ada);
        Clock.AdjustTime(Clock.GetUtcNow() - TimeSpan.FromMinutes(1));
        (await ReadAsync(token)).Should().BeNull();
    }

    [Theory]
    [Trait("Requirement", "R104")]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("..")]
    [InlineData("a.b.c")]
    [InlineData("a.b.c.d.e")]
    [InlineData("e30.e30.")]
    [InlineData("bnVsbA.bnVsbA.AA")]
    [InlineData("rt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("sk_live_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public Task A_malformed_token_is_rejected(string text) => ShouldBeRejectedAsync(text);

    [Fact]
    public async Task An_oversized_token_is_rejected() => await ShouldBeRejectedAsync(await IssueAsync(Ada) + new string('A', 5000));

    private async Task<string> IssueAsync(UserCaller caller) => (await Api.Issuer.IssueAsync(caller, Email, TimeSpan.FromDays(7), CancellationToken.None)).Value;

    private async Task<UserCaller?> ReadAsync(string token) => await Api.Reader.ReadAsync(token, CancellationToken.None);

    private async Task ShouldBeRejectedAsync(string token) => (await ReadAsync(token)).Should().BeNull();
}
