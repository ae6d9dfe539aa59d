using System.Net;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>Signing in with a passkey (WebAuthn Level 3, section 7.2), and every reason for rejecting it.</summary>
public sealed class PasskeySignInTests(PasskeyApi api) : IClassFixture<PasskeyApi>
{
    /// <summary>The invalid ceremonies by name.</summary>
    public static TheoryData<string> Wrongs => [.. Tamperings.Keys];

    private static Dictionary<string, Tampering> Tamperings { get; } = new(StringComparer.Ordinal)
    {
        ["another origin"] = new() { Origin = "https://localhost.evil.test" },
        ["our own host on another port"] = new() { Origin = "http://localhost:5081" },
        ["our own host with another scheme"] = new() { Origin = "https://localhost:5080" },
        ["the address instead of the name"] = new() { Origin = "http://127.0.0.1:5080" },
        ["a frame of another site"] = new() { CrossOrigin = true },
        ["another relying party"] = new() { RelyingPartyId = "evil.test" },
        ["the other ceremony"] = new() { Type = "webauthn.create" },
        ["another challenge"] = new() { Challenge = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" },
        ["a tampered signature"] = new() { FlipsSignature = true },
        ["nobody verified"] = new() { IsUserVerified = false },
        ["nobody there"] = new() { IsUserPresent = false },
        ["an account that is not the passkey's"] = new() { UserHandle = "YWNjXzAxaDQ1NXZiNHBleDV2c2tuazA4NHNuMDJx" },
        ["an account that is no text"] = new() { UserHandle = "_____w" },
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_passkey_signs_in_and_is_audited(bool omitsExtensionResults)
    {
        using var authenticator = new SoftAuthenticator { OmitsExtensionResults = omitsExtensionResults };
        var email = await api.PersonAsync();
        var id = await api.AddAsync(email, authenticator);

        var (status, body) = await api.SignInAsync(authenticator);

        (status, body.Text("data.type")).Should().Be((HttpStatusCode.OK, "session"));
        using var client = api.CreateClient(body.Text("data.attributes.accessToken"));
        (await client.JsonAsync("/api/v1/me")).Text("data.attributes.email").Should().Be(email);
        (await client.JsonAsync($"{PasskeyApi.Path}/{id}")).At("data.attributes.lastUsedAt").GetDateTimeOffset()
            .Should().BeCloseTo(api.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        (await api.AuditedAsync("sign_in", body.Text("data.id")!)).Should().Be(1);
    }

    [Fact]
    public async Task It_sets_the_cookies_of_any_sign_in()
    {
        using var authenticator = new SoftAuthenticator();
        await api.AddAsync(await api.PersonAsync(), authenticator);
        var (token, options) = await api.ChallengeAsync();
        using var client = api.Anonymous;
        using var response = await client.PostJsonAsync("/api/auth/passkeys/verify", new { token, credential = authenticator.Get(options) });
        AuthApi.Cookies(response).Keys.Should().BeEquivalentTo("access_token", "refresh_token");
    }

    [Theory]
    [MemberData(nameof(Wrongs))]
    public async Task Every_failed_sign_in_has_the_same_error(string what)
    {
        using var authenticator = new SoftAuthenticator();
        await api.AddAsync(await api.PersonAsync(), authenticator);

        var (status, body) = await api.SignInAsync(authenticator, Tamperings[what]);

        ShouldBeRefused(status, body);
        (await api.SignInAsync(authenticator)).Status.Should().Be(HttpStatusCode.OK, "the passkey itself is good");
    }

    [Fact]
    public async Task An_unregistered_passkey_is_rejected_alike()
    {
        using var authenticator = new SoftAuthenticator();
        var (status, body) = await api.SignInAsync(authenticator);
        ShouldBeRefused(status, body);
    }

    [Fact]
    public async Task Another_key_with_the_id_of_a_passkey_is_rejected_alike()
    {
        using var authenticator = new SoftAuthenticator();
        await api.AddAsync(await api.PersonAsync(), authenticator);
        using var impostor = authenticator.Impostor();
        var (status, body) = await api.SignInAsync(impostor);
        ShouldBeRefused(status, body);
    }

    [Fact]
    public async Task A_challenge_is_accepted_once_and_for_five_minutes()
    {
        using var authenticator = new SoftAuthenticator();
        await api.AddAsync(await api.PersonAsync(), authenticator);
        var (token, options) = await api.ChallengeAsync();
        var credential = authenticator.Get(options);
        (await api.VerifyAsync(token, credential)).Status.Should().Be(HttpStatusCode.OK);
        var (replayed, body) = await api.VerifyAsync(token, credential);
        ShouldBeRefused(replayed, body);
        var (again, _) = await api.VerifyAsync(token, authenticator.Get(options));
        again.Should().Be(HttpStatusCode.Unauthorized, "the challenge is used, whatever is signed");

        var (late, lateOptions) = await api.ChallengeAsync();
        api.Clock.Advance(TimeSpan.FromMinutes(5));
        var (status, _) = await api.VerifyAsync(late, authenticator.Get(lateOptions));
        status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_failed_attempt_uses_the_challenge_up()
    {
        using var authenticator = new SoftAuthenticator();
        await api.AddAsync(await api.PersonAsync(), authenticator);
        var (token, options) = await api.ChallengeAsync();
        (await api.VerifyAsync(token, authenticator.Get(options, new Tampering { FlipsSignature = true }))).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await api.VerifyAsync(token, authenticator.Get(options))).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_registration_challenge_is_rejected_for_a_sign_in()
    {
        using var authenticator = new SoftAuthenticator();
        var email = await api.PersonAsync();
        await api.AddAsync(email, authenticator);
        var (token, options) = await api.BeginAsync(email);
        using var document = JsonDocument.Parse($$"""{"challenge":"{{options.Text("challenge")}}","rpId":"localhost"}""");
        var (status, body) = await api.VerifyAsync(token, authenticator.Get(document.RootElement));
        ShouldBeRefused(status, body);
    }

    [Theory]
    [InlineData("deactivate")]
    [InlineData("delete")]
    [InlineData("remove")]
    public async Task A_deactivated_or_deleted_user_or_a_removed_passkey_is_rejected_alike(string how)
    {
        using var authenticator = new SoftAuthenticator();
        var email = await api.PersonAsync();
        var passkey = await api.AddAsync(email, authenticator);
        var user = await api.UserIdAsync(email);
        _ = how switch
        {
            "deactivate" => await api.SendAsync(ApiFixture.Admin, HttpMethod.Post, $"/api/v1/users/{user}/deactivate"),
            "delete" => await api.SendAsync(ApiFixture.Admin, HttpMethod.Delete, $"/api/v1/users/{user}"),
            _ => await api.RemoveAsync(email, passkey),
        };

        var (status, body) = await api.SignInAsync(authenticator);

        ShouldBeRefused(status, body);
    }

    [Fact]
    public async Task The_options_do_not_reveal_whether_the_account_exists()
    {
        using var authenticator = new SoftAuthenticator();
        var email = await api.PersonAsync();
        await api.AddAsync(email, authenticator);
        var known = await OfferAsync(email);
        var unknown = await OfferAsync("nobody@acme.test");
        known.Should().Be(unknown);
        foreach (var member in new[] { "\"allowCredentials\":[]", "\"userVerification\":\"required\"", "\"rpId\":\"localhost\"" })
        {
            known.Should().Contain(member);
        }
    }

    [Fact]
    public async Task Neither_challenge_nor_token_is_stored_or_logged()
    {
        using var authenticator = new SoftAuthenticator();
        await api.AddAsync(await api.PersonAsync(), authenticator);
        var (token, options) = await api.ChallengeAsync();
        await api.VerifyAsync(token, authenticator.Get(options));
        foreach (var secret in new[] { token, options.Text("challenge")! })
        {
            (await api.ScalarAsync<long>(
                $"""
                select count(*) from access.one_time_tokens token
                where token::text like '%{secret}%' or position(convert_to('{secret}', 'UTF8') in encrypted_payload) > 0
                """)).Should().Be(0);
            api.Logs.Lines.Should().NotContain(line => line.Message.Contains(secret));
        }
    }

    private static void ShouldBeRefused(HttpStatusCode status, JsonElement body) =>
        (status, body.Text("error.code"), body.Text("error.message")).Should().Be((HttpStatusCode.Unauthorized, "AUTHENTICATION_ERROR", "Invalid passkey"));

    private async Task<string> OfferAsync(string email)
    {
        using var client = api.Anonymous;
        using var response = await client.PostJsonAsync("/api/auth/passkeys/options", new { email });
        var options = (await response.JsonAsync()).At("data.attributes.options");
        return options.GetRawText().Replace(options.Text("challenge")!, "", StringComparison.Ordinal);
    }
}
