using System.Net;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>What a stolen session must not do needs a proof of the last 10 minutes, and works for whoever gives one.</summary>
[Trait("Requirement", "R247")]
public sealed class StepUpTests(SecondFactorApi api) : IClassFixture<SecondFactorApi>
{
    private const string Organization = "/api/v1/organization";

    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1);

    private static readonly object Credential = new { id = "AA", rawId = "AA", type = "public-key", response = new { clientDataJSON = "AA", attestationObject = "AA" } };

    // Each with ids of nobody and a body of the right form: what is asked is who sends it, before what it is about.
    private static readonly (string Method, string Path, object? Body)[] Operations =
    [
        ("POST", "/api/v1/me/mfa/totp", null),
        ("DELETE", "/api/v1/me/mfa/totp", null),
        ("POST", "/api/v1/me/mfa/recovery-codes", null),
        ("POST", "/api/v1/me/email", new { email = "another@fresh.test" }),
        ("POST", "/api/v1/me/passkeys/options", null),
        ("POST", "/api/v1/me/passkeys", new { token = $"tok_{new string('A', 43)}", credential = Credential, name = "Laptop" }),
        ("DELETE", $"/api/v1/me/passkeys/{Id<PasskeyId>()}", null),
        ("DELETE", $"/api/v1/me/external-identities/{Id<ExternalIdentityId>()}", null),
        ("DELETE", $"/api/v1/me/organizations/{Id<OrganizationId>()}", null),
        ("POST", "/api/v1/api-keys", new { name = "Back door" }),
        ("POST", $"/api/v1/api-keys/{Id<ApiKeyId>()}/rotate", null),
        ("POST", $"/api/v1/users/{Id<UserId>()}/reset-factors", null),
    ];

    public static TheoryData<string> Guarded => [.. Operations.Select(operation => $"{operation.Method} {operation.Path}")];

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task A_session_of_long_ago_changes_nothing_that_outlives_it(string operation)
    {
        using var client = await SignedInAsync(ApiFixture.Admin);
        api.Clock.Advance(Long);
        using var refused = await SendAsync(client, operation);
        await SecondFactorApi.ShouldAskForProofAsync(refused);

        await ProveAsync(client, new { password = ApiFixture.Password });
        using var open = await SendAsync(client, operation);
        open.StatusCode.Should().NotBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_document_says_which_operations_need_a_proof()
    {
        var contract = await ContractDocument.OfAsync(api.Services);
        var said = contract.Operations.Where(operation => operation.Definition.Text("description")?.Contains("eeds a proof of who you are of the last 10 minutes") == true)
            .ToList();
        said.Select(operation => $"{operation.Method} {operation.Path}").Should().BeEquivalentTo(
            Operations.Select(operation => $"{operation.Method} {contract.Operations.Single(one => one.Method == operation.Method && one.Matches(operation.Path)).Path}")
                .Concat(["POST /api/v1/me/external-identities", "PATCH /api/v1/organization", "POST /api/v1/webhooks", "PATCH /api/v1/webhooks/{id}", "POST /api/v1/webhooks/{id}/rotate-secret"])
                .Concat(AdministratorStepUpTests.Operations.Select(operation => $"{operation.Method} {operation.Template}")));
        said.Should().OnlyContain(operation => operation.Definition.GetProperty("responses").GetProperty("403").ToString().Contains("RECENT_AUTHENTICATION_REQUIRED"));
    }

    [Fact]
    public async Task A_proof_lasts_10_minutes_a_refresh_is_none_and_another_session_needs_its_own()
    {
        using var login = await api.LoginAsync("user01@acme.test");
        var (access, refresh) = await AuthApi.TokensAsync(login);
        using var client = api.CreateClient(access);
        api.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        (await CanCreateKeyAsync(client)).Should().BeTrue("it is less than 10 minutes ago");
        api.Clock.Advance(TimeSpan.FromSeconds(2));
        (await CanCreateKeyAsync(client)).Should().BeFalse();

        using var refreshed = await api.SendAsync(HttpMethod.Post, "/api/auth/refresh", new { refreshToken = refresh });
        using var renewed = api.CreateClient((await AuthApi.TokensAsync(refreshed)).Access);
        (await CanCreateKeyAsync(renewed)).Should().BeFalse("a refresh proves nothing");

        await ProveAsync(renewed, new { password = ApiFixture.Password });
        (await CanCreateKeyAsync(renewed)).Should().BeTrue();
        (await CanCreateKeyAsync(client)).Should().BeTrue("it is the same session");
        using var other = await SignedInAsync("user01@acme.test");
        api.Clock.Advance(Long);
        await ProveAsync(renewed, new { password = ApiFixture.Password });
        (await CanCreateKeyAsync(other)).Should().BeFalse();
    }

    [Fact]
    public async Task A_denial_is_audited_and_so_is_a_proof()
    {
        const string person = "user02@acme.test";
        using var client = await SignedInAsync(person);
        api.Clock.Advance(Long);
        (await CanCreateKeyAsync(client)).Should().BeFalse();
        await ProveAsync(client, new { password = ApiFixture.Password });

        (await api.ScalarAsync<long>(
            $"""
            select count(*) from auditing.audit_logs log join users.users person on person.id = log.actor_id
            where person.email = '{person}' and log.action = 'api_key.created' and log.outcome = 'DENIED'
            """)).Should().Be(1);
        (await api.AuditedAsync(person, "session.reauthenticated")).Should().Be(1);
        (await api.ScalarAsync<string>(
            "select changes::text from auditing.audit_logs where action = 'session.reauthenticated' order by created_at desc limit 1"))
            .Should().Contain("authenticatedAt").And.NotContain(ApiFixture.Password);
    }

    [Fact]
    public async Task The_security_policy_of_the_organization_needs_a_proof_and_its_name_none()
    {
        using var admin = await SignedInAsync(ApiFixture.OtherAdmin);
        var app = await api.BeginAsync(admin);
        using var enrolled = await admin.PostJsonAsync($"{SecondFactorApi.TotpPath}/confirm", new { code = app.Code() });
        api.Clock.Advance(Long);
        using var refused = await admin.PatchTextAsync(Organization, """{"requireSecondFactor":true}""");
        await SecondFactorApi.ShouldAskForProofAsync(refused);
        using var renamed = await admin.PatchTextAsync(Organization, """{"name":"Globex II","requireSecondFactor":false}""");
        renamed.StatusCode.Should().Be(HttpStatusCode.OK, "the policy stays as it is");
        (await renamed.JsonAsync()).At("data.attributes.requireSecondFactor").GetBoolean().Should().BeFalse();

        await ProveAsync(admin, new { code = app.Code() });
        using var changed = await admin.PatchTextAsync(Organization, """{"requireSecondFactor":true}""");
        changed.StatusCode.Should().Be(HttpStatusCode.OK);
        using var back = await admin.PatchTextAsync(Organization, """{"requireSecondFactor":false}""");
        back.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Renaming_and_revoking_need_no_proof()
    {
        using var client = await SignedInAsync("user03@acme.test");
        using var created = await client.PostJsonAsync("/api/v1/api-keys", new { name = "Import" });
        var path = $"/api/v1/api-keys/{(await created.JsonAsync()).Text("data.id")}";
        api.Clock.Advance(Long);
        using var renamed = await client.PatchTextAsync(path, """{"name":"Export"}""");
        renamed.StatusCode.Should().Be(HttpStatusCode.OK);
        using var revoked = await client.DeleteAsync(path);
        revoked.StatusCode.Should().Be(HttpStatusCode.NoContent, "whoever ends a credential needs no more than a session");
    }

    private static string Id<T>()
        where T : struct, ITypeId<T> => TypeId.Format(TypeId.New<T>(DateTimeOffset.UnixEpoch.AddYears(55)));

    private static async Task<bool> CanCreateKeyAsync(HttpClient client)
    {
        using var response = await client.PostJsonAsync("/api/v1/api-keys", new { name = "Import" });
        if (response.StatusCode == HttpStatusCode.Created)
        {
            return true;
        }

        await SecondFactorApi.ShouldAskForProofAsync(response);
        return false;
    }

    private static async Task ProveAsync(HttpClient client, object proof)
    {
        using var response = await client.PostJsonAsync(SecondFactorApi.ProofPath, proof);
        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string operation)
    {
        var (method, path, body) = Operations.Single(one => operation == $"{one.Method} {one.Path}");
        return client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path) { Content = body is null ? null : System.Net.Http.Json.JsonContent.Create(body) });
    }

    private async Task<HttpClient> SignedInAsync(string email) => api.CreateClient(await api.SignInAsync(email));
}
