using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>A passkey proves again who is signed in.</summary>
[Trait("Requirement", "R247")]
public sealed class PasskeyProofTests(PasskeyApi api) : IClassFixture<PasskeyApi>
{
    private const string ProofPath = SecondFactorApi.ProofPath;

    [Fact]
    public async Task The_account_s_own_passkey_is_a_proof_once()
    {
        using var authenticator = new SoftAuthenticator();
        var email = await api.PersonAsync();
        await api.AddAsync(email, authenticator);
        await api.ExecuteAsync("update access.sessions set authenticated_at = authenticated_at - interval '11 minutes'");
        (await CanBeginAsync(email)).Should().BeFalse();

        var (token, options) = await api.ChallengeAsync();
        var credential = authenticator.Get(options);
        (await api.SendAsync(email, HttpMethod.Post, ProofPath, new { token, credential })).Status.Should().Be(HttpStatusCode.NoContent);
        (await CanBeginAsync(email)).Should().BeTrue();
        await ShouldBeRefusedAsync(email, token, credential);
    }

    [Fact]
    public async Task Another_s_passkey_and_a_tampered_one_are_none()
    {
        using var own = new SoftAuthenticator();
        using var foreign = new SoftAuthenticator();
        var (email, other) = (await api.PersonAsync(), await api.PersonAsync());
        await api.AddAsync(email, own);
        await api.AddAsync(other, foreign);
        var (token, options) = await api.ChallengeAsync();
        await ShouldBeRefusedAsync(email, token, foreign.Get(options));
        var (next, again) = await api.ChallengeAsync();
        await ShouldBeRefusedAsync(email, next, own.Get(again, new Tampering { FlipsSignature = true }));
    }

    [Fact]
    public async Task A_copied_authenticator_is_recorded()
    {
        using var authenticator = new SoftAuthenticator { Counter = 5 };
        var email = await api.PersonAsync();
        var id = await api.AddAsync(email, authenticator);
        authenticator.Counter = 1;
        var (token, options) = await api.ChallengeAsync();
        await ShouldBeRefusedAsync(email, token, authenticator.Get(options));
        (await api.AuditedAsync("passkey.counter_regressed", id, "FAILED")).Should().Be(1);
    }

    private async Task ShouldBeRefusedAsync(string email, string token, object credential)
    {
        var (status, body) = await api.SendAsync(email, HttpMethod.Post, ProofPath, new { token, credential });
        (status, body.Text("error.details.0.field"), body.Text("error.details.0.code"))
            .Should().Be((HttpStatusCode.UnprocessableEntity, "credential", "INVALID_VALUE"));
    }

    private async Task<bool> CanBeginAsync(string email) =>
        (await api.SendAsync(email, HttpMethod.Post, $"{PasskeyApi.Path}/options")).Status == HttpStatusCode.OK;
}
