using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Users;

public sealed class UserAccessTests(UsersApi api) : IClassFixture<UsersApi>
{
    private const string Self = "{self}";
    private const string Other = "{other}";

    [Theory]
    [InlineData("GET", "/api/v1/users")]
    [InlineData("POST", "/api/v1/users")]
    [InlineData("GET", "/api/v1/users/{other}")]
    [InlineData("PUT", "/api/v1/users/{other}")]
    [InlineData("PATCH", "/api/v1/users/{other}")]
    [InlineData("DELETE", "/api/v1/users/{other}")]
    [InlineData("POST", "/api/v1/users/{other}/activate")]
    [InlineData("POST", "/api/v1/users/{other}/deactivate")]
    [InlineData("GET", "/api/v1/me")]
    [InlineData("PATCH", "/api/v1/me")]
    [InlineData("GET", "/api/v1/organization")]
    [InlineData("PATCH", "/api/v1/organization")]
    [Trait("Requirement", "R58")]
    [Trait("Requirement", "R130")]
    [Trait("Requirement", "R184")]
    public async Task Every_operation_requires_a_credential(string method, string path)
    {
        var target = path.Replace(Other, await api.UserIdAsync(ApiFixture.Viewer), StringComparison.Ordinal);
        var answer = await api.SendAsync(null, method, target, BodyOf(method, path));
        answer.ExpectError(HttpStatusCode.Unauthorized, "AUTHENTICATION_ERROR", "Authentication required");
        answer.Headers["WWW-Authenticate"].Should().Be("Bearer realm=\"CleanApi\"");
        var invalid = await api.SendWithTokenAsync("no.such.token", method, target, BodyOf(method, path));
        invalid.ExpectError(HttpStatusCode.Unauthorized, "AUTHENTICATION_ERROR", "Invalid or expired token");
        invalid.Headers["WWW-Authenticate"].Should().Contain("error=\"invalid_token\"");
    }

    // VIEWER, MEMBER and ADMIN; self and other are one of the three or one whom nobody else needs.
    [Theory]
    [InlineData("GET", "/api/v1/users", 403, 200, 200)]
    [InlineData("POST", "/api/v1/users", 403, 403, 201)]
    [InlineData("GET", "/api/v1/users/{self}", 200, 200, 200)]
    [InlineData("GET", "/api/v1/users/{other}", 200, 200, 200)]
    [InlineData("PUT", "/api/v1/users/{self}", 200, 200, 200)]
    [InlineData("PUT", "/api/v1/users/{other}", 403, 403, 200)]
    [InlineData("PATCH", "/api/v1/users/{self}", 200, 200, 200)]
    [InlineData("PATCH", "/api/v1/users/{other}", 403, 403, 200)]
    [InlineData("DELETE", "/api/v1/users/{self}", 403, 403, 400)]
    [InlineData("DELETE", "/api/v1/users/{other}", 403, 403, 204)]
    [InlineData("POST", "/api/v1/users/{self}/activate", 403, 403, 200)]
    [InlineData("POST", "/api/v1/users/{other}/activate", 403, 403, 200)]
    [InlineData("POST", "/api/v1/users/{self}/deactivate", 403, 403, 400)]
    [InlineData("POST", "/api/v1/users/{other}/deactivate", 403, 403, 200)]
    [InlineData("GET", "/api/v1/me", 200, 200, 200)]
    [InlineData("PATCH", "/api/v1/me", 200, 200, 200)]
    [InlineData("GET", "/api/v1/organization", 200, 200, 200)]
    [InlineData("PATCH", "/api/v1/organization", 403, 403, 200)]
    [Trait("Requirement", "R8")]
    [Trait("Requirement", "R53")]
    [Trait("Requirement", "R59")]
    [Trait("Requirement", "R187")]
    [Trait("Requirement", "R190")]
    [Trait("Requirement", "R194")]
    [Trait("Requirement", "R196")]
    [Trait("Requirement", "R199")]
    public async Task A_role_says_what_one_may_do(string method, string path, int viewer, int member, int admin)
    {
        foreach (var (email, role, expected) in new[]
        {
            (ApiFixture.Viewer, "VIEWER", viewer), (ApiFixture.Member, "MEMBER", member), (ApiFixture.Admin, "ADMIN", admin),
        })
        {
            var other = await api.InviteAsync();
            var target = path.Replace(Self, await api.UserIdAsync(email), StringComparison.Ordinal).Replace(Other, other.Id, StringComparison.Ordinal);
            var answer = await api.SendAsync(email, method, target, BodyOf(method, path, path.Contains(Self, StringComparison.Ordinal) ? role : "MEMBER"));
            ((int)answer.Status).Should().Be(expected, "{0} {1} was sent by the {2}: {3}", method, target, role, answer.Body);
            if (expected == 403)
            {
                answer.Text("error.code").Should().Be("AUTHORIZATION_ERROR");
                answer.Text("error.message").Should().BeOneOf("Insufficient permissions", "Admin access required");
            }
        }
    }

    [Theory]
    [InlineData("PUT", "", "user.updated")]
    [InlineData("PATCH", "", "user.updated")]
    [InlineData("DELETE", "", "user.deleted")]
    [InlineData("POST", "/activate", "user.activated")]
    [InlineData("POST", "/deactivate", "user.deactivated")]
    [Trait("Requirement", "R10")]
    [Trait("Requirement", "R131")]
    public async Task A_denied_attempt_changes_nothing_and_is_kept(string method, string action, string audited)
    {
        var target = await api.InviteAsync();
        var before = await api.GetAsync(ApiFixture.Admin, target.Path);
        // In a session of its own: of the same denials of a caller, one is kept in a minute.
        var answer = await api.SendWithTokenAsync(await api.SignInAsync(ApiFixture.Member), method, target.Path + action, BodyOf(method, "/{other}"));
        answer.ExpectError(HttpStatusCode.Forbidden, "AUTHORIZATION_ERROR", "Insufficient permissions");
        var denied = (await api.AuditAsync(answer)).Should().ContainSingle().Subject;
        (denied.Text("action"), denied.Text("outcome"), denied.Text("target_id"), denied.Text("actor_id"))
            .Should().Be((audited, "DENIED", target.Id, (await api.UuidAsync(ApiFixture.Member)).ToString()));
        (await api.GetAsync(ApiFixture.Admin, target.Path)).Body.At("data").GetRawText().Should().Be(before.Body.At("data").GetRawText());
    }

    private static object? BodyOf(string method, string path, string role = "MEMBER") => (method, path) switch
    {
        ("POST", UsersApi.Path) => new { email = UsersApi.NewEmail(), name = "N" },
        ("PUT", _) => new { name = "Replaced", role },
        ("PATCH", _) => new { name = "Patched" },
        _ => null,
    };
}
