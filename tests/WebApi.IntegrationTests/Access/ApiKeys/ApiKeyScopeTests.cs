using System.Net;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Security;
using CleanApi.WebApi.IntegrationTests.Http;
using CleanApi.WebApi.IntegrationTests.Tenancy;
using CleanApi.WebApi.IntegrationTests.Users;

namespace CleanApi.WebApi.IntegrationTests.Access;

public sealed class ApiKeyScopeTests(ApiKeysApi api) : IClassFixture<ApiKeysApi>
{
    [Fact]
    [Trait("Requirement", "R126")]
    [Trait("Requirement", "R243")]
    public async Task A_key_is_authorized_for_its_scopes_only()
    {
        var (_, key) = await api.CreateAsync(ApiFixture.Admin, new { name = "Reader", scopes = new[] { "users:read" } });
        (await api.SendWithTokenAsync(key, "GET", UsersApi.Path)).Expect(HttpStatusCode.OK);
        var lacking = await api.SendWithTokenAsync(key, "GET", "/api/v1/organization");
        lacking.ExpectRefusal(HttpStatusCode.Forbidden, "AUTHORIZATION_ERROR", "INSUFFICIENT_SCOPE", "The API key lacks the scope organization:read");
        lacking.Headers["WWW-Authenticate"].Should().Be("Bearer realm=\"CleanApi\", error=\"insufficient_scope\", scope=\"organization:read\"");
        (await api.SendWithTokenAsync(key, "POST", UsersApi.Path, new { email = UsersApi.NewEmail(), name = "N" })).Expect(HttpStatusCode.Forbidden);
        var self = $"{UsersApi.Path}/{await api.UserIdAsync(ApiFixture.Admin)}";
        (await api.SendWithTokenAsync(key, "PATCH", self, new { name = "Renamed" })).Expect(HttpStatusCode.Forbidden);
        (await api.SendWithTokenAsync(key, "PATCH", "/api/v1/me", new { name = "Renamed" })).ExpectRefusal(
            HttpStatusCode.Forbidden, "AUTHORIZATION_ERROR", "PERSON_REQUIRED", "A person has to be signed in for this");
        (await api.SendWithTokenAsync(key, "GET", "/api/v1/me")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Requirement", "R126")]
    public async Task A_key_that_may_not_read_users_does_not_learn_of_them_by_writing_for_them()
    {
        var path = $"{UsersApi.Path}/{await api.UserIdAsync(ApiFixture.Member)}/posts";
        var (_, blind) = await api.CreateAsync(ApiFixture.Admin, new { name = "Writer", scopes = new[] { "posts:create", "posts:manage" } });
        var (_, reader) = await api.CreateAsync(ApiFixture.Admin, new { name = "Writer", scopes = new[] { "posts:create", "posts:manage", "users:read" } });
        (await api.SendWithTokenAsync(blind, "POST", path, new { title = "For somebody else" })).Expect(HttpStatusCode.Forbidden);
        (await api.SendWithTokenAsync(reader, "POST", path, new { title = "For somebody else" })).Expect(HttpStatusCode.Created);
    }

    [Fact]
    [Trait("Requirement", "R126")]
    public async Task Every_operation_requires_a_scope_or_a_user_session()
    {
        var person = await api.AddAsync("ADMIN");
        var (_, none) = await api.CreateAsync(person.Email, new { name = "Hardly anything", scopes = new[] { "organization:read" } });
        var tenant = await TenantData.OfAsync(api, person.Email);
        using var client = api.CreateClient(none);
        List<string> faults = [];
        foreach (var (operation, rule) in await RulesAsync())
        {
            var answer = await client.AnswerAsync(operation.Request(prefix => prefix == "usr" ? person.Id : tenant.Id(prefix)));
            var isOpen = rule is AuthenticatedOnlyAttribute { ForApiKeys: true } or RequiresPermissionAttribute { Permission: Permissions.OrganizationRead }
                || (rule is RequiresPermissionAttribute { OrSelf: true } && operation.IsRead && answer.Status is 200 or 404);
            faults.AddRange((answer.Status == 403) == !isOpen ? [] : [$"{operation}: {answer}"]);
        }

        faults.Should().BeEmpty("only getMe, what its owner may read of themselves and what organization:read names are for this key");
    }

    [Fact]
    [Trait("Requirement", "R126")]
    public async Task A_key_with_every_scope_cannot_create_keys_or_manage_its_owner_s_account()
    {
        var person = await api.AddAsync("ADMIN");
        var (_, all) = await api.CreateAsync(person.Email, new { name = "Everything", scopes = ApiKeyScopes.All });
        var tenant = await TenantData.OfAsync(api, person.Email);
        using var client = api.CreateClient(all);
        List<string> refused = [];
        foreach (var (operation, rule) in await RulesAsync())
        {
            if (rule is PlatformOnlyAttribute or AuthenticatedOnlyAttribute { ForApiKeys: false } or RequiresPermissionAttribute { Permission: Permissions.ApiKeysManage or Permissions.UsersResetFactors })
            {
                (await client.AnswerAsync(operation.Request(tenant.Id))).ShouldBeError(403, "AUTHORIZATION_ERROR");
                refused.Add(operation.Id);
            }
        }

        refused.Should().Contain(["createApiKey", "listApiKeys", "getApiKey", "rotateApiKey", "revokeApiKey", "updateApiKey", "updateMe", "logoutAll"]);
    }

    [Fact]
    [Trait("Requirement", "R126")]
    [Trait("Requirement", "R243")]
    public async Task A_key_with_the_invitation_scope_invites_whom_it_has_the_rights_of()
    {
        var (_, key) = await api.CreateAsync(ApiFixture.Admin, new { name = "Onboarding", scopes = new[] { "invitations:manage", "activity:read", "files:create", "files:read", "posts:create", "posts:update", "posts:delete", "posts:read", "users:read", "organization:read" } });
        var email = UsersApi.NewEmail();

        var invited = (await api.SendWithTokenAsync(key, "POST", "/api/v1/invitations", new { email, role = "MEMBER" })).Expect(HttpStatusCode.Created);
        (await api.SendWithTokenAsync(key, "POST", $"/api/v1/invitations/{invited.Text("data.id")}/resend")).Expect(HttpStatusCode.OK);

        (await api.MailAsync(email, "invited", 2)).Token.Should().StartWith("tok_");
    }

    [Fact]
    [Trait("Requirement", "R7")]
    [Trait("Requirement", "R186")]
    public async Task A_key_sees_its_own_organization_alone()
    {
        var (_, key) = await api.CreateAsync(ApiFixture.OtherAdmin, new { name = "Globex", scopes = ApiKeyScopes.All });
        var acme = await api.UserIdAsync(ApiFixture.Member);
        (await api.SendWithTokenAsync(key, "GET", $"{UsersApi.Path}/{acme}")).Expect(HttpStatusCode.NotFound);
        (await api.SendWithTokenAsync(key, "GET", UsersApi.Path)).Expect(HttpStatusCode.OK).Ids.Should().NotContain(acme);
        (await api.SendWithTokenAsync(key, "DELETE", $"{UsersApi.Path}/{acme}")).Expect(HttpStatusCode.NotFound);
    }

    private async Task<IEnumerable<(Operation Operation, RequestAccessAttribute Rule)>> RulesAsync()
    {
        var rules = new OperationRules(api);
        return (await ServedDocument.ReadAsync(api)).Every.Where(operation => !operation.IsAnonymous).Select(operation => (operation, rules.Of(operation)));
    }
}
