using System.Net;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>Users manage their own passkeys (WebAuthn Level 3, section 7.1).</summary>
public sealed class PasskeysTests(PasskeyApi api) : IClassFixture<PasskeyApi>
{
    /// <summary>The invalid ceremonies by name.</summary>
    public static TheoryData<string> Wrongs => [.. Tamperings.Keys];

    private static Dictionary<string, Tampering> Tamperings { get; } = new(StringComparer.Ordinal)
    {
        ["another origin"] = new() { Origin = "https://evil.test" },
        ["another relying party"] = new() { RelyingPartyId = "evil.test" },
        ["the other ceremony"] = new() { Type = "webauthn.get" },
        ["another challenge"] = new() { Challenge = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" },
        ["nobody verified"] = new() { IsUserVerified = false },
        ["nobody there"] = new() { IsUserPresent = false },
        ["a frame of another site"] = new() { CrossOrigin = true },
    };

    [Fact]
    public async Task A_passkey_is_added_shown_and_audited()
    {
        using var authenticator = new SoftAuthenticator { IsSynced = true };
        var email = await api.PersonAsync();
        var (token, options) = await api.BeginAsync(email);
        (options.Text("rp.id"), options.Text("user.name"), options.Text("user.displayName")).Should().Be(("localhost", email, "Some Body"));
        (options.Text("authenticatorSelection.residentKey"), options.Text("authenticatorSelection.userVerification"), options.Text("attestation"))
            .Should().Be(("required", "required", "none"));

        var (status, body) = await api.FinishAsync(email, token, authenticator.Create(options), " My phone ");

        status.Should().Be(HttpStatusCode.Created);
        var id = body.Text("data.id")!;
        body.At("data.attributes.recoveryCodes").GetArrayLength().Should().Be(10);
        (body.Text("data.type"), body.Text("data.attributes.name"), body.At("data.attributes.isBackedUp").GetBoolean())
            .Should().Be(("passkey", "My phone", true));
        var (_, list) = await api.SendAsync(email, HttpMethod.Get, PasskeyApi.Path);
        list.At("data").EnumerateArray().Select(item => item.Text("id")).Should().Equal(id);
        list.At("meta.total").GetInt32().Should().Be(1);
        (await api.SendAsync(email, HttpMethod.Get, $"{PasskeyApi.Path}/{id}")).Body.Text("data.attributes.name").Should().Be("My phone");
        (await api.AuditedAsync("passkey.added", id)).Should().Be(1);
        (await api.MailAsync(email, "passkey was added")).Text.Should().Contain("My phone");
        (await api.ScalarAsync<string>($"select changes::text from auditing.audit_logs where target_id = '{id}'"))
            .Should().Contain("My phone").And.NotContain("credentialId").And.NotContain("publicKey");
        (await api.ScalarAsync<string>("select transports from access.passkeys where name = 'My phone'"))
            .Should().Be("hybrid,internal", "what is no transport is not kept");
    }

    [Theory]
    [MemberData(nameof(Wrongs))]
    public async Task A_ceremony_that_is_not_as_asked_adds_nothing(string what)
    {
        using var authenticator = new SoftAuthenticator();
        var email = await api.PersonAsync();
        var (token, options) = await api.BeginAsync(email);
        var (status, body) = await api.FinishAsync(email, token, authenticator.Create(options, Tamperings[what]));
        ShouldNotBeAccepted(status, body);
        (await api.SendAsync(email, HttpMethod.Get, PasskeyApi.Path)).Body.At("data").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task A_challenge_adds_one_passkey_to_the_account_that_asked_within_five_minutes()
    {
        var email = await api.PersonAsync();
        using var authenticator = new SoftAuthenticator();
        var (token, options) = await api.BeginAsync(email);
        var credential = authenticator.Create(options);
        var (foreign, body) = await api.FinishAsync(await api.PersonAsync(), token, credential);
        ShouldNotBeAccepted(foreign, body);
        (await api.FinishAsync(email, token, credential)).Status.Should().Be(HttpStatusCode.Created);
        using var another = new SoftAuthenticator();
        (await api.FinishAsync(email, token, another.Create(options))).Status.Should().Be(HttpStatusCode.BadRequest);

        var (late, lateOptions) = await api.BeginAsync(email);
        api.Clock.Advance(TimeSpan.FromMinutes(5));
        (await api.FinishAsync(email, late, another.Create(lateOptions))).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_authenticator_is_registered_once_and_left_out_the_next_time()
    {
        using var authenticator = new SoftAuthenticator();
        var email = await api.PersonAsync();
        await api.AddAsync(email, authenticator);
        var (token, options) = await api.BeginAsync(email);
        options.At("excludeCredentials").EnumerateArray().Select(credential => credential.Text("id"))
            .Should().Equal(System.Buffers.Text.Base64Url.EncodeToString(authenticator.CredentialId));
        var (status, body) = await api.FinishAsync(email, token, authenticator.Create(options));
        ShouldNotBeAccepted(status, body);

        var other = await api.PersonAsync();
        var (otherToken, otherOptions) = await api.BeginAsync(other);
        (await api.FinishAsync(other, otherToken, authenticator.Create(otherOptions))).Status.Should().Be(HttpStatusCode.BadRequest, "nor by somebody else");
    }

    [Fact]
    public async Task An_account_has_at_most_20()
    {
        var email = await api.PersonAsync();
        using var first = new SoftAuthenticator();
        await api.AddAsync(email, first);
        await api.ExecuteAsync(
            $"""
            insert into access.passkeys (id, account_id, credential_id, public_key, name, sign_count, transports, is_user_verified, is_backup_eligible,
              is_backed_up, version, created_at, updated_at)
            select gen_random_uuid(), account_id, uuid_send(gen_random_uuid()), public_key, name, 0, '', true, false, false, 1, created_at, updated_at
            from access.passkeys, generate_series(1, 18) where account_id = (select id from access.accounts where email = '{email}')
            """);
        using var twentieth = new SoftAuthenticator();
        await api.AddAsync(email, twentieth);
        using var tooMany = new SoftAuthenticator();
        var (token, options) = await api.BeginAsync(email);
        (await api.FinishAsync(email, token, tooMany.Create(options))).Status.Should().Be(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_passkey_is_renamed_under_its_version_and_audited()
    {
        using var authenticator = new SoftAuthenticator();
        var email = await api.PersonAsync();
        var path = $"{PasskeyApi.Path}/{await api.AddAsync(email, authenticator)}";

        var (status, body) = await api.SendAsync(email, HttpMethod.Patch, path, new { name = "Phone" }, "\"1\"");

        (status, body.Text("data.attributes.name")).Should().Be((HttpStatusCode.OK, "Phone"));
        (await api.SendAsync(email, HttpMethod.Patch, path, new { name = "Other" }, "\"1\"")).Status.Should().Be(HttpStatusCode.PreconditionFailed);
        (await api.RemoveAsync(email, path.Split('/')[^1], "\"1\"")).Status.Should().Be(HttpStatusCode.PreconditionFailed);
        (await api.SendAsync(email, HttpMethod.Patch, path, new { name = " " })).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await api.AuditedAsync("passkey.renamed", path.Split('/')[^1])).Should().Be(1);
    }

    [Fact]
    public async Task A_passkey_is_removed_and_audited_and_its_authenticator_can_come_again()
    {
        using var authenticator = new SoftAuthenticator();
        var email = await api.PersonAsync();
        var id = await api.AddAsync(email, authenticator);

        var (status, _) = await api.RemoveAsync(email, id);

        status.Should().Be(HttpStatusCode.NoContent);
        (await api.SendAsync(email, HttpMethod.Get, $"{PasskeyApi.Path}/{id}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await api.RemoveAsync(email, id)).Status.Should().Be(HttpStatusCode.NotFound);
        (await api.AuditedAsync("passkey.removed", id)).Should().Be(1);
        (await api.MailAsync(email, "passkey was removed")).Text.Should().Contain("Laptop");
        await api.AddAsync(email, authenticator);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task Another_user_s_passkey_is_not_found_whatever_the_role(string method)
    {
        using var authenticator = new SoftAuthenticator();
        var id = await api.AddAsync(await api.PersonAsync(), authenticator);
        foreach (var stranger in new[] { ApiFixture.Admin, ApiFixture.OtherAdmin, await api.PersonAsync() })
        {
            object? change = method == "PATCH" ? new { name = "Mine" } : null;
            var (status, body) = await api.SendAsync(stranger, new HttpMethod(method), $"{PasskeyApi.Path}/{id}", change);
            (status, body.Text("error.message")).Should().Be((HttpStatusCode.NotFound, $"Passkey with ID {id} not found"));
        }

        (await api.SignInAsync(authenticator)).Status.Should().Be(HttpStatusCode.OK);
    }

    private static void ShouldNotBeAccepted(HttpStatusCode status, JsonElement body) =>
        (status, body.Text("error.code"), body.Text("error.message"))
            .Should().Be((HttpStatusCode.BadRequest, "BAD_REQUEST", "The passkey was not accepted"));
}
