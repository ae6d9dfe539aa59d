using System.Net;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>A user with a passkey who signs in with the password gets an MFA challenge for the passkey.</summary>
public sealed class PasskeyAsSecondFactorTests(PasskeyApi api) : IClassFixture<PasskeyApi>
{
    [Fact]
    public async Task After_the_password_the_passkey_creates_the_announced_session()
    {
        using var authenticator = new SoftAuthenticator();
        var email = await api.PersonAsync();
        await api.AddAsync(email, authenticator);
        var (mfaToken, sessionId) = await PasswordAsync(email);
        var (token, options) = await api.ChallengeAsync(mfaToken);
        options.At("allowCredentials").EnumerateArray().Select(credential => credential.Text("id"))
            .Should().Equal(System.Buffers.Text.Base64Url.EncodeToString(authenticator.CredentialId));

        var (status, body) = await api.VerifyAsync(token, authenticator.Get(options), mfaToken);

        (status, body.Text("data.id")).Should().Be((HttpStatusCode.OK, sessionId));
        using var client = api.CreateClient(body.Text("data.attributes.accessToken"));
        (await client.JsonAsync("/api/v1/me")).Text("data.attributes.email").Should().Be(email);
    }

    [Fact]
    public async Task An_MFA_challenge_is_accepted_once()
    {
        using var authenticator = new SoftAuthenticator();
        var email = await api.PersonAsync();
        await api.AddAsync(email, authenticator);
        var (mfaToken, _) = await PasswordAsync(email);
        var first = await api.ChallengeAsync(mfaToken);
        var second = await api.ChallengeAsync(mfaToken);
        (await api.VerifyAsync(first.Token, authenticator.Get(first.Options), mfaToken)).Status.Should().Be(HttpStatusCode.OK);
        (await api.VerifyAsync(second.Token, authenticator.Get(second.Options), mfaToken)).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Another_user_s_passkey_is_rejected()
    {
        using var mine = new SoftAuthenticator();
        using var theirs = new SoftAuthenticator();
        var (me, they) = (await api.PersonAsync(), await api.PersonAsync());
        await api.AddAsync(me, mine);
        await api.AddAsync(they, theirs);
        var (mfaToken, _) = await PasswordAsync(they);
        var asked = await api.ChallengeAsync(mfaToken);
        (await api.VerifyAsync(asked.Token, mine.Get(asked.Options), mfaToken)).Status.Should().Be(HttpStatusCode.Unauthorized);
        var open = await api.ChallengeAsync();
        (await api.VerifyAsync(open.Token, mine.Get(open.Options), mfaToken)).Status
            .Should().Be(HttpStatusCode.Unauthorized, "a challenge for anybody is no answer");
        var again = await api.ChallengeAsync(mfaToken);
        (await api.VerifyAsync(again.Token, theirs.Get(again.Options))).Status
            .Should().Be(HttpStatusCode.Unauthorized, "nor is one for an answer good without the question");
    }

    [Fact]
    public async Task An_unknown_MFA_challenge_reveals_no_passkeys()
    {
        var (_, options) = await api.ChallengeAsync("tok_" + new string('a', 43));
        options.At("allowCredentials").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task Without_the_last_passkey_the_password_is_enough_again()
    {
        using var authenticator = new SoftAuthenticator();
        var email = await api.PersonAsync();
        var id = await api.AddAsync(email, authenticator);
        await api.RemoveAsync(email, id);
        (await LoginAsync(email)).At("data.attributes").TryGetProperty("accessToken", out _).Should().BeTrue();
    }

    private async Task<(string MfaToken, string SessionId)> PasswordAsync(string email)
    {
        var body = await LoginAsync(email);
        body.At("data.attributes.mfaRequired").GetBoolean().Should().BeTrue();
        body.At("data.attributes.methods").EnumerateArray().Select(method => method.GetString()).Should().Equal("passkey", "recovery_code");
        return (body.Text("data.attributes.mfaToken")!, body.Text("data.id")!);
    }

    private async Task<JsonElement> LoginAsync(string email)
    {
        using var response = await api.Anonymous.PostJsonAsync("/api/auth/login", new { email, password = ApiFixture.Password });
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return await response.JsonAsync();
    }
}
