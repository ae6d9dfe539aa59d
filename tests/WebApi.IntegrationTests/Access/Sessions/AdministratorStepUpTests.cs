using System.Net;
using CleanApi.Application.Access;
using CleanApi.WebApi.IntegrationTests.Users;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>An administrator's stolen session makes no administrator, unmakes none, and locks nobody out, without a proof of the last 10 minutes.</summary>
[Trait("Requirement", "R247")]
public sealed class AdministratorStepUpTests(ApiKeysApi api) : IClassFixture<ApiKeysApi>
{
    /// <summary>What needs the proof, with the role of whom it is about.</summary>
    internal static readonly (string Method, string Template, string? Role, object? Body)[] Operations =
    [
        ("POST", "/api/v1/users", null, new { email = "", name = "Mallory", role = "ADMIN" }),
        ("POST", "/api/v1/users/invite", null, new { email = "", role = "ADMIN" }),
        ("POST", "/api/v1/invitations", null, new { email = "", role = "ADMIN" }),
        ("POST", "/api/v1/invitations/{id}/resend", "ADMIN", null),
        ("PATCH", "/api/v1/users/{id}", "MEMBER", new { role = "ADMIN" }),
        ("PUT", "/api/v1/users/{id}", "MEMBER", new { name = "Mallory", role = "ADMIN" }),
        ("POST", "/api/v1/users/{id}/activate", "ADMIN", null),
        ("POST", "/api/v1/users/{id}/deactivate", "MEMBER", null),
        ("DELETE", "/api/v1/users/{id}", "MEMBER", null),
    ];

    public static TheoryData<string> Guarded => [.. Operations.Select(operation => $"{operation.Method} {operation.Template}")];

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task A_session_of_long_ago_makes_no_administrator_and_locks_nobody_out(string operation)
    {
        var (method, template, role, body) = Operations.Single(one => operation == $"{one.Method} {one.Template}");
        var token = await api.SignInAsync(ApiFixture.Admin);
        var path = await TargetAsync(token, template, role);
        await api.LaterAsync(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1), async () =>
        {
            var refused = await api.SendWithTokenAsync(token, method, path, Addressed(body));
            refused.ExpectReason(HttpStatusCode.Forbidden, "RECENT_AUTHENTICATION_REQUIRED");
            (await api.AuditAsync(refused)).Should().ContainSingle().Which.Text("outcome").Should().Be("DENIED");

            (await api.SendWithTokenAsync(token, "POST", SecondFactorApi.ProofPath, new { password = ApiFixture.Password })).Expect(HttpStatusCode.NoContent);
            ((int)(await api.SendWithTokenAsync(token, method, path, Addressed(body))).Status).Should().BeInRange(200, 204);
        });
    }

    [Fact]
    public async Task Nor_does_it_unmake_one()
    {
        var token = await api.SignInAsync(ApiFixture.Admin);
        var path = await TargetAsync(token, "/api/v1/users/{id}", "ADMIN");
        await api.LaterAsync(TimeSpan.FromMinutes(11), async () =>
            (await api.SendWithTokenAsync(token, "PATCH", path, new { role = "MEMBER" })).ExpectReason(HttpStatusCode.Forbidden, "RECENT_AUTHENTICATION_REQUIRED"));
    }

    [Fact]
    public async Task What_makes_no_administrator_needs_none()
    {
        var token = await api.SignInAsync(ApiFixture.Admin);
        var path = await TargetAsync(token, "/api/v1/users/{id}", "MEMBER");
        await api.LaterAsync(TimeSpan.FromMinutes(11), async () =>
        {
            (await api.SendWithTokenAsync(token, "PATCH", path, new { role = "VIEWER" })).Expect(HttpStatusCode.OK);
            (await api.SendWithTokenAsync(token, "POST", path + "/activate")).Expect(HttpStatusCode.OK);
            (await api.SendWithTokenAsync(token, "POST", UsersApi.Path, new { email = UsersApi.NewEmail(), name = "Grace", role = "MEMBER" })).Expect(HttpStatusCode.Created);
            (await api.SendWithTokenAsync(token, "POST", "/api/v1/invitations", new { email = UsersApi.NewEmail(), role = "MEMBER" })).Expect(HttpStatusCode.Created);
        });
    }

    [Fact]
    public async Task An_API_key_has_nobody_to_ask_and_does_what_its_scopes_say()
    {
        var token = await api.SignInAsync(ApiFixture.Admin);
        var path = await TargetAsync(token, "/api/v1/users/{id}", "MEMBER");
        var created = (await api.SendWithTokenAsync(token, "POST", ApiKeysApi.Keys, new { name = "Sync", scopes = ApiKeyScopes.All })).Expect(HttpStatusCode.Created);
        var key = created.Text("data.attributes.key")!;
        (await api.SendWithTokenAsync(key, "PATCH", path, new { role = "ADMIN" })).Expect(HttpStatusCode.OK);
        (await api.SendWithTokenAsync(key, "POST", path + "/deactivate")).Expect(HttpStatusCode.OK);
        (await api.SendWithTokenAsync(key, "DELETE", path)).Expect(HttpStatusCode.NoContent);
    }

    // A new address for each request that names one.
    private static object? Addressed(object? body) => body switch
    {
        { } given when given.GetType().GetProperty("email") is not null && given.GetType().GetProperty("name") is not null =>
            new { email = UsersApi.NewEmail(), name = "Mallory", role = "ADMIN" },
        { } given when given.GetType().GetProperty("email") is not null => new { email = UsersApi.NewEmail(), role = "ADMIN" },
        _ => body,
    };

    private async Task<string> TargetAsync(string token, string template, string? role)
    {
        if (role is null)
        {
            return template;
        }

        var created = template.Contains("invitations", StringComparison.Ordinal)
            ? await api.SendWithTokenAsync(token, "POST", "/api/v1/invitations", new { email = UsersApi.NewEmail(), role })
            : await api.SendWithTokenAsync(token, "POST", UsersApi.Path, new { email = UsersApi.NewEmail(), name = "Some Body", role });
        return template.Replace("{id}", created.Expect(HttpStatusCode.Created).Text("data.id"), StringComparison.Ordinal);
    }
}
