using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

public sealed class AccessTokenTests(AccessCluster cluster) : AccessTest(cluster)
{
    private static readonly EmailAddress Email = EmailAddress.Parse("ada@acme.test");

    private Caller Ada => new(TypeId.New<UserId>(Clock.GetUtcNow()), TypeId.New<OrganizationId>(Clock.GetUtcNow()), UserRole.Admin, TypeId.New<SessionId>(Clock.GetUtcNow()), 3);

    [Fact]
    public async Task What_is_issued_is_read_back()
    {
        var caller = Ada;
        var token = await IssueAsync(caller);
        (await ReadAsync(token)).Should().Be(caller);
        (await ReadAsync(token)).Should().Be(caller, "a token that is known already says the same");
    }

    [Fact]
    [Trait("Requirement", "R99")]
    [Trait("Requirement", "R102")]
    public async Task A_token_is_rs256_and_carries_these_claims()
    {
        var caller = Ada;
        var token = await IssueAsync(caller);
        var (header, payload) = (TokenForge.Part(token, 0), TokenForge.Part(token, 1));
        ((string)header["alg"]!, (string)header["typ"]!, (string)header["kid"]!).Should().Be(("RS256", "at+jwt", (await Api.Keys.SigningAsync(CancellationToken.None)).Kid));
        payload.Select(claim => claim.Key).Should().BeEquivalentTo(
            "sub", "email", "role", "type", "org", "sid", "stamp", "jti", "iat", "nbf", "exp", "iss", "aud");
        ((string)payload["sub"]!, (string)payload["email"]!, (string)payload["role"]!, (string)payload["type"]!, (string)payload["org"]!, (string)payload["sid"]!)
            .Should().Be((caller.UserId.ToString(), "ada@acme.test", "ADMIN", "access", caller.OrganizationId.ToString(), caller.SessionId!.Value.ToString()));
        ((string)payload["iss"]!, (string)payload["aud"]!, (long)payload["stamp"]!, (long)payload["iat"]!, (long)payload["exp"]! - (long)payload["iat"]!)
            .Should().Be(("http://127.0.0.1:5080", "cleanapi", 3, Clock.GetUtcNow().ToUnixTimeSeconds(), 900));
    }

    [Fact]
    public async Task A_token_of_somebody_who_has_to_set_up_a_second_factor_says_so()
    {
        var caller = Ada with { IsRestricted = true };
        var token = await IssueAsync(caller);
        ((bool)TokenForge.Part(token, 1)["restricted"]!).Should().BeTrue();
        (await ReadAsync(token)).Should().Be(caller);
    }

    [Fact]
    [Trait("Requirement", "R98")]
    public async Task It_lasts_15_minutes_by_the_clock_of_the_program()
    {
        var token = await IssueAsync(Ada);
        Clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(29));
        (await ReadAsync(token)).Should().NotBeNull("clocks of two instances differ a little");
        Clock.Advance(TimeSpan.FromSeconds(2));
        (await ReadAsync(token)).Should().BeNull();
    }

    [Fact]
    public async Task A_token_from_the_future_is_refused()
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
    public Task What_is_no_token_is_refused(string text) => RefusedAsync(text);

    [Fact]
    public async Task A_token_longer_than_ours_ever_are_is_refused() => await RefusedAsync(await IssueAsync(Ada) + new string('A', 5000));

    private async Task<string> IssueAsync(Caller caller) => (await Api.Issuer.IssueAsync(caller, Email, CancellationToken.None)).Value;

    private async Task<Caller?> ReadAsync(string token) => await Api.Reader.ReadAsync(token, CancellationToken.None);

    private async Task RefusedAsync(string token) => (await ReadAsync(token)).Should().BeNull();
}
